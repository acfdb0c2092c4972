using System.Text.Json;
using CrossCloudMesh.Plan.Certificates;

namespace CrossCloudMesh.Plan.Json;

/// <summary>The member <c>certificates</c> of a written plan, which is left out where no call leads over a bridge.</summary>
internal static class CertificateJson
{
    public static void Write(Utf8JsonWriter json, string name, CertificateMatrix? matrix)
    {
        if (matrix is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteStartArray("clients");
        foreach (var client in matrix.Clients)
        {
            json.WriteStartObject();
            json.WriteString("urn", client.Urn);
            json.WriteString("client", client.Client);
            json.WriteString("called", client.Called);
            PlanWriter.Texts(json, "asked", client.Asked);
            PlanWriter.Texts(json, "meant", client.Meant);
            PlanWriter.Texts(json, "satisfied", client.Satisfied);
            json.WriteBoolean("bridged", client.IsBridged);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("servers");
        foreach (var server in matrix.Servers)
        {
            json.WriteStartObject();
            json.WriteString("name", server.Name);
            PlanWriter.Texts(json, "names", server.Names);
            json.WriteString("authority", server.Authority);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static CertificateMatrix Read(JsonNode node)
    {
        var members = node.Object();
        var matrix = new CertificateMatrix(
            Sequence.Create<ClientCheck>([.. members["clients"].Items().ConvertAll(Client)]),
            Sequence.Create<PresentedCertificate>([.. members["servers"].Items().ConvertAll(Server)]));
        members.End();
        return matrix;
    }

    private static ClientCheck Client(JsonNode node)
    {
        var members = node.Object();
        var client = new ClientCheck(
            members["urn"].Text(),
            members["client"].Text(),
            members["called"].Text(),
            members["asked"].Texts(),
            members["meant"].Texts(),
            members["satisfied"].Texts(),
            members["bridged"].Flag());
        members.End();
        return client;
    }

    private static PresentedCertificate Server(JsonNode node)
    {
        var members = node.Object();
        var server = new PresentedCertificate(members["name"].Text(), members["names"].Texts(), members["authority"].Text());
        members.End();
        return server;
    }
}
