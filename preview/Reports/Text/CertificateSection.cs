using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Certificates;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>Where a bridge joins kinds of mesh: every client, whom it calls, what it asks for, and whose certificate bears that.</summary>
internal static class CertificateSection
{
    private const int Column = 14;
    private const int Indent = 2;

    public static void Write(Canvas page, PlanDocument plan, Detail detail)
    {
        if (plan.Certificates is not { } matrix)
        {
            return;
        }

        var wrong = matrix.Clients.Where(client => !client.IsRight).ToList();
        page.Write("  ").Write("names", Ink.Faint).To(Column)
            .Line($"{Signs.Plural(matrix.Clients.Count, "check")} of clients against {Signs.Plural(matrix.Servers.Count, "certificate")}, "
                + (wrong.Count == 0 ? "each met by whom it is meant for and by nobody else" : $"{wrong.Count} of them wrong"), wrong.Count == 0 ? Ink.Plain : Ink.Bad);
        if (detail != Detail.Summary)
        {
            foreach (var client in matrix.Clients.Where(client => client.IsBridged || !client.IsRight))
            {
                Write(page, client);
            }
        }

        page.Line();
    }

    private static void Write(Canvas page, ClientCheck client)
    {
        page.To(Column).Flow($"{client.Client} calls {client.Called}".Split(' '));
        page.To(Column + Indent).Flow($"asks for {Listed(client.Asked)}".Split(' '), Ink.Faint);
        page.To(Column + Indent).Flow($"borne by {Listed(client.Satisfied)}".Split(' '), client.IsRight ? Ink.Faint : Ink.Bad);
        if (!client.IsRight)
        {
            page.To(Column + Indent).Flow($"meant for {Listed(client.Meant)}".Split(' '), Ink.Bad);
        }
    }

    private static string Listed(Sequence<string> names) => names.Count == 0 ? "nobody" : string.Join(", ", names);
}
