using System.Collections.Immutable;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Facts;

/// <summary>Ranges that no site may use, though nothing else in the settings takes them.</summary>
public static class ReservedRanges
{
    private const string Subnets = "https://docs.cloud.google.com/vpc/docs/subnets";

    private const string Prohibited =
        "the range itself: of the page only its heading on prohibited ranges was at hand, and the list in others' code that cites it";

    /// <summary>All rows, in the order of their addresses; no two overlap.</summary>
    public static ImmutableArray<ReservedRange> All { get; } =
    [
        Row(
            "0.0.0.0/8",
            "whoever has no address yet",
            "no packet can be sent to it, and Google refuses it for subnets",
            Subnets,
            21,
            Prohibited),
        Row(
            "34.118.224.0/20",
            "GKE",
            "it hands it out as Services of clusters that name no range of their own",
            "https://cloud.google.com/kubernetes-engine/docs/concepts/alias-ips"),
        Row(
            "35.191.0.0/16",
            "Google's load balancers",
            "health checks come from it, and their answers would stay inside",
            "https://cloud.google.com/load-balancing/docs/firewall-rules",
            21,
            "that answers to it stay inside, which follows from how networks route"),
        Row(
            "35.199.192.0/19",
            "Cloud DNS",
            "forwarded queries come from it, and their answers would stay inside",
            "https://cloud.google.com/dns/docs/best-practices"),
        Row(
            "127.0.0.0/8",
            "loopback",
            "packets to it never leave the machine, and Google refuses it for subnets",
            Subnets,
            21,
            Prohibited),
        Row(
            "130.211.0.0/22",
            "Google's load balancers",
            "health checks come from it, and their answers would stay inside",
            "https://cloud.google.com/load-balancing/docs/firewall-rules",
            21,
            "that answers to it stay inside, which follows from how networks route"),
        Row(
            "169.254.0.0/16",
            "both clouds",
            "metadata, time, names, EKS Pod Identity and the insides of tunnels are there",
            "https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html"),
        Row(
            "172.17.0.0/16",
            "Docker on EKS nodes",
            "pods there find no route to such an address",
            "https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html"),
        Row(
            "199.36.153.4/30",
            "restricted.googleapis.com",
            "Google refuses it for subnets",
            Subnets,
            21,
            Prohibited),
        Row(
            "199.36.153.8/30",
            "private.googleapis.com",
            "Google refuses it for subnets",
            Subnets,
            21,
            Prohibited),
        Row(
            "224.0.0.0/4",
            "multicast",
            "no single machine can have such an address",
            Subnets,
            21,
            Prohibited),
        Row(
            "240.0.0.0/4",
            "later use",
            "networks on the way drop such addresses",
            "https://www.rfc-editor.org/rfc/rfc1700",
            21,
            "what becomes of packets on the way, which is common knowledge"),
    ];

    /// <summary>The first row of which a range holds any address; null where it is clear of all.</summary>
    public static ReservedRange? Touching(Cidr range)
    {
        foreach (var row in All)
        {
            if (row.Range.Overlaps(range))
            {
                return row;
            }
        }

        return null;
    }

    private static ReservedRange Row(string range, string keeper, string effect, string url, int day = 20, string? notRead = null) =>
        new(Cidr.Parse(range)!.Value, keeper, effect, new Source(url, new DateOnly(2026, 11, day)) { NotRead = notRead });
}

/// <summary>A range that somebody keeps for itself.</summary>
/// <param name="Range">The addresses.</param>
/// <param name="Keeper">For whom or what they are kept.</param>
/// <param name="Effect">What happens to one who takes them all the same.</param>
/// <param name="Source">Where this was read.</param>
public sealed record ReservedRange(Cidr Range, string Keeper, string Effect, Source Source);
