using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Ec2;

namespace CrossCloudMesh.Networks;

/// <summary>Makes one VPC in which nothing is reachable from outside and every flow is recorded.</summary>
/// <remarks>
/// Makes, for Z zones: 1 VPC, its default group emptied, 1 internet gateway, 3 Z subnets and as many associations, Z + 2 route tables,
/// Z + 1 default routes, 1 regional NAT gateway or Z zonal ones with an address each, 1 <see cref="AwsServiceEndpoints"/>, one
/// <see cref="AwsNetworkAcl"/> per tier, 1 <see cref="AwsFlowLog"/>, and where pods have a range of their own 1
/// <see cref="AwsPodSubnets"/>. Without NAT there is neither gateway nor default route for private subnets, and AWS is reached through
/// endpoints; the public tier stays, for load balancers. Subnets hang on zone and tier, never on their order, so a zone that comes or
/// goes moves nothing; every private subnet has a route table of its own, so that another kind of NAT changes one route and no table.
/// </remarks>
public sealed class AwsNetwork : ComponentResource
{
    public const string Token = "infra:networks:AwsNetwork";

    /// <summary>The key of the intra tier's table among <see cref="PeerRouteTables"/>.</summary>
    public const string IntraTable = "intra";

    internal const string Anywhere = "0.0.0.0/0";

    private readonly string name;
    private readonly AwsNetworkArgs args;
    private readonly CustomResourceOptions child;

    [Output("vpcId")] public Output<string> VpcId { get; }

    /// <summary>Subnets for nodes, by zone, one by one: what stands in one neither waits for nor changes with another.</summary>
    public ImmutableSortedDictionary<string, Output<string>> PrivateSubnets { get; }

    /// <summary>Subnets without a default route, by zone, one by one.</summary>
    public ImmutableSortedDictionary<string, Output<string>> IntraSubnets { get; }

    /// <summary>Subnets for nodes, by zone.</summary>
    [Output("privateSubnetIds")] public Output<ImmutableDictionary<string, string>> PrivateSubnetIds { get; }

    /// <summary>Subnets for load balancers, by zone.</summary>
    [Output("publicSubnetIds")] public Output<ImmutableDictionary<string, string>> PublicSubnetIds { get; }

    /// <summary>Subnets without a default route, for attachments and control-plane interfaces, by zone.</summary>
    [Output("intraSubnetIds")] public Output<ImmutableDictionary<string, string>> IntraSubnetIds { get; }

    /// <summary>The route tables of what speaks with peers: <see cref="IntraTable"/>, and one per zone such as <c>private-use1-az1</c>.</summary>
    public ImmutableSortedDictionary<string, Output<string>> PeerRouteTables { get; }

