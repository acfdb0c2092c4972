using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.DirectConnect;
using Pulumi.Gcp.Compute;

namespace CrossCloudMesh.Links;

/// <summary>Makes one connection over a partner: Google's VLAN attachment, and AWS's end once its hosted connection is known.</summary>
/// <remarks>
/// Makes 1 attachment, and with a hosted connection 1 confirmation of it and 1 transit virtual interface. Google makes interface and BGP
/// peer by itself, with the addresses of the attachment, from which the virtual interface takes them.
/// </remarks>
public sealed class PartnerSession : ComponentResource
{
    public const string Token = "infra:links:PartnerSession";

    private readonly string name;
    private readonly PartnerSessionArgs args;

    /// <summary>What the partner needs to join the attachment, a secret.</summary>
    public Output<string> PairingKey { get; }

    /// <summary>The last of it, for what must wait until it stands.</summary>
    public ImmutableArray<Resource> Settled { get; }

    /// <summary>What of it the clouds measure, each by itself up or down; nothing before the partner has made its connection.</summary>
    public ImmutableArray<LinkPoint> Points { get; }

    internal PartnerSession(string name, PartnerSessionArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        (this.name, this.args) = (name, args);
        var attachment = new InterconnectAttachment(name, new()
        {
            Name = args.PhysicalName,
            Project = args.Project,
            Region = args.Region,
            Router = args.Router.SelfLink,
            Type = "PARTNER",
            EdgeAvailabilityDomain = $"AVAILABILITY_DOMAIN_{args.Domain}",
            Mtu = InterconnectFacts.PartnerMtuBytes.ToString(),
            StackType = "IPV4_ONLY",
            CandidateCloudRouterIpAddress = args.Session.GoogleRange,
            CandidateCustomerRouterIpAddress = args.Session.AwsRange,
            Encryption = "NONE",
            // It carries traffic as soon as the partner has done its part.
            AdminEnabled = true,
        }, new()
        {
            Parent = this,
            Protect = args.Protect,
            DeleteBeforeReplace = true,
            DependsOn = { args.After.ToArray() },
            AdditionalSecretOutputs = { "pairingKey" },
        });

        PairingKey = Output.CreateSecret(attachment.PairingKey);
        var virtualInterface = args.Hosted is { } hosted ? MakeInterface(hosted, attachment) : null;
        Settled = virtualInterface is null ? [attachment] : [virtualInterface];
        Points = virtualInterface is null
            ? []
            :
            [
                new GoogleAttachmentPoint($"attachment-{args.Domain}", args.PhysicalName, PeerName: null),
                new InterfacePoint($"interface-{args.Domain}", args.Hosted!.Region, virtualInterface.ConnectionId, virtualInterface.Id),
                new PortPoint($"port-{args.Domain}", args.Hosted.Region, virtualInterface.ConnectionId) { Carries = false },
            ];
        RegisterOutputs();
    }

    private TransitVirtualInterface MakeInterface(HostedConnection hosted, InterconnectAttachment attachment)
    {
        var confirmed = new ConnectionConfirmation(name, new()
        {
            Region = hosted.Region,
            ConnectionId = hosted.ConnectionId,
        }, new() { Parent = this });
        return new(name, new()
        {
            Name = args.PhysicalName,
            Region = hosted.Region,
            ConnectionId = confirmed.ConnectionId,
            DxGatewayId = args.DxGatewayId!,
            Vlan = hosted.Vlan,
            AddressFamily = "ipv4",
            BgpAsn = InterconnectFacts.PartnerAsn,
            AmazonAddress = attachment.CustomerRouterIpAddress,
            CustomerAddress = attachment.CloudRouterIpAddress,
            BgpAuthKey = args.Key,
            Mtu = InterconnectFacts.PartnerMtuBytes,
            SitelinkEnabled = false,
            Tags = { ["Name"] = args.PhysicalName },
        }, new() { Parent = this, DeleteBeforeReplace = true });
    }
}

/// <summary>What <see cref="PartnerSession"/> needs.</summary>
internal sealed record PartnerSessionArgs
{
    public required string Project { get; init; }

    public required string Region { get; init; }

    /// <summary>The name that both consoles show: <c>prod-us-1</c>.</summary>
    public required string PhysicalName { get; init; }

    public required AttachmentRouter Router { get; init; }

    /// <summary>The edge availability domain, 1 or 2.</summary>
    public required int Domain { get; init; }

    public required LinkSession Session { get; init; }

    /// <summary>The connection that the partner has made; null as long as there is none.</summary>
    public required HostedConnection? Hosted { get; init; }

    /// <summary>Null as long as there is no hosted connection at all.</summary>
    public required Output<string>? DxGatewayId { get; init; }

    /// <summary>The key of the session, a secret.</summary>
    public required Output<string> Key { get; init; }

    /// <summary>What must stand before this connection is made or touched: the one before it.</summary>
    public required ImmutableArray<Resource> After { get; init; }

    /// <summary>Whether the engine refuses to delete the attachment, whose pairing key the partner has.</summary>
    public required bool Protect { get; init; }
}
