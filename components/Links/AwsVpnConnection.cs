using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace CrossCloudMesh.Links;

/// <summary>Makes one VPN connection of a Transit Gateway to one public address of the other side: AWS's end of two tunnels.</summary>
/// <remarks>
/// Makes 1 customer gateway, 1 VPN connection, 1 <see cref="LinkedAttachment"/> and 1 <see cref="AwsLogGroup"/>. Both tunnels log their
/// negotiation and their BGP. AWS replaces no endpoint of its own accord before its deadline: lifecycle control is on.
/// </remarks>
public sealed class AwsVpnConnection : ComponentResource
{
    public const string Token = "infra:links:AwsVpnConnection";

    internal const string IkeVersion = "ikev2";
    private const string LogFormat = "json";
    internal const int Phase1LifetimeSeconds = 28800;

    /// <summary>Shorter than Google's, so that AWS is always the one to ask for new keys.</summary>
    internal const int Phase2LifetimeSeconds = 3600;

    private const int DeadPeerSeconds = 30;

    private readonly AwsVpnConnectionArgs args;
    private readonly IkeWords words;

    /// <summary>AWS's public address of each of the two tunnels.</summary>
    public ImmutableArray<Output<string>> Addresses { get; }

    /// <summary>The connection itself, for what must wait until it has settled.</summary>
    public VpnConnection Connection { get; }

    /// <summary>What of it the clouds measure, each by itself up or down.</summary>
    public ImmutableArray<LinkPoint> Points { get; }

    internal AwsVpnConnection(string name, AwsVpnConnectionArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        (this.args, words) = (args, VpnFacts.WordsOf(args.Proposal.Cipher));
        var kept = new CustomResourceOptions { Parent = this, Protect = args.Protect };

        var logs = new AwsLogGroup($"{name}-logs", new()
        {
            AccountId = args.AccountId,
            Region = args.Region,
            LogGroupName = $"/aws/vpn/{args.PhysicalName}",
            KeyAliasName = $"{args.PhysicalName}-logs",
            RetentionDays = args.LogRetentionDays,
            Protect = args.Protect,
        }, new() { Parent = this });

        var gateway = new CustomerGateway(name, new()
        {
            Type = "ipsec.1",
            BgpAsn = args.PeerAsn.ToString(),
            IpAddress = args.PeerAddress,
            Tags = { ["Name"] = args.PhysicalName },
        }, kept);

        Connection = new VpnConnection(name, Describe(gateway, logs), CustomResourceOptions.Merge(
            kept, new() { DependsOn = args.After is null ? [] : [args.After] }));

        _ = new LinkedAttachment(name, new()
        {
            AttachmentId = Connection.TransitGatewayAttachmentId,
            LinkTableId = args.LinkTableId,
            SegmentTables = args.SegmentTables,
        }, new() { Parent = this });

        Addresses = [Connection.Tunnel1Address, Connection.Tunnel2Address];
        Points = [.. args.Tunnels.Zip(Addresses, (keyed, address) => new TunnelPoint($"tunnel-{keyed.Tunnel.Number}", args.Region, Connection.Id, address))];
        RegisterOutputs();
    }

