using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Plan.Network.Oracle;

/// <summary>A subnet of nodes and pods on AWS.</summary>
internal sealed record AwsPlace : Place
{
    private static readonly int[] AnswerPorts = [32768, 40000, 50000, 60999];

    private readonly World world;
    private readonly PlannedResource subnet;
    private readonly PlannedResource vpc;
    private readonly PlannedResource? attachment;
    private readonly PlannedResource? table;
    private readonly List<PlannedResource> doors;
    private readonly List<(Net To, PlannedResource? Hub)> routes;

    private AwsPlace(World world, PlannedResource vpc, PlannedResource subnet)
        : base(vpc.Urn, Net.Of(World.Text(subnet, "cidrBlock"))!.Value, World.Text(subnet, "availabilityZoneId"))
    {
        (this.world, this.vpc, this.subnet) = (world, vpc, subnet);
        attachment = world.Of(vpc, "ec2transitgateway/vpcAttachment:VpcAttachment", "vpcId").FirstOrDefault();
        table = attachment is null ? null : world.TableOf(attachment);
        doors = attachment is null ? [] : [.. world.AllFrom(attachment, "subnetIds")];
        var own = world.Of(subnet, "ec2/routeTableAssociation:RouteTableAssociation", "subnetId").Select(each => world.From(each, "routeTableId", "RouteTable")).FirstOrDefault();
        routes = own is null ? [] : [.. world.Of(own, "ec2/route:Route", "routeTableId")
            .Select(each => (Net.Of(World.Text(each, "destinationCidrBlock"))!.Value, world.From(each, "transitGatewayId", "TransitGateway")))];
    }

    public static IEnumerable<Place> Of(World world, PlannedResource vpc) => world.All("ec2/subnet:Subnet")
        .Where(each => each.Name.StartsWith($"{vpc.Name}-private-", StringComparison.Ordinal)).Select(subnet => new AwsPlace(world, vpc, subnet));

    public override bool LetsOut(Packet packet)
    {
        if (!Listed(subnet, "egress", packet, packet.To) || Net.Of(World.Text(vpc, "cidrBlock"))!.Value.Has(packet.To))
        {
            return false;
        }

        var hub = routes.Where(route => route.To.Has(packet.To)).OrderByDescending(route => route.To.Length).Select(route => route.Hub).FirstOrDefault();
        var door = doors.Find(each => World.Text(each, "availabilityZoneId") == Zone);
        return hub is not null && attachment is not null && world.From(attachment, "transitGatewayId", "TransitGateway") == hub
            && door is not null && (door == subnet || Listed(door, "ingress", packet, packet.From));
    }

    public override bool LetsIn(Packet packet) =>
        doors.TrueForAll(door => door == subnet || Listed(door, "egress", packet, packet.To))
        && Listed(subnet, "ingress", packet, packet.From)
        && (packet.IsAnswer || Grouped(packet));

    public override Journey? Go(Walk walk, uint to) => walk.AtHub(table, to);

    /// <summary>Every rule that names the cluster of the subnet's nodes.</summary>
    private bool Grouped(Packet packet)
    {
        var clusters = world.Of(subnet, "eks/nodeGroup:NodeGroup", "subnetIds").Select(nodes => world.From(nodes, "clusterName", "Cluster"));
        return clusters.All(cluster => world.Of(cluster, "vpc/securityGroupIngressRule:SecurityGroupIngressRule", "securityGroupId").Exists(rule =>
            Net.Of(World.Text(rule, "cidrIpv4")) is { } net && net.Has(packet.From) && World.Text(rule, "ipProtocol") == packet.Protocol
            && (packet.Protocol == "icmp" || (int.Parse(World.Text(rule, "fromPort")!) <= packet.Port && packet.Port <= int.Parse(World.Text(rule, "toPort")!)))));
    }

    private bool Listed(PlannedResource at, string direction, Packet packet, uint other)
    {
        var list = world.Of(at, "ec2/networkAclAssociation:NetworkAclAssociation", "subnetId").Select(each => world.From(each, "networkAclId", "NetworkAcl")).FirstOrDefault();
        return list is null || Array.TrueForAll(packet.IsAnswer ? AnswerPorts : [packet.Port], port => World.Items(list, direction)
            .Where(rule => Net.Of(World.Text(rule, "cidrBlock"))!.Value.Has(other) && Meant(rule, packet.Protocol, port))
            .OrderBy(rule => World.Number(rule, 0, "ruleNo")).Select(rule => World.Text(rule, "action") == "allow").FirstOrDefault());
    }

    private static bool Meant(PlanValue rule, string protocol, int port) => World.Text(rule, "protocol") == "-1"
        || (World.Text(rule, "protocol") == protocol && World.Number(rule, 0, "fromPort") <= port && port <= World.Number(rule, 65535, "toPort"));
}
