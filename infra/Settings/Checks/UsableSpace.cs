using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>What any range of a site or a pool must be: private, and kept by nobody.</summary>
internal static class UsableSpace
{
    /// <summary>Why a range cannot be used; null where it can.</summary>
    public static Fault? Refuse(string path, Cidr range)
    {
        if (ReservedRanges.Touching(range) is { } reserved)
        {
            return Reserved(path, range, reserved);
        }

        return PrivateRanges.Contain(range)
            ? null
            : new Fault(path, "must lie within " + string.Join(", ", PrivateRanges.All), range.ToString(), "choose a private range");
    }

    public static Fault Reserved(string path, Cidr range, ReservedRange reserved) =>
        Overlap(path, range, $"{reserved.Range}, which is kept for {reserved.Keeper}: {reserved.Effect}");

    public static Fault Overlap(string path, Cidr range, string other) =>
        new(path, $"must not overlap {other}", range.ToString(), "choose another range");
}
