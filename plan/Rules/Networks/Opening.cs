namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>One rule of a security group, in whichever of the three forms it is written.</summary>
/// <param name="Resource">The resource that holds it.</param>
/// <param name="Ranges">Paths of the address ranges that it names.</param>
/// <param name="Protocol">As the plan writes it; null where it does not tell it.</param>
/// <param name="Ports">The ports that it opens; null for all of them, with all protocols.</param>
internal sealed record Opening(PlannedResource Resource, IReadOnlyList<string> Ranges, string? Protocol, (int From, int To)? Ports)
{
    private const int LastPort = 65535;

    /// <summary>The path of the range that is the whole internet; null where none is.</summary>
    public string? World => Ranges.FirstOrDefault(path => Resource.Text(path) is "0.0.0.0/0" or "::/0");

    public bool Opens(int port) => Ports is not { } ports || (ports.From <= port && port <= ports.To);

    public bool OpensAll => Ports is null or ( <= 1, LastPort);

    /// <summary>Every opening of every group, in one direction.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="direction"><c>ingress</c> or <c>egress</c>.</param>
    public static IEnumerable<Opening> All(PlanIndex plan, string direction)
    {
        foreach (var group in plan.Of(Types.SecurityGroup))
        {
            foreach (var path in group.Items(direction))
            {
                yield return Of(group, path + ".", "protocol", [.. group.Items(path + ".cidrBlocks"), .. group.Items(path + ".ipv6CidrBlocks")]);
            }
        }

        foreach (var rule in plan.Of(Types.SecurityGroupRule))
        {
            if (rule.Text("type") == direction)
            {
                yield return Of(rule, "", "protocol", [.. rule.Items("cidrBlocks"), .. rule.Items("ipv6CidrBlocks")]);
            }
        }

        foreach (var rule in plan.Of(direction == "ingress" ? Types.IngressRule : Types.EgressRule))
        {
            yield return Of(rule, "", "ipProtocol", ["cidrIpv4", "cidrIpv6"]);
        }
    }

    private static Opening Of(PlannedResource resource, string at, string protocol, IReadOnlyList<string> ranges) => new(
        resource,
        ranges,
        resource.Text(at + protocol),
        resource.Text(at + protocol) is "-1" or "all" ? null : (Port(resource, at + "fromPort", 0), Port(resource, at + "toPort", LastPort)));

    private static int Port(PlannedResource resource, string path, int other) => resource.Number(path) is { } port ? (int)port : other;
}
