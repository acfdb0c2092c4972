using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.NetworkConnectivity;
using CloudControlled = Pulumi.Aws.CloudControl.Resource;
using ServiceIdentity = Pulumi.Gcp.Projects.ServiceIdentity;

namespace CrossCloudMesh.Links;

/// <summary>Joins a site on AWS and a site on Google Cloud by an interconnect that the two clouds run together: AWS Interconnect on the one
/// side, Partner Cross-Cloud Interconnect on the other.</summary>
/// <remarks>
/// Makes 1 <see cref="DirectGateway"/>, the service agent that Google acts through, 1 transport, 1 connection and 1 peering. Hub and network
/// are given, as are the doors of the link. Behind it are four channels in two buildings or more, encrypted between the
/// clouds, with routing sessions that nobody but the clouds sees: there is nothing to make twice, and AWS advises against it.
/// <para>
/// Google begins: its transport draws a key, and AWS accepts the connection by it. The key lets whoever holds it take the connection, so it
/// is a secret wherever it stands, also in what AWS reads back. Pulumi.Aws 7.48.0 has no resource for that connection; CloudFormation has
/// a type, so the provider's Cloud Control resource makes it and no second provider is needed. Key and gateway cannot be changed later, nor
/// can most of the transport, and a project has one transport in a region: the old ones go before new ones come.
/// </para>
/// <para>
/// AWS may leave the connection pending until the peering is there, for up to half an hour, so neither waits for the other. Taken down,
/// peering and connection go first, then the transport, then the gateway, which AWS keeps while anything hangs on it.
/// </para>
/// Takes an AWS and a Google provider, that of AWS in the region of the site. Sources: those of <see cref="InterconnectPairs"/>, and
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-interconnect-connection.html, read 2026-11-21.
/// </remarks>
public sealed class ManagedInterconnect : ComponentResource
{
    public const string Token = "infra:links:ManagedInterconnect";

    /// <summary>What CloudFormation calls the connection.</summary>
    private const string ConnectionType = "AWS::Interconnect::Connection";

    /// <summary>What transport and peering speak, which must be the same.</summary>
    private const string StackType = "IPV4_ONLY";

    private readonly string name;
    private readonly ManagedInterconnectArgs args;

    /// <summary>The largest packet that passes uncut, in bytes: that of the network on Google Cloud, or the hub's where it is smaller.</summary>
    [Output("pathMtuBytes")] public Output<int> PathMtuBytes { get; }

    /// <summary>The largest payload of a TCP segment on that path, in bytes.</summary>
    [Output("tcpMssBytes")] public Output<int> TcpMssBytes { get; }

    [Output("bandwidthMbps")] public Output<int> BandwidthMbps { get; }

    /// <summary>What of it the clouds measure, each by itself up or down.</summary>
    public ImmutableArray<LinkPoint> Points { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public ManagedInterconnect(string name, ManagedInterconnectArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        (this.name, this.args) = (name, args);

        var gateway = new DirectGateway(name, new()
        {
            PhysicalName = args.PhysicalName,
            Asn = args.GatewayAsn,
            Aws = args.Aws,
            Announced = PreferredRanges.Of(args.Aws.Ranges),
            Protect = args.Protect,
        }, new() { Parent = this });
        var transport = MakeTransport();
        Connect(gateway, transport);
        Peer(transport);

        Points = gateway.Points;
        var pathMtu = InterconnectPairs.PathMtuBytes(args.NetworkMtuBytes);
        PathMtuBytes = Output.Create(pathMtu);
        TcpMssBytes = Output.Create(TcpFacts.MssBytes(pathMtu));
        BandwidthMbps = Output.Create(args.BandwidthMbps);
        RegisterOutputs();
    }

    private Transport MakeTransport()
    {
        var agent = new ServiceIdentity($"{name}-agent", new() { Project = args.Google.Project, Service = InterconnectPairs.Api },
            new() { Parent = this, DependsOn = { args.Api } });
        return new(name, DescribeTransport(), new()
        {
            Parent = this,
            Protect = args.Protect,
            DependsOn = { agent },
            DeleteBeforeReplace = true,
            AdditionalSecretOutputs = { "generatedActivationKey" },
        });
    }

    private TransportArgs DescribeTransport() => new()
    {
        Name = args.PhysicalName,
        Project = args.Google.Project,
        Region = args.Google.Region,
        RemoteProfile = InterconnectPairs.Find(args.Aws.Region, args.Google.Region)!.RemoteProfile(args.Google.Project),
        RemoteAccountId = args.Aws.AccountId,
        Bandwidth = InterconnectPairs.BandwidthOf(args.BandwidthMbps)!.Google,
        Network = args.Google.NetworkSelfLink,
        AdvertisedRoutes = args.Google.Ranges.Select(range => range.ToString()).ToArray(),
        StackType = StackType,
    };

    private void Connect(DirectGateway gateway, Transport transport) => _ = new CloudControlled(name, new()
    {
        TypeName = ConnectionType,
        DesiredState = Output.Tuple(Output.CreateSecret(transport.GeneratedActivationKey), gateway.GatewayId)
            .Apply(both => Describe(activationKey: both.Item1, gatewayId: both.Item2)),
    }, new()
    {
        Parent = this,
        Protect = args.Protect,
        DeleteBeforeReplace = true,
        AdditionalSecretOutputs = { "desiredState", "properties" },
    });

    /// <summary>The connection in the words of CloudFormation; its bandwidth is in the key.</summary>
    private string Describe(string activationKey, string gatewayId) => new JsonObject
    {
        ["ActivationKey"] = activationKey,
        ["AttachPoint"] = new JsonObject { ["DirectConnectGateway"] = gatewayId },
        ["Description"] = args.PhysicalName,
        ["Tags"] = new JsonArray([.. args.Tags.SetItem("Name", args.PhysicalName)
            .Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]),
    }.ToJsonString();

    /// <summary>What joins the site's network to the one in which Google ends the transport, and lets routes through both ways.</summary>
    private void Peer(Transport transport) => _ = new NetworkPeering(name, new()
    {
        Name = args.PhysicalName,
        Network = args.Google.NetworkSelfLink,
        PeerNetwork = transport.PeeringNetwork,
        ImportCustomRoutes = true,
        ExportCustomRoutes = true,
        StackType = StackType,
    }, new() { Parent = this });
}
