namespace CrossCloudMesh.Values;

/// <summary>The address ranges of a site on Google Cloud.</summary>
/// <param name="Nodes">The subnet's primary range, for nodes and internal load balancers.</param>
/// <param name="Pods">The subnet's secondary range for pods.</param>
/// <param name="Services">The subnet's secondary range for Services.</param>
public sealed record GoogleAddresses(Cidr Nodes, Cidr Pods, Cidr Services);

/// <summary>Where the address ranges of sites on Google Cloud come from.</summary>
/// <param name="Nodes">Primary ranges, one part for each slot.</param>
/// <param name="Pods">Pod ranges, one part for each slot.</param>
/// <param name="Services">Service ranges, one part for each slot.</param>
public sealed record GoogleAddressPool(AddressPool Nodes, AddressPool Pods, AddressPool Services)
{
    /// <summary>For how many sites there is room.</summary>
    public long Slots => Math.Min(Nodes.Slots, Math.Min(Pods.Slots, Services.Slots));

    /// <summary>The pool whose parts are just large enough.</summary>
    /// <param name="nodes">What primary ranges are cut from.</param>
    /// <param name="pods">What pod ranges are cut from.</param>
    /// <param name="services">What Services are cut from.</param>
    /// <param name="nodesPerSite">The most nodes of a site, in all zones together.</param>
    /// <param name="podsPerNode">The most pods on a node, 8 to 256.</param>
    /// <param name="servicesPerSite">The most Services of a site.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count has no range that holds it: see <see cref="AddressSizes"/>.</exception>
    public static GoogleAddressPool For(Cidr nodes, Cidr pods, Cidr services, int nodesPerSite, int podsPerNode, int servicesPerSite) => new(
        new(nodes, AddressSizes.GkeNodes(nodesPerSite)),
        new(pods, AddressSizes.GkePods(nodesPerSite, podsPerNode)),
        new(services, AddressSizes.Of(servicesPerSite)));

    /// <summary>The ranges of the site that holds a slot.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such slot.</exception>
    public GoogleAddresses Carve(int slot) => new(Nodes.Carve(slot), Pods.Carve(slot), Services.Carve(slot));
}
