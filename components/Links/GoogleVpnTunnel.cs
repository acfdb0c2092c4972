using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Compute.Inputs;

namespace CrossCloudMesh.Links;

/// <summary>Makes Google's end of one tunnel, and the BGP session in it.</summary>
/// <remarks>
/// Makes 1 tunnel, 1 interface of the router and 1 peer. Nothing of a tunnel can be changed in place, and all three have names of their own,
/// so the old ones go before the new ones come; the peer goes with its interface, whose address it would otherwise still hold. The peer
/// announces what the router does.
/// </remarks>
public sealed class GoogleVpnTunnel : ComponentResource
{
    public const string Token = "infra:links:GoogleVpnTunnel";

    private const int IkeVersion = 2;

    /// <summary>The same on every tunnel, so that all of them are used.</summary>
    private const int RoutePriority = 100;

    /// <summary>The last of the three, for what must wait until this tunnel stands.</summary>
    public RouterPeer Peer { get; }

    internal GoogleVpnTunnel(string name, GoogleVpnTunnelArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var inside = args.Keyed.Tunnel;
        var child = new CustomResourceOptions { Parent = this, DeleteBeforeReplace = true };

        var tunnel = new VPNTunnel(name, new()
        {
            Name = args.PhysicalName,
            Project = args.Project,
            Region = args.Region,
            VpnGateway = args.VpnGatewaySelfLink,
            VpnGatewayInterface = inside.Connection,
            PeerExternalGateway = args.ExternalGatewaySelfLink,
            PeerExternalGatewayInterface = inside.Number,
            Router = args.RouterName,
            IkeVersion = IkeVersion,
            SharedSecret = args.Keyed.Key,
            CipherSuite = Suite(args.Proposal),
        }, CustomResourceOptions.Merge(child, new() { DependsOn = { args.After.ToArray() } }));

        var @interface = new RouterInterface(name, new()
        {
            Name = args.PhysicalName,
            Project = args.Project,
            Region = args.Region,
            Router = args.RouterName,
            IpRange = $"{inside.GoogleAddress}/{inside.Inside.PrefixLength}",
            VpnTunnel = tunnel.SelfLink,
        }, child);

        Peer = new RouterPeer(name, new()
        {
            Name = args.PhysicalName,
            Project = args.Project,
            Region = args.Region,
            Router = args.RouterName,
            Interface = @interface.Name,
            IpAddress = inside.GoogleAddress,
            PeerIpAddress = inside.AwsAddress,
            PeerAsn = args.PeerAsn,
            AdvertisedRoutePriority = RoutePriority,
            AdvertiseMode = "DEFAULT",
            Enable = true,
        }, child);

        RegisterOutputs();
    }

    private static VPNTunnelCipherSuiteArgs Suite(IkeProposal proposal)
    {
        var words = VpnFacts.WordsOf(proposal.Cipher);
        var group = VpnFacts.GoogleGroup(proposal.DhGroup);
        var phase1 = new VPNTunnelCipherSuitePhase1Args { Encryptions = { words.Google }, Prves = { VpnFacts.GooglePrf }, Dhs = { group } };
        var phase2 = new VPNTunnelCipherSuitePhase2Args { Encryptions = { words.Google }, Pfs = { group } };
        if (words.GoogleIntegrity is { } integrity)
        {
            phase1.Integrities.Add(integrity);
            phase2.Integrities.Add(integrity);
        }

        return new() { Phase1 = phase1, Phase2 = phase2 };
    }
}

/// <summary>What <see cref="GoogleVpnTunnel"/> needs.</summary>
internal sealed record GoogleVpnTunnelArgs
{
    public required string Project { get; init; }

    public required string Region { get; init; }

    /// <summary>The name of tunnel, interface and peer: <c>dev-east-0</c>.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> RouterName { get; init; }

    public required Input<string> VpnGatewaySelfLink { get; init; }

    /// <summary>Google's record of the other side's addresses.</summary>
    public required Input<string> ExternalGatewaySelfLink { get; init; }

    /// <summary>The other side's ASN.</summary>
    public required int PeerAsn { get; init; }

    public required KeyedTunnel Keyed { get; init; }

    public required IkeProposal Proposal { get; init; }

    /// <summary>What must stand before this tunnel is made or touched: those of the other connection.</summary>
    public required ImmutableArray<Resource> After { get; init; }
}
