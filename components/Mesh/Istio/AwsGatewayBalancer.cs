using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Ec2;

namespace CrossCloudMesh.Mesh.Istio;

/// <summary>Keeps one address in each zone for an internal Network Load Balancer.</summary>
/// <remarks>
/// Makes 1 reservation per zone: 16 addresses at the end of the zone's private subnet, which AWS then gives to nobody who does not ask for one
/// by name, nodes with prefixes for their pods included. The balancer has the first of them. The AWS Load Balancer Controller makes it, with
/// pods as its targets, and is among <see cref="Ready"/>: on destroy it goes after the Service. A controller that already gave one of
/// these addresses to a pod refuses the balancer, so reserve them before there are nodes.
/// Source: https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/ and
/// https://docs.aws.amazon.com/vpc/latest/userguide/subnet-cidr-reservation.html, read 2026-11-21.
/// </remarks>
public sealed class AwsGatewayBalancer : ComponentResource, IGatewayBalancer
{
    public const string Token = "infra:mesh:AwsGatewayBalancer";

    private const string Prefix = "service.beta.kubernetes.io/aws-load-balancer-";

    /// <summary>A /28, which is the smallest part that the controller of addresses for pods takes at once.</summary>
    private const int ReservedPrefixLength = 28;

    public Output<ImmutableArray<string>> Addresses { get; }

    public Output<ImmutableDictionary<string, string>> Annotations { get; }

    public Output<string>? ServiceAddress => null;

    public IReadOnlyList<Resource> Ready { get; }

    public AwsGatewayBalancer(string name, AwsGatewayBalancerArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var reserved = args.Subnets.ToImmutableSortedDictionary(subnet => subnet.Key, subnet => PlaceIn(subnet.Value.Range, args.Slot), StringComparer.Ordinal);
        var reservations = args.Subnets.Select(subnet => new SubnetCidrReservation($"{name}-{subnet.Key}", new()
        {
            SubnetId = subnet.Value.Id,
            CidrBlock = reserved[subnet.Key].ToString(),
            ReservationType = "explicit",
            Description = args.Description,
        }, new() { Parent = this })).ToArray();

        ImmutableArray<string> addresses = [.. reserved.Values.Select(range => range.ToString().Split('/')[0])];
        Addresses = Output.Create(addresses);
        Annotations = Output.All(args.Subnets.Values.Select(subnet => subnet.Id.ToOutput())).Apply(ids => ImmutableDictionary<string, string>.Empty
            .Add($"{Prefix}type", "external")
            .Add($"{Prefix}nlb-target-type", "ip")
            .Add($"{Prefix}scheme", "internal")
            .Add($"{Prefix}attributes", "load_balancing.cross_zone.enabled=true")
            .Add($"{Prefix}subnets", string.Join(',', ids))
            .Add($"{Prefix}private-ipv4-addresses", string.Join(',', addresses))
            .AddRange(HealthOf(args)));
        Ready = [.. reservations, .. args.Controller];
        RegisterOutputs();
    }

    private static Cidr PlaceIn(Cidr range, int slot) => range.Part(ReservedPrefixLength, (1 << (ReservedPrefixLength - range.PrefixLength)) - 1 - slot);

    private static IEnumerable<KeyValuePair<string, string>> HealthOf(AwsGatewayBalancerArgs args) => args.IsOfIstio
        ?
        [
            new($"{Prefix}healthcheck-protocol", "http"),
            new($"{Prefix}healthcheck-port", $"{IstioFacts.StatusPort}"),
            new($"{Prefix}healthcheck-path", "/healthz/ready"),
        ]
        : [new($"{Prefix}healthcheck-protocol", "tcp"), new($"{Prefix}healthcheck-port", "traffic-port")];
}

/// <summary>What <see cref="AwsGatewayBalancer"/> needs.</summary>
public sealed record AwsGatewayBalancerArgs
{
    /// <summary>The private subnets by zone id; each /28 or larger.</summary>
    public required ImmutableSortedDictionary<string, BalancerSubnet> Subnets { get; init; }

    /// <summary>Which 16 addresses from the end of each subnet: 0 are the last. No two balancers of a network have the same.</summary>
    public int Slot { get; init; }

    /// <summary>What the addresses are kept for.</summary>
    public string Description { get; init; } = "The east-west gateway of the mesh";

    /// <summary>Whether Istio's proxy stands behind it, which says at a port of its own whether it is ready; another is ready where it can be connected to.</summary>
    public bool IsOfIstio { get; init; } = true;

    /// <summary>The controller that makes load balancers for Services.</summary>
    public required IReadOnlyList<Resource> Controller { get; init; }
}

/// <summary>A subnet that a load balancer stands in.</summary>
/// <param name="Id">The subnet.</param>
/// <param name="Range">Its addresses.</param>
public sealed record BalancerSubnet(Input<string> Id, Cidr Range);
