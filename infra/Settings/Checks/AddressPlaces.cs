using CrossCloudMesh.Infra.Settings.Binding;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A site that has its ranges by plan names a pool of its own cloud, and a slot there that nobody else holds.</summary>
internal static class AddressPlaces
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        var holders = new Dictionary<(EntryKey Pool, int Slot), string>();
        foreach (var (key, site) in settings.Sites)
        {
            if (site.Place is { } place && Check($"sites.{key}", site, place, settings.Addresses, holders) is { } fault)
            {
                yield return fault;
            }
        }
    }

    private static Fault? Check(
        string path, SiteSettings site, ISlot place, AddressSettings plan, Dictionary<(EntryKey Pool, int Slot), string> holders)
    {
        var name = place.Pool.ToString();
        if (!plan.Pools.TryGetValue(name, out var pool))
        {
            return new Fault(
                $"{path}.addresses.pool",
                "is not a pool of addresses.pools",
                name,
                plan.Pools.IsEmpty ? "add it there" : Wrong.MeantOrKnown(name, [.. plan.Pools.Keys]));
        }

        if (site is AwsSite != pool is AwsAddressPoolSettings)
        {
            return new Fault(
                $"{path}.addresses.pool",
                $"must be a pool of the site's cloud, which {name} is not",
                Cure: $"choose a pool whose cloud is {(site is AwsSite ? "aws" : "gcp")}");
        }

        // A pool with room for nobody is refused itself.
        if (place.Slot >= pool.Slots && pool.Slots > 0)
        {
            return new Fault(
                $"{path}.addresses.slot",
                $"must be below {pool.Slots}: pool {name} has room for no more sites",
                place.Slot.ToString(),
                "choose a free slot, or let the pool's ranges grow");
        }

        return holders.TryAdd((place.Pool, place.Slot), path)
            ? null
            : new Fault(
                $"{path}.addresses.slot",
                $"must be a slot of its own, and {holders[(place.Pool, place.Slot)]} holds the same of pool {name}",
                place.Slot.ToString(),
                "give it a free slot, and leave the other as it is");
    }
}
