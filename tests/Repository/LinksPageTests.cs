using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Repository;

/// <summary>What the page on links says is what the plan and the tables of facts say. UPDATE_GOLDEN=1 draws its picture anew.</summary>
public sealed class LinksPageTests
{
    private const string Opening = "<!-- picture of: dev -->\n```mermaid\n";
    private const string End = "```\n<!-- end -->";

    private static readonly string PageFile = Path.Combine(ProjectRoot.Path, "docs", "links.md");

    /// <summary>The picture of dev, which another test holds to what the preview prints.</summary>
    [Fact]
    public void Picture_IsThatOfDev()
    {
        var page = File.ReadAllText(PageFile);
        var picture = File.ReadAllText(Path.Combine(ProjectRoot.Path, "tests", "Golden", "dev.topology.mmd"));
        var begin = page.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length;
        var end = page.IndexOf(End, begin, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(PageFile, page[..begin] + picture + page[end..]);
        }
        else
        {
            Assert.Equal(picture, page[begin..end]);
        }
    }

    [Fact]
    public void Figures_AreThoseOfTheFacts()
    {
        var page = File.ReadAllText(PageFile);
        foreach (var (proposal, word) in new[] { (IkeProposal.Gcm, "aes256Gcm"), (IkeProposal.Cbc, "aes256Cbc") })
        {
            var words = VpnFacts.WordsOf(proposal.Cipher);
            Assert.Contains(
                $"| `{word}` | {words.Aws} | {words.Google} | {proposal.DhGroup} | {VpnFacts.PathMtuBytes(proposal)} | {VpnFacts.TcpMssBytes(proposal)} |",
                page,
                StringComparison.Ordinal);
        }

        Assert.All(VpnFacts.Capacities, row => Assert.Contains($"| `{row.Bandwidth}` | {row.Mbps} | {row.PacketsPerSecond:N0} |", page, StringComparison.Ordinal));
        Assert.All(LinkPorts.All, port => Assert.Contains($"| TCP {port.Port} | {port.What} |", page, StringComparison.Ordinal));
        Assert.All(
            VpnFacts.Ciphers.Select(row => row.Source).Concat(VpnFacts.Capacities.Select(row => row.Source)).Concat(LinkPorts.All.Select(port => port.Source)),
            source => Assert.Contains(source.Url, page, StringComparison.Ordinal));
    }
}
