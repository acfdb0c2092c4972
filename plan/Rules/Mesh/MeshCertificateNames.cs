using CrossCloudMesh.Plan.Certificates;

namespace CrossCloudMesh.Plan.Rules.Mesh;

/// <summary>A client that takes another server for the one that it calls is one that anybody who holds that certificate can answer.</summary>
public sealed class MeshCertificateNames() : Rule(new()
{
    Id = "mesh-certificate-names",
    Title = "Every client of a mesh takes the certificates of those that it calls, and no others of the stack",
    Severity = Severity.Error,
    Scope = RuleScope.Stack,
    Fix = "have the client ask for a name that the certificate of whom it calls bears, and that no other certificate does",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var client in CertificateMatrix.Of(plan).Clients)
        {
            foreach (var message in Judge(client))
            {
                yield return Found(plan[client.Urn]!, message);
            }
        }
    }

    private static IEnumerable<string> Judge(ClientCheck client)
    {
        var asked = client.Asked.Count == 0 ? "no name" : string.Join(" or ", client.Asked);
        if (client.Meant.Count == 0)
        {
            yield return $"calls {client.Called} and asks for {asked}, and nobody of the stack answers there";
        }

        foreach (var server in client.Meant.Except(client.Satisfied, StringComparer.Ordinal))
        {
            yield return $"calls {client.Called} and asks for {asked}, which the certificate of {server} does not bear";
        }

        foreach (var server in client.Satisfied.Except(client.Meant, StringComparer.Ordinal))
        {
            yield return $"calls {client.Called} and asks for {asked}, which the certificate of {server} bears too";
        }
    }
}
