using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Compute.Inputs;

namespace CrossCloudMesh.Links;

/// <summary>Joins a site on AWS and a site on Google Cloud by cables of one's own: Direct Connect and Cross-Cloud Interconnect.</summary>
/// <remarks>
/// Orders 2 or 4 <see cref="OrderedPort"/> and groups them, so that Google says itself whether they keep the promise. On those that were
/// delivered it makes a <see cref="DedicatedSession"/> each, and for all of them 1 <see cref="AttachmentRouter"/> per metropolitan area and
/// 1 <see cref="DirectGateway"/>. Hub and network are given, as are the doors of the link. All sessions carry traffic at once, and each
/// waits for the one before it at every step. Each key is changed for one connection per deployment. Takes an AWS and a Google provider.
/// Source: https://docs.cloud.google.com/network-connectivity/docs/interconnect/how-to/cci/aws/configure-aws, read 2026-11-21, which ends
/// in a private virtual interface; a hub needs a transit one.
/// </remarks>
public sealed class CrossCloudInterconnect : ComponentResource
{
    public const string Token = "infra:links:CrossCloudInterconnect";

    private readonly string name;
    private readonly CrossCloudInterconnectArgs args;
    private readonly ComponentResourceOptions child;
    private readonly InterconnectSpeed speed;

    /// <summary>The largest packet that passes uncut, in bytes.</summary>
    [Output("pathMtuBytes")] public Output<int> PathMtuBytes { get; }

    /// <summary>The largest payload of a TCP segment, in bytes.</summary>
    [Output("tcpMssBytes")] public Output<int> TcpMssBytes { get; }

    /// <summary>What people still have to do before this path carries traffic; empty when it is all done.</summary>
    [Output("steps")] public Output<ImmutableArray<string>> Steps { get; }

    /// <summary>The VLAN attachments, by the number of their connection.</summary>
    internal ImmutableSortedDictionary<int, InterconnectAttachment> Attachments { get; }

    /// <summary>The hub's attachment of the Direct Connect gateway; null as long as no cable was delivered.</summary>
    internal Output<string>? HubAttachmentId { get; }

