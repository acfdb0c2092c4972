using CrossCloudMesh.Plan.Network.Proof;

namespace CrossCloudMesh.Tests.Plan.Network;

public class NetworkProofTests
{
    [Fact]
    public void Joins_TwoSites_WhateverFails()
    {
        var report = NetworkProof.Of(Estate.Of())!;

        var pair = Assert.Single(report.Pairs);
        Assert.Null(pair.Counterexample);
        Assert.Equal((4, 4, 1406), (pair.Tunnels, pair.TunnelsMade, pair.PathMtuBytes));
        Assert.Equal([(0, 5000, ""), (1, 2500, "connection aws0-gcp0-link-0"), (2, 1250, "tunnel aws0-gcp0-link-tunnel-0, connection aws0-gcp0-link-1")],
            pair.Left.Select(left => (left.Failures, left.Mbps, string.Join(", ", left.Weakest))));
        Assert.Equal(
            "aws0-hub-network > aws0-hub-mesh > aws0-gcp0-link-tunnel-0 | aws0-gcp0-link-tunnel-1 | aws0-gcp0-link-tunnel-2 | aws0-gcp0-link-tunnel-3 > gcp0-network",
            pair.Path);
    }
}
