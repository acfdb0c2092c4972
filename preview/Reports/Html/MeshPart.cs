using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Certificates;
using CrossCloudMesh.Plan.Pictures;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports.Html;

/// <summary>Which mesh each site is in, what bridges there are, and which client takes whose certificate.</summary>
internal static class MeshPart
{
    private static readonly string[] Meshes = ["site", "mesh", "#services", "#other clusters read"];
    private static readonly string[] Checks = ["client", "calls", "asks for", "borne by", "right"];

    public static void Write(Markup page, PlanDocument plan)
    {
        var meshes = SiteMeshes.Of(plan);
        if (!meshes.All.Any())
        {
            page.Element("p", "No cluster of this plan is in a mesh.", "lead");
            return;
        }

        page.Table("Meshes by site", Meshes, meshes.All.SelectMany(site => site.Value.Select(mesh => new Cell[] { site.Key, mesh.Name, $"{mesh.Services}", $"{mesh.Sees}" })));
        foreach (var bridge in meshes.Bridges)
        {
            var calls = bridge.Calls == 1 ? "1 client calls" : $"{bridge.Calls} clients call";
            page.Element("p", $"A bridge joins the meshes of {bridge.One} and {bridge.Other}: {calls} over it.");
        }

        if (plan.Certificates is { } matrix)
        {
            var wrong = matrix.Clients.Count(client => !client.IsRight);
            var verdict = wrong == 0 ? "Every client takes the certificates that it is meant for, and no other" : $"{Signs.Plural(wrong, "client")} would take a wrong certificate, or none";
            page.Element("h3", verdict, wrong == 0 ? "" : "bad");
            page.Table("Clients, what they ask of those that they call, and whose certificate bears it", Checks, matrix.Clients.Select(Row));
        }
    }

    private static Cell[] Row(ClientCheck client) =>
    [
        client.Client,
        $"{client.Called}{(client.IsBridged ? ", over the bridge" : "")}",
        new(string.Join(", ", client.Asked), "code"),
        new(client.Satisfied.Count == 0 ? "nobody" : string.Join(", ", client.Satisfied), client.IsRight ? "" : "bad"),
        client.IsRight ? new("yes", "good") : new($"no, meant for {(client.Meant.Count == 0 ? "nobody" : string.Join(", ", client.Meant))}", "bad"),
    ];
}
