using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Links;

/// <summary>Joins a data centre and a site on AWS by a VPN from the Transit Gateway to the devices of the data centre.</summary>
/// <remarks>
/// Makes 1 <see cref="AwsVpnConnection"/> of two tunnels per device. Nothing is made in the data centre: what its engineers must enter
/// there comes out as <see cref="DeviceConfiguration"/>. AWS filters nothing that a device announces; what may be reached is decided by the
/// hub's tables (<c>LinkSegment</c>), the VPC's routes and the doors, which know the stated ranges alone. The second connection waits
/// for the first at every step. Takes an AWS provider.
/// </remarks>
public sealed class OnPremisesLink : ComponentResource
{
    public const string Token = "infra:links:OnPremisesLink";

    private readonly string name;
    private readonly OnPremisesLinkArgs args;

    /// <summary>The largest packet that AWS puts into a tunnel uncut, in bytes.</summary>
    [Output("pathMtuBytes")] public Output<int> PathMtuBytes { get; }

    /// <summary>The largest payload of a TCP segment, in bytes, to which AWS cuts new connections.</summary>
    [Output("tcpMssBytes")] public Output<int> TcpMssBytes { get; }

    /// <summary>By tunnel, all that its end in the data centre must be told, the key too; a secret as a whole. Keys are those of
    /// <see cref="DeviceTunnel.Told"/>.</summary>
    [Output("deviceConfiguration")] public Output<ImmutableArray<ImmutableDictionary<string, string>>> DeviceConfiguration { get; }

    /// <summary>What of it the clouds measure, each by itself up or down.</summary>
    public ImmutableArray<LinkPoint> Points { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public OnPremisesLink(string name, OnPremisesLinkArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        (this.name, this.args) = (name, args);

        var points = ImmutableArray.CreateBuilder<LinkPoint>();
        var told = new List<Output<ImmutableDictionary<string, string>>>();
        AwsVpnConnection? before = null;
        for (var index = 0; index < args.OnPremises.Devices.Length; index++)
        {
            ImmutableArray<KeyedTunnel> tunnels =
                [.. LinkTunnel.Of(args.Inside).Where(tunnel => tunnel.Connection == index).Select(tunnel => new KeyedTunnel(tunnel, KeyOf(tunnel)))];
            before = Connect(index, tunnels, before);
            points.AddRange(before.Points);
            told.AddRange(tunnels.Zip(before.Addresses, (keyed, address) => Tell(args.OnPremises.Devices[index], keyed, address)));
        }

        Points = points.ToImmutable();
        DeviceConfiguration = Output.CreateSecret(Output.All(told.Select(each => (Input<ImmutableDictionary<string, string>>)each)));
        PathMtuBytes = Output.Create(VpnFacts.DevicePathMtuBytes(args.Proposal));
        TcpMssBytes = Output.Create(TcpFacts.MssBytes(VpnFacts.DevicePathMtuBytes(args.Proposal)));
        RegisterOutputs();
    }

    private Output<string> KeyOf(LinkTunnel tunnel) => Output.CreateSecret(args.Secret.Apply(secret =>
        PreSharedKey.Derive(secret, args.Key, tunnel.Number, args.KeyGenerations[tunnel.Connection])));

    private AwsVpnConnection Connect(int index, ImmutableArray<KeyedTunnel> tunnels, AwsVpnConnection? after) => new($"{name}-{index}", new()
    {
        AccountId = args.Aws.AccountId,
        Region = args.Aws.Region,
        PhysicalName = $"{args.PhysicalName}-{index}",
        TransitGatewayId = args.Aws.TransitGatewayId,
        LinkTableId = args.Aws.LinkTableId,
        SegmentTables = args.Aws.SegmentTables,
        PeerAsn = args.OnPremises.Asn,
        PeerAddress = args.OnPremises.Devices[index].ToString(),
        Tunnels = tunnels,
        Proposal = args.Proposal,
        Bandwidth = args.Bandwidth,
        After = after?.Connection,
        LogRetentionDays = args.LogRetentionDays,
        Protect = args.Protect,
    }, new() { Parent = this });

    private Output<ImmutableDictionary<string, string>> Tell(PublicAddress device, KeyedTunnel keyed, Output<string> address) =>
        Output.Tuple(address, keyed.Key).Apply(ends => new DeviceTunnel
        {
            Device = device,
            AwsAddress = ends.Item1,
            Tunnel = keyed.Tunnel,
            Key = ends.Item2,
            DeviceAsn = args.OnPremises.Asn,
            AwsAsn = args.Aws.Asn,
            Proposal = args.Proposal,
            Announce = args.OnPremises.Ranges,
            Expect = [.. args.Aws.Ranges, .. args.Through],
        }.Told());
}
