namespace CrossCloudMesh.Tests.Preview;

/// <summary>What edits of links and sites of the dev stack do to what is deployed. UPDATE_GOLDEN=1 writes the files anew; read them.</summary>
[Collection(Evaluations.Name)]
public sealed class LinkDiffTests : IDisposable
{
    private const string Generations = "keyGenerations: { first: 1, second: 1 }";

    private const string Tunnels = "        by: haVpn\n";

    private const string Line = """
              primary:
                by: managedInterconnect
                bandwidthMbps: 1000
                gatewayAsn: 64700
              backup:

        """;

    private readonly DevDiffs diffs = new();

    public void Dispose() => diffs.Dispose();

    [Fact]
    public async Task Link_Gone_IsToldAsSitesThatAreCutOff() => await HoldsAsync("remove-link", DevDiffs.Dev, Settings.Project.DevWithoutLinks);

    [Fact]
    public async Task Site_Gone_IsRefused_WhileItIsProtected() => await HoldsAsync(
        "remove-site", DevDiffs.Edited("  cross-cloud-mesh:sites:\n", "  cross-cloud-mesh:sites:\n" + DevDiffs.NewSite()), DevDiffs.Dev);

    [Fact]
    public async Task NewKeys_OfBothConnections_AreTooMuchForOneUpdate() =>
        await HoldsAsync("rotate-both-link-keys", DevDiffs.Dev, DevDiffs.Edited(Generations, "keyGenerations: { first: 2, second: 2 }"));

    [Fact]
    public async Task Interconnect_BesideTheTunnels_TakesNothingAway() =>
        await HoldsAsync("vpn-to-interconnect", DevDiffs.Dev, DevDiffs.Edited("      primary:\n" + Tunnels, Line + Tunnels));

    [Fact]
    public async Task Interconnect_Gone_LeavesTheTunnels() =>
        await HoldsAsync("interconnect-to-vpn", DevDiffs.Edited("      primary:\n" + Tunnels, Line + Tunnels), DevDiffs.Dev);

    [Fact]
    public async Task AnotherNumber_OfTheHub_ReplacesWhatStands() => await HoldsAsync("hub-number", DevDiffs.Dev, DevDiffs.Edited("asn: 64512", "asn: 64520"));

    private Task HoldsAsync(string name, string before, string after) => diffs.HoldsAsync(name, before, after);
}
