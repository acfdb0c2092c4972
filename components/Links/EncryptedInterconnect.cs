using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Ec2TransitGateway;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Compute.Inputs;

namespace CrossCloudMesh.Links;

/// <summary>Joins a site on AWS and a site on Google Cloud by a VPN inside cables of one's own, so that traffic is encrypted from cloud to cloud.</summary>
/// <remarks>
/// THE COMBINATION IS DOCUMENTED NOWHERE. Google documents HA VPN over its interconnect, AWS private-IP VPN over Direct Connect; that the one
/// ends in the other is this component's own conclusion, and wants a test with real accounts before anything relies on it.
/// Makes 1 <see cref="CrossCloudInterconnect"/> whose attachments carry encrypted traffic alone, with 1 reserved range each; on the hub 1
/// route table for the outside of the tunnels, which knows nothing but Google's gateways: what comes in unencrypted leads nowhere. Once all
/// cables were delivered, 1 <see cref="PreferredTable"/> for the inside of the tunnels, and per metropolitan area 1 HA VPN gateway that is bound
/// to its two attachments, 1 <see cref="AttachmentRouter"/> and 1 <see cref="HaVpnLink"/>. The hub must have the range from which AWS takes
/// its outer addresses.
/// Sources: https://docs.cloud.google.com/network-connectivity/docs/interconnect/concepts/ha-vpn-interconnect,
/// https://docs.aws.amazon.com/vpn/latest/s2svpn/private-ip-dx.html, read 2026-11-21.
/// </remarks>
public sealed class EncryptedInterconnect : ComponentResource
{
    public const string Token = "infra:links:EncryptedInterconnect";

    private readonly string name;
    private readonly EncryptedInterconnectArgs args;
    private readonly ComponentResourceOptions child;

    /// <summary>The largest packet that passes uncut, in bytes.</summary>
    [Output("pathMtuBytes")] public Output<int> PathMtuBytes { get; }

    /// <summary>The largest payload of a TCP segment, in bytes.</summary>
    [Output("tcpMssBytes")] public Output<int> TcpMssBytes { get; }

    /// <summary>What people still have to do before this path carries traffic; empty when it is all done.</summary>
    [Output("steps")] public Output<ImmutableArray<string>> Steps { get; }

