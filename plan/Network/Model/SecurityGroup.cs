using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>What the security groups of a machine let in and out, taken together; answers pass by themselves.</summary>
internal sealed record SecurityGroup(string Name, IReadOnlyList<(Cidr Range, PortSet Ports)> In, IReadOnlyList<(Cidr Range, PortSet Ports)> Out)
{
    public static bool Admits(IReadOnlyList<(Cidr Range, PortSet Ports)> rules, uint other, string protocol, int port)
    {
        foreach (var (range, ports) in rules)
        {
            if (range.Holds(other) && ports.Means(protocol, port))
            {
                return true;
            }
        }

        return false;
    }
}
