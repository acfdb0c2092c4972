using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>A VPC network of Google Cloud, which spans all regions.</summary>
internal sealed class GoogleNetwork(PlannedResource resource, string site)
{
    public PlannedResource Resource => resource;

    /// <summary>The site whose network it is.</summary>
    public string Site => site;

    /// <summary>Whether a router's routes serve every region, and the subnets of every region are announced.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>The largest packet, in bytes.</summary>
    public int MtuBytes { get; init; }

    public List<GoogleRange> Ranges { get; } = [];

    /// <summary>By priority; at the same one, what denies comes first.</summary>
    public List<FirewallRule> Firewall { get; } = [];

    public List<GoogleRoute> Routes { get; } = [];

    public bool Admits(bool isIngress, uint other, string protocol, int port)
    {
        foreach (var rule in Firewall)
        {
            if (rule.IsIngress == isIngress && rule.Means(other, protocol, port))
            {
                return rule.Allows;
            }
        }

        // What Google itself puts at the end: nothing comes in, everything goes out.
        return !isIngress;
    }
}

/// <summary>A range of a subnetwork.</summary>
/// <param name="Subnetwork">The subnetwork.</param>
/// <param name="Region">Where it is.</param>
/// <param name="Name">Its name among the secondary ranges; null for the primary one.</param>
/// <param name="Range">The addresses.</param>
/// <param name="IsWorkload">Whether nodes or pods have addresses of it; services never leave their cluster.</param>
internal sealed record GoogleRange(PlannedResource Subnetwork, string Region, string? Name, Cidr Range, bool IsWorkload);

/// <summary>A rule of the firewall.</summary>
internal sealed record FirewallRule(string Name, bool IsIngress, bool Allows, int Priority, IReadOnlyList<Cidr> Others, IReadOnlyList<PortSet> Ports)
{
    public bool Means(uint other, string protocol, int port) =>
        Others.Any(range => range.Holds(other)) && Ports.Any(ports => ports.Means(protocol, port));
}

/// <summary>A route that somebody wrote down.</summary>
/// <param name="Range">Where to.</param>
/// <param name="Priority">The lower, the better.</param>
/// <param name="Tunnel">The tunnel that it leads into; null where it leads elsewhere.</param>
/// <param name="Target">What it leads to.</param>
internal sealed record GoogleRoute(Cidr Range, int Priority, PlannedResource? Tunnel, string Target);