    private VpnConnectionArgs Describe(CustomerGateway gateway, AwsLogGroup logs) => new()
    {
        Type = "ipsec.1",
        CustomerGatewayId = gateway.Id,
        TransitGatewayId = args.TransitGatewayId,
        StaticRoutesOnly = false,
        EnableAcceleration = false,
        TunnelInsideIpVersion = "ipv4",
        TunnelBandwidth = args.Bandwidth,
        OutsideIpAddressType = args.TransportAttachmentId is null ? null : (Input<string>)"PrivateIpv4",
        TransportTransitGatewayAttachmentId = args.TransportAttachmentId is { } transport ? (Input<string>)transport : null,
        Tags = { ["Name"] = args.PhysicalName },

        Tunnel1InsideCidr = args.Tunnels[0].Tunnel.Inside.ToString(),
        Tunnel1PresharedKey = args.Tunnels[0].Key,
        Tunnel1IkeVersions = { IkeVersion },
        Tunnel1Phase1EncryptionAlgorithms = { words.Aws },
        Tunnel1Phase1IntegrityAlgorithms = { VpnFacts.AwsIntegrity },
        Tunnel1Phase1DhGroupNumbers = { args.Proposal.DhGroup },
        Tunnel1Phase1LifetimeSeconds = Phase1LifetimeSeconds,
        Tunnel1Phase2EncryptionAlgorithms = { words.Aws },
        Tunnel1Phase2IntegrityAlgorithms = { VpnFacts.AwsIntegrity },
        Tunnel1Phase2DhGroupNumbers = { args.Proposal.DhGroup },
        Tunnel1Phase2LifetimeSeconds = Phase2LifetimeSeconds,
        Tunnel1DpdTimeoutAction = "restart",
        Tunnel1DpdTimeoutSeconds = DeadPeerSeconds,
        Tunnel1StartupAction = "start",
        Tunnel1EnableTunnelLifecycleControl = true,
        Tunnel1LogOptions = new VpnConnectionTunnel1LogOptionsArgs
        {
            CloudwatchLogOptions = new VpnConnectionTunnel1LogOptionsCloudwatchLogOptionsArgs
            {
                LogEnabled = true,
                LogGroupArn = logs.Arn,
                LogOutputFormat = LogFormat,
                BgpLogEnabled = true,
                BgpLogGroupArn = logs.Arn,
                BgpLogOutputFormat = LogFormat,
            },
        },

        Tunnel2InsideCidr = args.Tunnels[1].Tunnel.Inside.ToString(),
        Tunnel2PresharedKey = args.Tunnels[1].Key,
        Tunnel2IkeVersions = { IkeVersion },
        Tunnel2Phase1EncryptionAlgorithms = { words.Aws },
        Tunnel2Phase1IntegrityAlgorithms = { VpnFacts.AwsIntegrity },
        Tunnel2Phase1DhGroupNumbers = { args.Proposal.DhGroup },
        Tunnel2Phase1LifetimeSeconds = Phase1LifetimeSeconds,
        Tunnel2Phase2EncryptionAlgorithms = { words.Aws },
        Tunnel2Phase2IntegrityAlgorithms = { VpnFacts.AwsIntegrity },
        Tunnel2Phase2DhGroupNumbers = { args.Proposal.DhGroup },
        Tunnel2Phase2LifetimeSeconds = Phase2LifetimeSeconds,
        Tunnel2DpdTimeoutAction = "restart",
        Tunnel2DpdTimeoutSeconds = DeadPeerSeconds,
        Tunnel2StartupAction = "start",
        Tunnel2EnableTunnelLifecycleControl = true,
        Tunnel2LogOptions = new VpnConnectionTunnel2LogOptionsArgs
        {
            CloudwatchLogOptions = new VpnConnectionTunnel2LogOptionsCloudwatchLogOptionsArgs
            {
                LogEnabled = true,
                LogGroupArn = logs.Arn,
                LogOutputFormat = LogFormat,
                BgpLogEnabled = true,
                BgpLogGroupArn = logs.Arn,
                BgpLogOutputFormat = LogFormat,
            },
        },
    };
}

/// <summary>What <see cref="AwsVpnConnection"/> needs.</summary>
internal sealed record AwsVpnConnectionArgs
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>The name that the console shows: <c>dev-east-0</c>.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> TransitGatewayId { get; init; }

    /// <summary>The route table of the hub by which what comes in is routed.</summary>
    public required Input<string> LinkTableId { get; init; }

    /// <summary>The route tables that learn what lies behind the link, by segment.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> SegmentTables { get; init; }

    /// <summary>The other side's ASN.</summary>
    public required int PeerAsn { get; init; }

    /// <summary>The other side's public address.</summary>
    public required Input<string> PeerAddress { get; init; }

    /// <summary>The two tunnels, each with its key.</summary>
    public required ImmutableArray<KeyedTunnel> Tunnels { get; init; }

    public required IkeProposal Proposal { get; init; }

    /// <summary><c>standard</c> or <c>large</c>.</summary>
    public required string Bandwidth { get; init; }

    /// <summary>What must have settled before this connection is made or touched: the other one.</summary>
    public VpnConnection? After { get; init; }

    /// <summary>The hub's attachment that the tunnels run over, between private addresses; null where they run over the internet.</summary>
    public Output<string>? TransportAttachmentId { get; init; }

    /// <summary>How long logs are kept, in days.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Whether the engine refuses to delete the connection, and keeps its logs.</summary>
    public required bool Protect { get; init; }
}
