using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>A region of a cloud.</summary>
/// <param name="Name">As its cloud names it: <c>us-east-1</c>, <c>us-east4</c>.</param>
/// <param name="Zones">Its zones: ids in AWS (<c>use1-az1</c>), names in Google Cloud (<c>us-east4-a</c>).</param>
public sealed record CloudRegion(string Name, ImmutableArray<string> Zones)
{
    internal static CloudRegion? Find(ImmutableArray<CloudRegion> regions, string name)
    {
        foreach (var region in regions)
        {
            if (region.Name == name)
            {
                return region;
            }
        }

        return null;
    }

    internal static CloudRegion? OfZone(ImmutableArray<CloudRegion> regions, string zone)
    {
        foreach (var region in regions)
        {
            if (region.Zones.Contains(zone))
            {
                return region;
            }
        }

        return null;
    }
}
