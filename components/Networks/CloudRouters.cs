using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Gcp.Compute;
using Pulumi.Gcp.Compute.Inputs;

namespace CrossCloudMesh.Networks;

/// <summary>Makes what a Google site meets other clouds by: a router that speaks BGP, and a VPN gateway with two public addresses.</summary>
/// <remarks>
/// Makes 1 router and 1 HA VPN gateway, which every link of the site shares. The router announces what is stated here and nothing else, to
/// every peer alike: redundant sessions that announce different ranges lose Google's promise of availability. A gateway that is made anew
/// has other addresses, so it is kept as long as the site stands.
/// Source: https://cloud.google.com/network-connectivity/docs/router/concepts/advertised-routes, read 2026-11-20.
/// </remarks>
public sealed class CloudRouters : ComponentResource
{
    public const string Token = "infra:networks:CloudRouters";

    /// <summary>How many interfaces, each with an address, an HA VPN gateway has.</summary>
    public const int Interfaces = 2;

    /// <summary>Seconds between two signs of life: Google's shortest, from which it takes three to count a peer as dead.</summary>
    private const int KeepaliveSeconds = 20;

    [Output("routerName")] public Output<string> RouterName { get; }

    [Output("vpnGatewaySelfLink")] public Output<string> VpnGatewaySelfLink { get; }

    /// <summary>The public address of each interface of the VPN gateway, in their order.</summary>
    public ImmutableArray<Output<string>> VpnAddresses { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public CloudRouters(string name, CloudRoutersArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        var kept = new CustomResourceOptions { Parent = this, Protect = args.Protect };

        var router = new Router(name, new()
        {
            Name = args.PhysicalName,
            Project = args.Project,
            Region = args.Region,
            Network = args.NetworkSelfLink,
            Description = "Speaks BGP with other clouds",
            Bgp = new RouterBgpArgs
            {
                Asn = args.Asn,
                AdvertiseMode = "CUSTOM",
                AdvertisedIpRanges = args.Announced.Select(range => new RouterBgpAdvertisedIpRangeArgs
                {
                    Range = range.Value.ToString(),
                    Description = range.Key,
                }).ToArray(),
                KeepaliveInterval = KeepaliveSeconds,
            },
        }, kept);

        var gateway = new HaVpnGateway(name, new()
        {
            Name = args.PhysicalName,
            Project = args.Project,
            Region = args.Region,
            Network = args.NetworkSelfLink,
            StackType = "IPV4_ONLY",
            GatewayIpVersion = "IPV4",
        }, kept);

        RouterName = router.Name;
        VpnGatewaySelfLink = gateway.SelfLink;
        VpnAddresses = [.. Enumerable.Range(0, Interfaces).Select(index => gateway.VpnInterfaces.Apply(interfaces => interfaces[index].IpAddress!))];
        RegisterOutputs();
    }
}

/// <summary>What <see cref="CloudRouters"/> needs.</summary>
public sealed record CloudRoutersArgs
{
    public required string Project { get; init; }

    public required string Region { get; init; }

    /// <summary>The name of both: <c>dev-gcp-east</c>.</summary>
    public required string PhysicalName { get; init; }

    public required Input<string> NetworkSelfLink { get; init; }

    /// <summary>The router's own private ASN.</summary>
    public required int Asn { get; init; }

    /// <summary>The ranges that peers are told of, by what they hold: <c>nodes</c>, <c>pods</c>.</summary>
    public required ImmutableSortedDictionary<string, Cidr> Announced { get; init; }

    /// <summary>Whether the engine refuses to delete router and gateway.</summary>
    public required bool Protect { get; init; }

    internal IEnumerable<Fault> Check()
    {
        if (Announced.IsEmpty)
        {
            yield return new("announced", "must hold at least one range", "none", "name what peers may reach");
        }
    }
}
