using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>The address ranges of a site, wherever they come from: the one place where settings become ranges.</summary>
public static class SiteRanges
{
    /// <summary>The site's ranges; null where the plan has no such place, which settings that were loaded never say.</summary>
    public static AwsAddresses? Of(AwsSite site, AddressSettings plan) => site.Addresses switch
    {
        AwsAddressesByHand hand => new(hand.Network, hand.Services),
        AwsAddressesByPlan place when plan.Pools.GetValueOrDefault(place.Pool.ToString()) is AwsAddressPoolSettings { Plan: var pool }
            && place.Slot < pool.Slots => pool.Carve(place.Slot),
        _ => null,
    };

    /// <inheritdoc cref="Of(AwsSite, AddressSettings)"/>
    public static GoogleAddresses? Of(GcpSite site, AddressSettings plan) => site.Addresses switch
    {
        GcpAddressesByHand hand => new(hand.Nodes, hand.Pods, hand.Services),
        GcpAddressesByPlan place when plan.Pools.GetValueOrDefault(place.Pool.ToString()) is GcpAddressPoolSettings { Plan: var pool }
            && place.Slot < pool.Slots => pool.Carve(place.Slot),
        _ => null,
    };
}
