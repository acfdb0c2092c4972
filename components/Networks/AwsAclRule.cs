using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Networks;

/// <summary>One thing that an access list lets through in one direction.</summary>
/// <param name="Number">Its place: lower numbers are asked first.</param>
/// <param name="Protocol"><c>tcp</c>, <c>udp</c>, <c>icmp</c>, or <c>-1</c> for every protocol.</param>
/// <param name="Range">The other side: source of what comes in, destination of what goes out.</param>
/// <param name="FromPort">The first destination port; 0 where the protocol has none, or for all.</param>
/// <param name="ToPort">The last destination port; 0 where the protocol has none, or for all.</param>
public sealed record AwsAclRule(int Number, string Protocol, Cidr Range, int FromPort, int ToPort);

/// <summary>What the subnets of one tier let through; all else is denied.</summary>
/// <param name="In">What comes into the subnets.</param>
/// <param name="Out">What goes out of them.</param>
public sealed record AwsAclRules(ImmutableArray<AwsAclRule> In, ImmutableArray<AwsAclRule> Out)
{
    private const string All = "-1";
    private const int OwnFrom = 100;
    private const int PeersFrom = 200;
    private const int PeersRoom = 50;
    private const int NamesFrom = 250;
    private const int InternetFrom = 300;

    private static readonly Cidr Anywhere = Cidr.Parse("0.0.0.0/0")!.Value;

    /// <summary>
    /// The public tier: web ports of load balancers, and the answers to NAT gateways. An access list knows no connections, so every port
    /// from which a NAT gateway speaks is open to whoever claims to answer; security groups, which know them, are what keeps others out.
    /// </summary>
    public static AwsAclRules Public(ImmutableArray<Cidr> own) => new(
        [.. Whole(OwnFrom, own), Web(InternetFrom, 80), Web(InternetFrom + 1, 443), .. AnswersFromInternet(InternetFrom + 10)],
        [EveryWhere(InternetFrom)]);

    /// <summary>
    /// The private tier where there is NAT: the network itself, calls of peers at the ports of links, any call to the internet and the
    /// answers to it.
    /// </summary>
    public static AwsAclRules Private(ImmutableArray<Cidr> own, ImmutableArray<Cidr> peers, ImmutableArray<CalledPort> ports) => new(
        [.. Whole(OwnFrom, own), .. Calls(PeersFrom, peers, ports), .. AnswersFromInternet(InternetFrom)],
        [EveryWhere(InternetFrom)]);

    /// <summary>
    /// The private tier where there is no NAT: the network itself, and calls from and to peers. Gateway endpoints lead to public addresses,
    /// and load balancers may hand on the client's, so HTTPS out and answers both ways stay open; the route tables lead nowhere else. What
    /// peers are called at, ports of links and the API's, is among these.
    /// </summary>
    public static AwsAclRules PrivateWithoutNat(ImmutableArray<Cidr> own, ImmutableArray<Cidr> peers, ImmutableArray<CalledPort> ports) => new(
        [.. Whole(OwnFrom, own), .. Calls(PeersFrom, peers, ports), .. TooBig(PeersFrom + PeersRoom, peers), Answers(InternetFrom, "tcp", Anywhere)],
        [.. Whole(OwnFrom, own), .. TooBig(PeersFrom, peers), Web(InternetFrom, 443), Answers(InternetFrom + 1, "tcp", Anywhere)]);

    /// <summary>
    /// The intra tier: whatever passes between the network and its hub, whose interfaces stand here, and calls of peers to the cluster's
    /// API. Nothing of the internet.
    /// </summary>
    /// <remarks>
    /// What a hub's interface hands on is judged by the network's own address alone, in and out, so peers need no more than this.
    /// Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html, read 2026-11-21.
    /// </remarks>
    /// <param name="own">The network's own ranges.</param>
    /// <param name="peers">Where its peers are.</param>
    /// <param name="names">Whether a resolver stands here too, which asks peers for names and is asked by Cloud DNS.</param>
    public static AwsAclRules Intra(ImmutableArray<Cidr> own, ImmutableArray<Cidr> peers, bool names = false) => new(
        [
            .. Whole(OwnFrom, own),
            .. peers.SelectMany((peer, index) => new[]
            {
                new AwsAclRule(PeersFrom + (2 * index), "tcp", peer, 443, 443),
                TooBig(PeersFrom + (2 * index) + 1, peer),
            }),
            .. names ? [.. Names(NamesFrom, [DnsFacts.CloudDnsRange]), .. AnswersToNames(NamesFrom + 2, peers)] : Array.Empty<AwsAclRule>(),
        ],
        [
            .. Whole(OwnFrom, own),
            .. peers.Select((peer, index) => Answers(PeersFrom + index, "tcp", peer)),
            .. names ? [.. AnswersToNames(NamesFrom, [DnsFacts.CloudDnsRange]), .. Names(NamesFrom + 2, peers)] : Array.Empty<AwsAclRule>(),
        ]);

    private static IEnumerable<AwsAclRule> Whole(int from, ImmutableArray<Cidr> ranges) =>
        ranges.Select((range, index) => new AwsAclRule(from + index, All, range, 0, 0));

    private static IEnumerable<AwsAclRule> Calls(int from, ImmutableArray<Cidr> peers, ImmutableArray<CalledPort> ports) =>
        peers.SelectMany(peer => ports, (peer, port) => (peer, port.Port))
            .Select((call, index) => new AwsAclRule(from + index, "tcp", call.peer, call.Port, call.Port));

    private static IEnumerable<AwsAclRule> TooBig(int from, ImmutableArray<Cidr> peers) => peers.Select((peer, index) => TooBig(from + index, peer));

    /// <summary>Messages without which a path with smaller packets swallows answers.</summary>
    private static AwsAclRule TooBig(int number, Cidr peer) => new(number, "icmp", peer, 0, 0);

    private static IEnumerable<AwsAclRule> Names(int from, ImmutableArray<Cidr> ranges) => ranges.SelectMany((range, index) => new[]
    {
        new AwsAclRule(from + (2 * index), "udp", range, DnsFacts.Port, DnsFacts.Port),
        new AwsAclRule(from + (2 * index) + 1, "tcp", range, DnsFacts.Port, DnsFacts.Port),
    });

    private static IEnumerable<AwsAclRule> AnswersToNames(int from, ImmutableArray<Cidr> ranges) => ranges.SelectMany((range, index) => new[]
    {
        Answers(from + (2 * index), "udp", range),
        Answers(from + (2 * index) + 1, "tcp", range),
    });

    private static AwsAclRule[] AnswersFromInternet(int from) =>
        [Answers(from, "tcp", Anywhere), Answers(from + 1, "udp", Anywhere), new(from + 2, "icmp", Anywhere, 0, 0)];

    private static AwsAclRule Answers(int number, string protocol, Cidr range) =>
        new(number, protocol, range, AwsNetworkFacts.FirstReplyPort, AwsNetworkFacts.LastPort);

    private static AwsAclRule Web(int number, int port) => new(number, "tcp", Anywhere, port, port);

    private static AwsAclRule EveryWhere(int number) => new(number, All, Anywhere, 0, 0);
}
