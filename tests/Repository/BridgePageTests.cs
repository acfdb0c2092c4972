using System.Text;
using CrossCloudMesh.Plan.Certificates;
using CrossCloudMesh.Tests.Mesh.Bridge;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Repository;

/// <summary>What the page on the bridge says of fintrust's certificates is what the plan says of them. UPDATE_GOLDEN=1 writes it anew.</summary>
[Collection(Evaluations.Name)]
public sealed class BridgePageTests(FintrustPlan fintrust) : IClassFixture<FintrustPlan>
{
    private const string Opening = "<!-- certificates of: fintrust -->\n";
    private const string End = "<!-- end -->";

    private static readonly string PageFile = Path.Combine(ProjectRoot.Path, "docs", "bridge.md");

    [Fact]
    public async Task Certificates_AreThoseOfFintrust()
    {
        var page = await File.ReadAllTextAsync(PageFile);
        var begin = page.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length;
        var end = page.IndexOf(End, begin, StringComparison.Ordinal);
        var table = Table(fintrust.Plan.Certificates!);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(PageFile, page[..begin] + table + page[end..]);
        }
        else
        {
            Assert.Equal(table, page[begin..end]);
        }
    }

    private static string Table(CertificateMatrix matrix)
    {
        var table = new StringBuilder("| who calls | what | asks for | borne by, and by nobody else |\n| --- | --- | --- | --- |\n");
        foreach (var client in matrix.Clients)
        {
            table.Append($"| {client.Client} | {client.Called} | {Code(client.Asked)} | {string.Join(", ", client.Satisfied)} |\n");
        }

        table.Append("\n| certificate | bears | signed by |\n| --- | --- | --- |\n");
        foreach (var server in matrix.Servers)
        {
            table.Append($"| {server.Name} | {Code(server.Names)} | {server.Authority} |\n");
        }

        return table.ToString();
    }

    private static string Code(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));
}
