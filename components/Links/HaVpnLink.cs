using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Compute.Inputs;

namespace CrossCloudMesh.Links;

/// <summary>Joins a site on AWS and a site on Google Cloud by a VPN of four tunnels, both ends of each from one value.</summary>
/// <remarks>
/// Makes 2 <see cref="AwsVpnConnection"/>, 1 record of their addresses and 4 <see cref="GoogleVpnTunnel"/>. Hub, router and gateway are
/// given, as are the doors of the link. Traffic uses all four tunnels at once. The second connection waits for the first at every step, and
/// its tunnels for the first one's: AWS never takes endpoints of both down at once. What must change on both ends, such as keys, is changed
/// for one connection per deployment. Takes an AWS and a Google provider.
/// </remarks>
public sealed class HaVpnLink : ComponentResource
{
    public const string Token = "infra:links:HaVpnLink";

    private readonly string name;
    private readonly HaVpnLinkArgs args;
    private readonly ComponentResourceOptions child;

    /// <summary>The largest packet that passes uncut, in bytes.</summary>
    [Output("pathMtuBytes")] public Output<int> PathMtuBytes { get; }

    /// <summary>The largest payload of a TCP segment, in bytes, to which both clouds cut new connections.</summary>
    [Output("tcpMssBytes")] public Output<int> TcpMssBytes { get; }

    /// <summary>What of it the clouds measure, each by itself up or down.</summary>
    public ImmutableArray<LinkPoint> Points { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public HaVpnLink(string name, HaVpnLinkArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        (this.name, this.args) = (name, args);
        child = new ComponentResourceOptions { Parent = this };

        ImmutableArray<KeyedTunnel> tunnels = [.. LinkTunnel.Of(args.Inside).Select(tunnel => new KeyedTunnel(tunnel, KeyOf(tunnel)))];
        var first = MakeConnection(0, tunnels, after: null);
        var second = MakeConnection(1, tunnels, first);
        MakeTunnels(tunnels, Record([.. first.Addresses, .. second.Addresses]));

        Points = [.. first.Points, .. second.Points, .. tunnels.Select(GooglePoint)];
        var pathMtu = args.TransportAttachmentId is null ? VpnFacts.PathMtuBytes(args.Proposal) : InterconnectFacts.EncryptedMtuBytes(args.Proposal);
        PathMtuBytes = Output.Create(pathMtu);
        TcpMssBytes = Output.Create(TcpFacts.MssBytes(pathMtu));
        RegisterOutputs();
    }

    private GoogleTunnelPoint GooglePoint(KeyedTunnel keyed) =>
        new($"tunnel-{keyed.Tunnel.Number}", GoogleNameOf(keyed), GoogleNameOf(keyed));

    /// <summary>The name of tunnel, interface and peer.</summary>
    private string GoogleNameOf(KeyedTunnel keyed) => $"{args.PhysicalName}-{keyed.Tunnel.Number}";

    private Output<string> KeyOf(LinkTunnel tunnel) => Output.CreateSecret(args.Secret.Apply(secret =>
        PreSharedKey.Derive(secret, args.Key, tunnel.Number, args.KeyGenerations[tunnel.Connection])));

    private AwsVpnConnection MakeConnection(int index, ImmutableArray<KeyedTunnel> tunnels, AwsVpnConnection? after) => new($"{name}-{index}", new()
    {
        AccountId = args.Aws.AccountId,
        Region = args.Aws.Region,
        PhysicalName = $"{args.PhysicalName}-{index}",
        TransitGatewayId = args.Aws.TransitGatewayId,
        LinkTableId = args.Aws.LinkTableId,
        SegmentTables = args.Aws.SegmentTables,
        PeerAsn = args.Google.Asn,
        PeerAddress = args.Google.VpnAddresses[index],
        Tunnels = [.. tunnels.Where(keyed => keyed.Tunnel.Connection == index)],
        Proposal = args.Proposal,
        Bandwidth = args.Bandwidth,
        After = after?.Connection,
        TransportAttachmentId = args.TransportAttachmentId,
        LogRetentionDays = args.LogRetentionDays,
        Protect = args.Protect,
    }, child);

    /// <summary>Google's record of AWS's four addresses, in the order of the tunnels.</summary>
    private ExternalVpnGateway Record(ImmutableArray<Output<string>> addresses) => new(name, new()
    {
        Name = args.PhysicalName,
        Project = args.Google.Project,
        RedundancyType = "FOUR_IPS_REDUNDANCY",
        Interfaces = addresses.Select((address, index) => new ExternalVpnGatewayInterfaceArgs { Id = index, IpAddress = address }).ToArray(),
    }, new() { Parent = this, Protect = args.Protect });

    private void MakeTunnels(ImmutableArray<KeyedTunnel> tunnels, ExternalVpnGateway record)
    {
        ImmutableArray<Resource> before = [];
        foreach (var connection in tunnels.GroupBy(keyed => keyed.Tunnel.Connection))
        {
            var after = before;
            before = [.. connection.Select(keyed => MakeTunnel(keyed, record, after).Peer)];
        }
    }

    private GoogleVpnTunnel MakeTunnel(KeyedTunnel keyed, ExternalVpnGateway record, ImmutableArray<Resource> after) =>
        new($"{name}-tunnel-{keyed.Tunnel.Number}", new()
        {
            Project = args.Google.Project,
            Region = args.Google.Region,
            PhysicalName = GoogleNameOf(keyed),
            RouterName = args.Google.RouterName,
            VpnGatewaySelfLink = args.Google.VpnGatewaySelfLink,
            ExternalGatewaySelfLink = record.SelfLink,
            PeerAsn = args.Aws.Asn,
            Keyed = keyed,
            Proposal = args.Proposal,
            After = after,
        }, child);
}
