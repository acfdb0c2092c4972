using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Ec2;

namespace CrossCloudMesh.Networks;

/// <summary>Makes one VPC in which nothing is reachable from outside and every flow is recorded.</summary>
/// <remarks>
/// Makes, for Z zones: 1 VPC, its default group emptied, 1 internet gateway, 3 Z subnets and as many associations, Z + 2 route tables,
/// Z + 1 default routes, 1 regional NAT gateway or Z zonal ones with an address each, 1 gateway endpoint for S3, 1 <see cref="AwsFlowLog"/>.
/// Subnets hang on zone and tier, never on their order, so a zone that comes or goes moves nothing; every private subnet has a route
/// table of its own, so that another kind of NAT changes one route and no table.
/// </remarks>
public sealed class AwsNetwork : ComponentResource
{
    public const string Token = "infra:networks:AwsNetwork";

    private const string Anywhere = "0.0.0.0/0";

    private readonly string name;
    private readonly AwsNetworkArgs args;
    private readonly CustomResourceOptions child;

    [Output("vpcId")] public Output<string> VpcId { get; }

    /// <summary>Subnets for nodes, by zone.</summary>
    [Output("privateSubnetIds")] public Output<ImmutableDictionary<string, string>> PrivateSubnetIds { get; }

    /// <summary>Subnets for load balancers, by zone.</summary>
    [Output("publicSubnetIds")] public Output<ImmutableDictionary<string, string>> PublicSubnetIds { get; }

    /// <summary>Subnets without a default route, for attachments and control-plane interfaces, by zone.</summary>
    [Output("intraSubnetIds")] public Output<ImmutableDictionary<string, string>> IntraSubnetIds { get; }

