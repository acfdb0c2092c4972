namespace CrossCloudMesh.Values;

/// <summary>The address ranges of a site on AWS.</summary>
/// <param name="Network">The VPC's range, for nodes and pods.</param>
/// <param name="Services">The range of the EKS cluster's Services.</param>
public sealed record AwsAddresses(Cidr Network, Cidr Services);

/// <summary>Where the address ranges of sites on AWS come from.</summary>
/// <param name="Networks">VPCs, one part for each slot.</param>
/// <param name="Services">Services, one part for each slot.</param>
public sealed record AwsAddressPool(AddressPool Networks, AddressPool Services)
{
    /// <summary>For how many sites there is room.</summary>
    public long Slots => Math.Min(Networks.Slots, Services.Slots);

    /// <summary>The pool whose parts are just large enough.</summary>
    /// <param name="networks">What VPCs are cut from.</param>
    /// <param name="services">What Services are cut from.</param>
    /// <param name="nodesPerZone">The most nodes in one zone of a site.</param>
    /// <param name="podsPerNode">The most pods on a node, 1 to 256.</param>
    /// <param name="servicesPerSite">The most Services of a site.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count has no range that holds it: see <see cref="AddressSizes"/>.</exception>
    public static AwsAddressPool For(Cidr networks, Cidr services, int nodesPerZone, int podsPerNode, int servicesPerSite) => new(
        new(networks, AddressSizes.EksNetwork(nodesPerZone, podsPerNode)),
        new(services, AddressSizes.Of(servicesPerSite)));

    /// <summary>The ranges of the site that holds a slot.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such slot.</exception>
    public AwsAddresses Carve(int slot) => new(Networks.Carve(slot), Services.Carve(slot));
}
