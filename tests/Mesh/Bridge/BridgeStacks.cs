using CrossCloudMesh.Tests.Settings;

namespace CrossCloudMesh.Tests.Mesh.Bridge;

/// <summary>The shipped fintrust stack with more on one side of its bridge.</summary>
internal static class BridgeStacks
{
    private const string Links = "      demandedMbps: 2000\n      packetBytes: 1350\n";
    private const string OnTrading = "      namespace: trading\n      sites: [gcp-east]\n      protocol: http2\n";

    /// <summary>With a second site on Istio, in another region, on which risk runs too.</summary>
    public static string WithTwoEnds { get; } = With(
        West.Replace("\n\n", "\n", StringComparison.Ordinal),
        """
            west:
              sites: [aws-east, gcp-west]
              primary: { by: haVpn, secret: west-keys, inside: { by: plan, slot: 9 } }
              demandedMbps: 1000
              packetBytes: 1350

        """).Replace(OnTrading, OnTrading.Replace("[gcp-east]", "[gcp-east, gcp-west]", StringComparison.Ordinal), StringComparison.Ordinal)
        .Replace("    quotes: # prices as a stream, which has no end\n      namespace: trading\n      sites: [gcp-east]\n", "    quotes: # prices as a stream, which has no end\n      namespace: trading\n      sites: [gcp-east, gcp-west]\n", StringComparison.Ordinal);

    /// <summary>With a data centre, whose machines call payment.</summary>
    public static string WithMachines { get; } = Project.Replaced(Project.Replaced(Project.Replaced(
        With(
            """
                dc-newark:
                  cloud: onPremises
                  ranges: [172.24.0.0/16]
                  devices: [198.51.100.10, 198.51.100.74]
                  asn: 65010

            """,
            """
                newark:
                  sites: [dc-newark, aws-east]
                  primary: { by: onPremises, secret: west-keys, inside: { by: plan, slot: 9 } }
                  demandedMbps: 500
                  packetBytes: 1350

            """),
        "      callers: [orders]\n\n    ledger", "      callers: [orders, archive]\n\n    ledger"),
        "    appMesh:\n      sites", "    envoy: { version: 1.39.3 }\n    appMesh:\n      sites"),
        "  # What is seen of it",
        """
            archive:
              namespace: records
              sites: [dc-newark]
              machines: { dc-newark: { applicationPort: 9090, hosts: { archive-1: { address: 172.24.8.10 } } } }
              protocol: grpc
              port: 9443
              callers: []

          # What is seen of it
        """);

    private static string West => Project.Fintrust[Project.Fintrust.IndexOf("    gcp-east:\n", StringComparison.Ordinal)..Project.Fintrust.IndexOf("  # Before `pulumi destroy`", StringComparison.Ordinal)]
        .Replace("gcp-east", "gcp-west", StringComparison.Ordinal)
        .Replace("us-east4", "us-west1", StringComparison.Ordinal)
        .Replace("slot: 4", "slot: 5", StringComparison.Ordinal)
        .Replace("64604", "64605", StringComparison.Ordinal);

    private static string With(string site, string link) => Project.Replaced(Project.Replaced(Project.Replaced(
        Project.Fintrust,
        "  # Before `pulumi destroy`", site + "\n  # Before `pulumi destroy`"),
        Links, Links + link),
        "  cross-cloud-mesh:east-sessions:", "  cross-cloud-mesh:west-keys:\n    secure: AAABAGV4YW1wbGUtb25seS1zZXQteW91ci1vd24tc2VjcmV4\n  cross-cloud-mesh:east-sessions:");
}
