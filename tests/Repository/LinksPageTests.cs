using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Repository;

/// <summary>What the page on links says is what the tables of facts say.</summary>
public sealed class LinksPageTests
{
    private static readonly string PageFile = Path.Combine(ProjectRoot.Path, "docs", "links.md");

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
