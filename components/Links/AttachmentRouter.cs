using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Compute.Inputs;

namespace CrossCloudMesh.Links;

/// <summary>Makes a router of an interconnect: one that speaks BGP over VLAN attachments, or over tunnels inside them.</summary>
/// <remarks>Makes 1 router. It announces what is stated here and nothing else, to every peer alike.</remarks>
public sealed class AttachmentRouter : ComponentResource
{
    public const string Token = "infra:links:AttachmentRouter";

    /// <summary>Seconds between two signs of life: Google's shortest, from which it takes three to count a peer as dead.</summary>
    private const int KeepaliveSeconds = 20;

    public Output<string> RouterName { get; }

    public Output<string> SelfLink { get; }

    internal AttachmentRouter(string name, AttachmentRouterArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var router = new Router(name, new()
        {
            Name = args.PhysicalName,
            Project = args.Project,
            Region = args.Region,
            Network = args.NetworkSelfLink,
            Description = args.Description,
            EncryptedInterconnectRouter = args.Encrypted,
            Bgp = new RouterBgpArgs
            {
                Asn = args.Asn,
                AdvertiseMode = "CUSTOM",
                AdvertisedIpRanges = args.Announced.Select(range => new RouterBgpAdvertisedIpRangeArgs { Range = range.ToString() }).ToArray(),
                KeepaliveInterval = KeepaliveSeconds,
            },
        }, new() { Parent = this, Protect = args.Protect });

        RouterName = router.Name;
        SelfLink = router.SelfLink;
        RegisterOutputs();
    }
}

/// <summary>What <see cref="AttachmentRouter"/> needs.</summary>
internal sealed record AttachmentRouterArgs
{
    public required string Project { get; init; }

    public required string Region { get; init; }

    /// <summary>The router's name: <c>prod-us-iad</c>.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>What the console says of it.</summary>
    public required string Description { get; init; }

    public required Input<string> NetworkSelfLink { get; init; }

    public required int Asn { get; init; }

    /// <summary>The ranges that peers are told of.</summary>
    public required ImmutableArray<Cidr> Announced { get; init; }

    /// <summary>Whether it serves attachments that carry encrypted traffic alone, and nothing else.</summary>
    public bool Encrypted { get; init; }

    /// <summary>Whether the engine refuses to delete the router.</summary>
    public required bool Protect { get; init; }
}
