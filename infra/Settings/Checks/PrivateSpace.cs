using System.Collections.Immutable;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>The ranges that nobody owns on the internet. Source: RFC 1918 and RFC 6598.</summary>
internal static class PrivateSpace
{
    /// <summary>The range that RFC 6598 keeps for carriers: private too, but not accepted everywhere.</summary>
    public static Cidr Carrier { get; } = Cidr.Parse("100.64.0.0/10")!.Value;

    public static ImmutableArray<Cidr> Ranges { get; } =
        [.. new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16" }.Select(text => Cidr.Parse(text)!.Value), Carrier];

    public static bool Contains(Cidr range)
    {
        foreach (var space in Ranges)
        {
            if (space.Contains(range))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The bridge of Docker on the nodes of EKS: an address in it is not reachable from Pods there.</summary>
    /// <remarks>Source: the troubleshooting guide of the EKS user guide, "no route to host".</remarks>
    public static Cidr DockerBridge { get; } = Cidr.Parse("172.17.0.0/16")!.Value;
}
