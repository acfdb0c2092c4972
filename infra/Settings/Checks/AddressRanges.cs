using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>All sites speak to one another without translation, so every range is private and no two overlap.</summary>
internal static class AddressRanges
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        var ranges = settings.Sites
            .SelectMany(site => site.Value.Ranges.Select(each => each with { Key = $"sites.{site.Key}.{each.Key}" }))
            .ToArray();
        for (var index = 0; index < ranges.Length; index++)
        {
            var (path, range) = ranges[index];
            if (!PrivateSpace.Contains(range))
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

            foreach (var (otherPath, other) in ranges[..index])
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