    /// <summary>What of it the clouds measure, each by itself up or down.</summary>
    public ImmutableArray<LinkPoint> Points { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public CrossCloudInterconnect(string name, CrossCloudInterconnectArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        (this.name, this.args, speed) = (name, args, InterconnectFacts.SpeedOf(args.SpeedGbps)!);
        child = new ComponentResourceOptions { Parent = this };

        var ports = args.Connections.Select(connection => new OrderedPort($"{name}-{connection.Number}", new()
        {
            Project = args.Google.Project,
            AwsRegion = connection.Metro.AwsRegion,
            PhysicalName = $"{args.PhysicalName}-{connection.Number}",
            Port = connection.Port,
            Speed = speed,
            Protect = args.Protect,
        }, child)).ToList();
        GroupPorts(ports);

        var sessions = ImmutableSortedDictionary.CreateBuilder<int, InterconnectAttachment>();
        var points = ImmutableArray.CreateBuilder<LinkPoint>();
        var delivered = args.Connections.Where(connection => connection.Port.Delivered).ToList();
        if (delivered.Count > 0)
        {
            var gateway = MakeGateway();
            HubAttachmentId = gateway.AttachmentId;
            var routers = delivered.Select(connection => connection.Metro).Distinct().ToDictionary(metro => metro.GoogleRegion, MakeRouter);
            ImmutableArray<Resource> before = [];
            foreach (var connection in delivered)
            {
                var session = MakeSession(connection, ports[connection.Number], routers[connection.Metro.GoogleRegion], gateway, before);
                (before, sessions[connection.Number]) = (session.Settled, session.Attachment);
                points.AddRange(session.Points.Select(point => point with { Name = $"{point.Name}-{connection.Number}" }));
                if (ports[connection.Number].ConnectionId is { } cable)
                {
                    points.Add(new PortPoint($"port-{connection.Number}", connection.Metro.AwsRegion, cable) { Carries = false });
                }
            }

            GroupAttachments(sessions);
        }

        Attachments = sessions.ToImmutable();
        Points = points.ToImmutable();
        var pathMtu = InterconnectFacts.PathMtuBytes(args.NetworkMtuBytes);
        PathMtuBytes = Output.Create(pathMtu);
        TcpMssBytes = Output.Create(TcpFacts.MssBytes(pathMtu));
        Steps = Output.Create(InterconnectSteps.Of(args));
        RegisterOutputs();
    }

    private DirectGateway MakeGateway() => new(name, new()
    {
        PhysicalName = args.PhysicalName,
        Asn = args.GatewayAsn,
        Aws = args.Aws,
        Announced = args.Encrypted is { } encrypted ? [encrypted.HubRange] : PreferredRanges.Of(args.Aws.Ranges),
        Protect = args.Protect,
    }, child);

    private AttachmentRouter MakeRouter(InterconnectMetro metro) => new($"{name}-{metro.GoogleRegion}", new()
    {
        Project = args.Google.Project,
        Region = metro.GoogleRegion,
        PhysicalName = $"{args.PhysicalName}-{metro.GoogleRegion}",
        Description = "Speaks BGP with AWS over Cross-Cloud Interconnect",
        NetworkSelfLink = args.Google.NetworkSelfLink,
        Asn = args.Google.Asn,
        Announced = args.Encrypted is { } encrypted
            ? [.. args.Connections.Where(connection => connection.Metro == metro).Select(connection => encrypted.RangeOf(connection.Number))]
            : args.Google.Ranges,
        Encrypted = args.Encrypted is not null,
        Protect = args.Protect,
    }, child);

    private DedicatedSession MakeSession(
        InterconnectConnection connection, OrderedPort port, AttachmentRouter router, DirectGateway gateway, ImmutableArray<Resource> before) =>
        new($"{name}-session-{connection.Number}", new()
        {
            Project = args.Google.Project,
            GoogleRegion = connection.Metro.GoogleRegion,
            AwsRegion = connection.Metro.AwsRegion,
            PhysicalName = $"{args.PhysicalName}-{connection.Number}",
            Router = router,
            RouterAsn = args.Google.Asn,
            InterconnectId = port.InterconnectId,
            LagId = port.LagId!,
            DxGatewayId = gateway.GatewayId,
            GatewayAsn = args.GatewayAsn,
            Speed = speed,
            Vlan = connection.Port.Vlan,
            Session = LinkSession.Of(args.Inside, connection.Number),
            Key = Output.CreateSecret(args.Secret.Apply(secret =>
                SessionKey.Derive(secret, args.Key, connection.Number, connection.Port.KeyGeneration))),
            ReservedRange = args.Encrypted?.Reserved[connection.Number],
            After = before,
        }, child);

    private void GroupPorts(IReadOnlyList<OrderedPort> ports) => _ = new InterconnectGroup(name, new()
    {
        Name = args.PhysicalName,
        Project = args.Google.Project,
        Intent = new InterconnectGroupIntentArgs { TopologyCapability = InterconnectFacts.LayoutOf(args.Topology).GoogleWord },
        Interconnects = ports.Select((port, number) =>
            new InterconnectGroupInterconnectArgs { Name = $"{args.PhysicalName}-{number}", Interconnect = port.InterconnectId }).ToArray(),
    }, new() { Parent = this });

    private void GroupAttachments(IEnumerable<KeyValuePair<int, InterconnectAttachment>> sessions) => _ = new InterconnectAttachmentGroup(name, new()
    {
        Name = args.PhysicalName,
        Project = args.Google.Project,
        Intent = new InterconnectAttachmentGroupIntentArgs { AvailabilitySla = InterconnectFacts.LayoutOf(args.Topology).GoogleWord },
        Attachments = sessions.Select(session => new InterconnectAttachmentGroupAttachmentArgs
        {
            Name = $"{args.PhysicalName}-{session.Key}",
            Attachment = session.Value.SelfLink,
        }).ToArray(),
    }, new() { Parent = this });
}