    /// <summary>What a node must wait for before it can reach anything outside: routes and their associations, no more.</summary>
    public IReadOnlyList<Resource> WayOut { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public AwsNetwork(string name, AwsNetworkArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        (this.name, this.args) = (name, args);
        child = new CustomResourceOptions { Parent = this };

        var vpc = new Vpc(name, new()
        {
            CidrBlock = args.Range.ToString(),
            EnableDnsHostnames = true,
            EnableDnsSupport = true,
            EnableNetworkAddressUsageMetrics = true,
            Tags = Named(),
        }, Kept());
        VpcId = vpc.Id;

        // The group that AWS makes lets its members talk to one another; taken over without rules, it lets nothing through.
        _ = new DefaultSecurityGroup($"{name}-closed", new() { VpcId = VpcId, Tags = Named("closed") }, child);
        _ = new AwsFlowLog($"{name}-flow", new()
        {
            AccountId = args.AccountId,
            Region = args.Region,
            PhysicalName = $"{args.PhysicalName}-flow",
            VpcId = VpcId,
            LogRetentionDays = args.LogRetentionDays,
            Protect = args.Protect,
        }, new() { Parent = this });

        var internet = new InternetGateway(name, new() { VpcId = VpcId, Tags = Named() }, child);

        var publicSubnets = MakeSubnets(SubnetTier.Public, "public", "kubernetes.io/role/elb");
        var publicTable = MakeTable("public");
        MakeDefaultRoute("public", new() { RouteTableId = publicTable.Id, GatewayId = internet.Id });
        foreach (var (zone, subnet) in publicSubnets)
        {
            Associate($"public-{zone}", subnet, publicTable);
        }

        var intraSubnets = MakeSubnets(SubnetTier.Intra, "intra", loadBalancerRole: null);
        var intraTable = MakeTable("intra");
        foreach (var (zone, subnet) in intraSubnets)
        {
            Associate($"intra-{zone}", subnet, intraTable);
        }

        var privateSubnets = MakeSubnets(SubnetTier.Private, "private", "kubernetes.io/role/internal-elb");
        var privateTables = ByZone(zone => MakeTable($"private-{zone}"));
        var nats = MakeNats(internet, publicSubnets);
        WayOut =
        [
            .. privateTables.Select(table => MakeDefaultRoute(
                $"private-{table.Key}", new() { RouteTableId = table.Value.Id, NatGatewayId = nats[table.Key].Id })),
            .. privateSubnets.Select(subnet => Associate($"private-{subnet.Key}", subnet.Value, privateTables[subnet.Key])),
        ];

        _ = new VpcEndpoint($"{name}-s3", new()
        {
            VpcId = VpcId,
            ServiceName = $"com.amazonaws.{args.Region}.s3",
            VpcEndpointType = "Gateway",
            RouteTableIds = privateTables.Values.Append(intraTable).Select(table => table.Id).ToArray(),
            Tags = Named("s3"),
        }, child);

        PrivateSubnetIds = Ids(privateSubnets);
        PublicSubnetIds = Ids(publicSubnets);
        IntraSubnetIds = Ids(intraSubnets);
        RegisterOutputs();
    }

    private ImmutableSortedDictionary<string, Subnet> MakeSubnets(SubnetTier tier, string word, string? loadBalancerRole) => ByZone(zone =>
    {
        var tags = Named($"{word}-{zone}");
        if (loadBalancerRole is not null)
        {
            tags.Add(loadBalancerRole, "1");
        }

        return new Subnet($"{name}-{word}-{zone}", new()
        {
            VpcId = VpcId,
            AvailabilityZoneId = zone,
            CidrBlock = SubnetPlan.Carve(args.Range, tier, args.Zones[zone]).ToString(),
            MapPublicIpOnLaunch = false,
            Tags = tags,
        }, Kept());
    });

    /// <summary>The gateway that each zone's private subnets leave by.</summary>
    private ImmutableSortedDictionary<string, NatGateway> MakeNats(
        InternetGateway internet, ImmutableSortedDictionary<string, Subnet> publicSubnets)
    {
        var afterInternet = new CustomResourceOptions { Parent = this, DependsOn = { internet } };
        if (args.Nat == NatMode.Regional)
        {
            var nat = new NatGateway(name, new()
            {
                VpcId = VpcId,
                AvailabilityMode = "regional",
                ConnectivityType = "public",
                Tags = Named(),
            }, afterInternet);
            return ByZone(_ => nat);
        }

        return ByZone(zone =>
        {
            var address = new Eip($"{name}-nat-{zone}", new() { Domain = "vpc", Tags = Named($"nat-{zone}") }, Kept());
            return new NatGateway($"{name}-{zone}", new()
            {
                SubnetId = publicSubnets[zone].Id,
                AllocationId = address.Id,
                ConnectivityType = "public",
                Tags = Named(zone),
            }, afterInternet);
        });
    }

    private RouteTable MakeTable(string part) => new($"{name}-{part}", new() { VpcId = VpcId, Tags = Named(part) }, child);

    private Route MakeDefaultRoute(string part, RouteArgs route)
    {
        route.DestinationCidrBlock = Anywhere;
        return new Route($"{name}-{part}-default", route, child);
    }

    private RouteTableAssociation Associate(string part, Subnet subnet, RouteTable table) =>
        new($"{name}-{part}", new() { SubnetId = subnet.Id, RouteTableId = table.Id }, child);

    /// <summary>For what others stand on and cannot be made again in its place.</summary>
    private CustomResourceOptions Kept() => new() { Parent = this, Protect = args.Protect };

    private InputMap<string> Named(string? part = null) => new() { ["Name"] = part is null ? args.PhysicalName : $"{args.PhysicalName}-{part}" };

    private ImmutableSortedDictionary<string, T> ByZone<T>(Func<string, T> make) =>
        args.Zones.Keys.ToImmutableSortedDictionary(zone => zone, make, StringComparer.Ordinal);

    private static Output<ImmutableDictionary<string, string>> Ids(ImmutableSortedDictionary<string, Subnet> subnets) =>
        Output.All(subnets.Values.Select(subnet => subnet.Id))
            .Apply(ids => subnets.Keys.Zip(ids).ToImmutableDictionary(pair => pair.First, pair => pair.Second));
}

/// <summary>How private subnets reach the internet.</summary>
public enum NatMode
{
    /// <summary>One gateway that spans the zones and grows by itself.</summary>
    Regional,

    /// <summary>One gateway in every zone, each with an address that never changes: for peers that keep lists of them.</summary>
    PerZone,
}

/// <summary>What <see cref="AwsNetwork"/> needs.</summary>
public sealed record AwsNetworkArgs
{
    public required string AccountId { get; init; }

    public required string Region { get; init; }

    /// <summary>The name that the console shows, and the first part of every other: <c>dev-aws-east</c>.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The VPC's range, /16 to /20.</summary>
    public required Cidr Range { get; init; }

    /// <summary>Zone id (<c>use1-az1</c>) to the slot of <see cref="SubnetPlan"/> that it holds.</summary>
    public required ImmutableSortedDictionary<string, int> Zones { get; init; }

    public required NatMode Nat { get; init; }

    /// <summary>How long flow logs are kept, in days.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Whether the engine refuses to delete the VPC, its subnets, its addresses and the key of its logs.</summary>
    public required bool Protect { get; init; }

    internal IEnumerable<Fault> Check()
    {
        if (Range.PrefixLength is < SubnetPlan.MinPrefixLength or > SubnetPlan.MaxPrefixLength)
        {
            yield return new("range", $"must be a /{SubnetPlan.MinPrefixLength} to a /{SubnetPlan.MaxPrefixLength}", Range.ToString());
        }

        if (Zones.Count < 2)
        {
            yield return new("zones", "must be at least 2, which EKS asks for", string.Join(", ", Zones.Keys), "add a zone");
        }

        if (Zones.Values.Distinct().Count() != Zones.Count)
        {
            yield return new("zones", "must hold one slot each", string.Join(", ", Zones.Values), "give every zone a slot of its own");
        }
    }
}