    /// <summary>What of it the clouds measure, each by itself up or down.</summary>
    public ImmutableArray<LinkPoint> Points { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public EncryptedInterconnect(string name, EncryptedInterconnectArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        (this.name, this.args) = (name, args);
        child = new ComponentResourceOptions { Parent = this };

        var transport = new RouteTable($"{name}-transport", new()
        {
            TransitGatewayId = args.Cables.Aws.TransitGatewayId,
            Tags = { ["Name"] = $"{args.Cables.PhysicalName}-transport" },
        }, new() { Parent = this });
        var ranges = new EncryptedRanges(args.HubRange, args.GatewayRange, []);
        var cables = new CrossCloudInterconnect($"{name}-cables", args.Cables with
        {
            Aws = args.Cables.Aws with
            {
                LinkTableId = transport.Id,
                SegmentTables = ImmutableSortedDictionary.Create<string, Output<string>>(StringComparer.Ordinal).Add("transport", transport.Id),
            },
            Encrypted = ranges with { Reserved = [.. args.Cables.Connections.Select(connection => Reserve(connection, ranges))] },
        }, child);

        var points = cables.Points.Select(point => point with { Carries = false }).ToImmutableArray().ToBuilder();
        if (cables.HubAttachmentId is { } attachment && args.Cables.Connections.All(connection => connection.Port.Delivered))
        {
            var preferred = new PreferredTable($"{name}-tunnels", new()
            {
                PhysicalName = $"{args.Cables.PhysicalName}-tunnels",
                TransitGatewayId = args.Cables.Aws.TransitGatewayId,
                NetworkAttachmentId = args.NetworkAttachmentId,
                Ranges = args.NetworkRanges,
            }, child);
            foreach (var (metro, index) in args.Cables.Metros.Select((metro, index) => (metro, index)))
            {
                points.AddRange(MakeTunnels(metro, index, cables, attachment, preferred.Id).Select(point => point with { Name = $"{point.Name}-metro-{index}" }));
            }
        }

        Points = points.ToImmutable();
        var pathMtu = Math.Min(args.Cables.NetworkMtuBytes, InterconnectFacts.EncryptedMtuBytes(args.Proposal));
        PathMtuBytes = Output.Create(pathMtu);
        TcpMssBytes = Output.Create(TcpFacts.MssBytes(pathMtu));
        Steps = cables.Steps;
        RegisterOutputs();
    }

    /// <summary>Google takes the address of a gateway's interface from what its attachment has reserved.</summary>
    private Output<string> Reserve(InterconnectConnection connection, EncryptedRanges ranges)
    {
        var range = ranges.RangeOf(connection.Number);
        return new Address($"{name}-{connection.Number}", new()
        {
            Name = $"{args.Cables.PhysicalName}-{connection.Number}",
            Project = args.Cables.Google.Project,
            Region = connection.Metro.GoogleRegion,
            Network = args.Cables.Google.NetworkSelfLink,
            AddressType = "INTERNAL",
            Purpose = "IPSEC_INTERCONNECT",
            IPAddress = range.ToString()[..^$"/{range.PrefixLength}".Length],
            PrefixLength = range.PrefixLength,
        }, new() { Parent = this, Protect = args.Cables.Protect }).SelfLink;
    }

    private ImmutableArray<LinkPoint> MakeTunnels(
        InterconnectMetro metro, int index, CrossCloudInterconnect cables, Output<string> hubAttachmentId, Output<string> tableId)
    {
        var (part, physical) = ($"{name}-tunnels-{index}", $"{args.Cables.PhysicalName}-tunnels-{index}");
        var google = args.Cables.Google;
        var bound = args.Cables.Connections.Where(connection => connection.Metro == metro).Select(connection => cables.Attachments[connection.Number]);
        var gateway = new HaVpnGateway(part, new()
        {
            Name = physical,
            Project = google.Project,
            Region = metro.GoogleRegion,
            Network = google.NetworkSelfLink,
            StackType = "IPV4_ONLY",
            GatewayIpVersion = "IPV4",
            VpnInterfaces = bound.Select((attachment, number) =>
                new HaVpnGatewayVpnInterfaceArgs { Id = number, InterconnectAttachment = attachment.SelfLink }).ToArray(),
        }, new() { Parent = this, Protect = args.Cables.Protect });
        var router = new AttachmentRouter(part, new()
        {
            Project = google.Project,
            Region = metro.GoogleRegion,
            PhysicalName = physical,
            Description = "Speaks BGP with AWS in tunnels over Cross-Cloud Interconnect",
            NetworkSelfLink = google.NetworkSelfLink,
            Asn = google.Asn,
            Announced = google.Ranges,
            Protect = args.Cables.Protect,
        }, child);
        return new HaVpnLink(part, new()
        {
            Key = $"{args.Cables.Key}/{index}",
            PhysicalName = physical,
            Aws = args.Cables.Aws with { LinkTableId = tableId },
            Google = google with
            {
                Region = metro.GoogleRegion,
                RouterName = router.RouterName,
                VpnGatewaySelfLink = gateway.SelfLink,
                VpnAddresses = [.. Enumerable.Range(0, LinkTunnel.Connections).Select(number => gateway.VpnInterfaces.Apply(all => all[number].IpAddress!))],
            },
            Inside = args.InsideOf(index),
            Proposal = args.Proposal,
            Bandwidth = args.Bandwidth,
            Secret = args.Cables.Secret,
            KeyGenerations = args.KeyGenerations,
            TransportAttachmentId = hubAttachmentId,
            LogRetentionDays = args.LogRetentionDays,
            Protect = args.Cables.Protect,
        }, child).Points;
    }
}
