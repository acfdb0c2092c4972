using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>All sites speak to one another without translation, so every range is private and no two overlap.</summary>
internal static class AddressRanges
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        var ranges = settings.Sites
            .SelectMany(site => site.Value.Ranges.Select(each => (Path: $"sites.{site.Key}.{each.Key}", each.Range)))
            .ToArray();
        foreach (var (index, (path, range)) in ranges.Index())
        {
            if (!PrivateSpace.Ranges.Any(space => space.Contains(range)))
            {
                yield return new Fault(
                    path,
                    "must lie within " + string.Join(", ", PrivateSpace.Ranges),
                    range.ToString(),
                    "choose a private range");
            }
            else if (range.Overlaps(PrivateSpace.DockerBridge))
            {
                yield return new Fault(
                    path,
                    $"must not overlap {PrivateSpace.DockerBridge}, the Docker bridge on EKS nodes",
                    range.ToString(),
                    "choose another range");
            }

            foreach (var (otherPath, other) in ranges.Take(index))
            {
                if (range.Overlaps(other))
                {
                    yield return new Fault(
                        path,
                        $"must not overlap {otherPath}, which is {other}",
                        range.ToString(),
                        "choose another range");
                }
            }
        }
    }
}