    /// <summary>What a node must wait for before it can reach anything outside: routes, or without NAT endpoints, no more.</summary>
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
            Source = FlowSource.Vpc(VpcId),
            LogRetentionDays = args.LogRetentionDays,
            Protect = args.Protect,
        }, new() { Parent = this });

        var internet = new InternetGateway(name, new() { VpcId = VpcId, Tags = Named() }, child);

        var publicSubnets = MakeSubnets(SubnetTier.Public, "public", "kubernetes.io/role/elb");
        var publicTable = MakeTable("public");
        _ = new Route($"{name}-public-default", new()
        {
            RouteTableId = publicTable.Id,
            DestinationCidrBlock = Anywhere,
            GatewayId = internet.Id,
        }, child);
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
        var pods = MakePodSubnets(privateTables);
        var endpoints = new AwsServiceEndpoints($"{name}-endpoint", new()
        {
            Region = args.Region,
            PhysicalName = args.PhysicalName,
            VpcId = VpcId,
            VpcRanges = args.OwnRanges,
            Services = args.AllEndpoints,
            SubnetIds = privateSubnets.Values.Select(subnet => subnet.Id).ToArray(),
            RouteTableIds = privateTables.Values.Select(table => table.Id).ToArray(),
        }, new() { Parent = this });
        WayOut =
        [
            .. privateSubnets.Select(subnet => Associate($"private-{subnet.Key}", subnet.Value, privateTables[subnet.Key])),
            .. pods?.WayOut ?? [],
            .. args.Nat == NatMode.None ? endpoints.Ready : new AwsNats(name, args, VpcId, this).Make(internet, publicSubnets, privateTables),
        ];

        LetThrough("public", AwsAclRules.Public(args.OwnRanges), ByKey(publicSubnets));
        LetThrough("intra", AwsAclRules.Intra(args.OwnRanges, args.PeerRanges, args.HasResolver), ByKey(intraSubnets));
        LetThrough(
            "private",
            args.Nat == NatMode.None
                ? AwsAclRules.PrivateWithoutNat(args.OwnRanges, args.PeerRanges, args.PeerPorts)
                : AwsAclRules.Private(args.OwnRanges, args.PeerRanges, args.PeerPorts),
            ByKey(privateSubnets).AddRange(pods is null ? [] : pods.SubnetIds.Select(pod => KeyValuePair.Create($"pods-{pod.Key}", pod.Value))));

        PrivateSubnets = ByKey(privateSubnets);
        IntraSubnets = ByKey(intraSubnets);
        PrivateSubnetIds = Ids(privateSubnets);
        PublicSubnetIds = Ids(publicSubnets);
        IntraSubnetIds = Ids(intraSubnets);
        PeerRouteTables = privateTables
            .ToImmutableSortedDictionary(table => $"private-{table.Key}", table => table.Value.Id, StringComparer.Ordinal)
            .Add(IntraTable, intraTable.Id);
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

    private AwsPodSubnets? MakePodSubnets(ImmutableSortedDictionary<string, RouteTable> tables) => args.PodRange is not { } range
        ? null
        : new($"{name}-pods", new()
        {
            PhysicalName = $"{args.PhysicalName}-pods",
            VpcId = VpcId,
            Range = range,
            Zones = args.Zones,
            RouteTableIds = ByZone(zone => tables[zone].Id),
            Protect = args.Protect,
        }, new() { Parent = this });

    private void LetThrough(string tier, AwsAclRules rules, ImmutableSortedDictionary<string, Output<string>> subnetIds) =>
        _ = new AwsNetworkAcl($"{name}-{tier}", new()
        {
            PhysicalName = $"{args.PhysicalName}-{tier}",
            VpcId = VpcId,
            Rules = rules,
            SubnetIds = subnetIds,
        }, new() { Parent = this });

    private RouteTable MakeTable(string part) => new($"{name}-{part}", new() { VpcId = VpcId, Tags = Named(part) }, child);

    private RouteTableAssociation Associate(string part, Subnet subnet, RouteTable table) =>
        new($"{name}-{part}", new() { SubnetId = subnet.Id, RouteTableId = table.Id }, child);

    /// <summary>For what others stand on and cannot be made again in its place.</summary>
    private CustomResourceOptions Kept() => new() { Parent = this, Protect = args.Protect };

    private InputMap<string> Named(string? part = null) => new() { ["Name"] = part is null ? args.PhysicalName : $"{args.PhysicalName}-{part}" };

    private ImmutableSortedDictionary<string, T> ByZone<T>(Func<string, T> make) =>
        args.Zones.Keys.ToImmutableSortedDictionary(zone => zone, make, StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, Output<string>> ByKey(ImmutableSortedDictionary<string, Subnet> subnets) =>
        subnets.ToImmutableSortedDictionary(subnet => subnet.Key, subnet => subnet.Value.Id, StringComparer.Ordinal);

    private static Output<ImmutableDictionary<string, string>> Ids(ImmutableSortedDictionary<string, Subnet> subnets) =>
        Output.All(subnets.Values.Select(subnet => subnet.Id))
            .Apply(ids => subnets.Keys.Zip(ids).ToImmutableDictionary(pair => pair.First, pair => pair.Second));
}
