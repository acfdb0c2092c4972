using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.DirectConnect;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Compute.Inputs;

namespace CrossCloudMesh.Links;

/// <summary>Makes both ends of a VLAN on a cable that was delivered, and the BGP session in it.</summary>
/// <remarks>
/// Makes 1 VLAN attachment, 1 interface of the router, 1 peer and 1 transit virtual interface. VLAN, addresses, key and numbers of both
/// ends come from one value. Most of it cannot be changed in place, and the other end would still hold VLAN and addresses: the old ones go
/// before the new ones come.
/// </remarks>
public sealed class DedicatedSession : ComponentResource
{
    public const string Token = "infra:links:DedicatedSession";

    /// <summary>The same on every connection, so that all of them are used.</summary>
    private const int RoutePriority = 100;

    private const int PlainMtuBytes = 1500;

    public InterconnectAttachment Attachment { get; }

    /// <summary>The last on both ends, for what must wait until this session stands.</summary>
    public ImmutableArray<Resource> Settled { get; }

    /// <summary>What of it the clouds measure, each by itself up or down.</summary>
    public ImmutableArray<LinkPoint> Points { get; }

    internal DedicatedSession(string name, DedicatedSessionArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var child = new CustomResourceOptions { Parent = this, DeleteBeforeReplace = true };
        var first = CustomResourceOptions.Merge(child, new() { DependsOn = { args.After.ToArray() } });
        var encrypted = args.ReservedRange is not null;

        Attachment = new InterconnectAttachment(name, new()
        {
            Name = args.PhysicalName,
            Project = args.Project,
            Region = args.GoogleRegion,
            Router = args.Router.SelfLink,
            Type = "DEDICATED",
            Interconnect = args.InterconnectId,
            Bandwidth = args.Speed.GoogleAttachment,
            VlanTag8021q = args.Vlan,
            Mtu = (encrypted ? InterconnectFacts.EncryptedGatewayMtuBytes : InterconnectFacts.GoogleMtuBytes).ToString(),
            StackType = "IPV4_ONLY",
            CandidateCloudRouterIpAddress = args.Session.GoogleRange,
            CandidateCustomerRouterIpAddress = args.Session.AwsRange,
            Encryption = encrypted ? "IPSEC" : "NONE",
            IpsecInternalAddresses = args.ReservedRange is { } reserved ? [reserved] : [],
            AdminEnabled = true,
        }, first);

        var @interface = new RouterInterface(name, new()
        {
            Name = args.PhysicalName,
            Project = args.Project,
            Region = args.GoogleRegion,
            Router = args.Router.RouterName,
            IpRange = args.Session.GoogleRange,
            InterconnectAttachment = Attachment.SelfLink,
        }, child);

        var peer = new RouterPeer(name, new()
        {
            Name = args.PhysicalName,
            Project = args.Project,
            Region = args.GoogleRegion,
            Router = args.Router.RouterName,
            Interface = @interface.Name,
            IpAddress = args.Session.GoogleAddress,
            PeerIpAddress = args.Session.AwsAddress,
            PeerAsn = args.GatewayAsn,
            AdvertisedRoutePriority = RoutePriority,
            AdvertiseMode = "DEFAULT",
            Enable = true,
            Bfd = new RouterPeerBfdArgs
            {
                SessionInitializationMode = "ACTIVE",
                MinTransmitInterval = InterconnectFacts.BfdMilliseconds,
                MinReceiveInterval = InterconnectFacts.BfdMilliseconds,
                Multiplier = InterconnectFacts.BfdMultiplier,
            },
            Md5AuthenticationKey = new RouterPeerMd5AuthenticationKeyArgs { Name = args.PhysicalName, Key = args.Key },
        }, child);

        var virtualInterface = new TransitVirtualInterface(name, new()
        {
            Name = args.PhysicalName,
            Region = args.AwsRegion,
            ConnectionId = args.LagId,
            DxGatewayId = args.DxGatewayId,
            Vlan = args.Vlan,
            AddressFamily = "ipv4",
            BgpAsn = args.RouterAsn,
            AmazonAddress = args.Session.AwsRange,
            CustomerAddress = args.Session.GoogleRange,
            BgpAuthKey = args.Key,
            Mtu = encrypted ? PlainMtuBytes : InterconnectFacts.AwsMtuBytes,
            SitelinkEnabled = false,
            Tags = { ["Name"] = args.PhysicalName },
        }, first);

        Settled = [peer, virtualInterface];
        Points =
        [
            new InterfacePoint("interface", args.AwsRegion, virtualInterface.ConnectionId, virtualInterface.Id),
            new GoogleAttachmentPoint("attachment", args.PhysicalName, args.PhysicalName),
        ];
        RegisterOutputs();
    }
}

/// <summary>What <see cref="DedicatedSession"/> needs.</summary>
internal sealed record DedicatedSessionArgs
{
    public required string Project { get; init; }

    public required string GoogleRegion { get; init; }

    /// <summary>The region of AWS that the location belongs to.</summary>
    public required string AwsRegion { get; init; }

    /// <summary>The name that both consoles show: <c>prod-us-0</c>.</summary>
    public required string PhysicalName { get; init; }

    public required AttachmentRouter Router { get; init; }

    public required int RouterAsn { get; init; }

    public required Input<string> InterconnectId { get; init; }

    public required Input<string> LagId { get; init; }

    public required Input<string> DxGatewayId { get; init; }

    public required int GatewayAsn { get; init; }

    public required InterconnectSpeed Speed { get; init; }

    public required int Vlan { get; init; }

    public required LinkSession Session { get; init; }

    /// <summary>The key of the session, a secret.</summary>
    public required Output<string> Key { get; init; }

    /// <summary>What an HA VPN gateway on this attachment takes its address from; null where traffic is not encrypted on the way.</summary>
    public Output<string>? ReservedRange { get; init; }

    /// <summary>What must stand before this session is made or touched: the one before it.</summary>
    public required ImmutableArray<Resource> After { get; init; }
}
