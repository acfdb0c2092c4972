using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>An allowlist names the public addresses of one organization, never a large part of the internet.</summary>
internal static class OperatorRanges
{
    private const int WidestPrefix = 16;

    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        for (var index = 0; index < settings.Cloud.OperatorCidrs.Length; index++)
        {
            var range = settings.Cloud.OperatorCidrs[index];
            var path = $"cloud.operatorCidrs[{index}]";
            if (range.PrefixLength < WidestPrefix)
            {
                yield return new Fault(
                    path,
                    $"must be a range of /{WidestPrefix} or smaller",
                    range.ToString(),
                    "name only the addresses of your own operators and runners");
            }
            else if (PrivateRanges.Contain(range))
            {
                yield return new Fault(
                    path,
                    "must be a public range",
                    range.ToString(),
                    "name the addresses under which operators appear on the internet");
            }
            else if (ReservedRanges.Touching(range) is { } reserved)
            {
                yield return UsableSpace.Reserved(path, range, reserved);
            }
        }
    }
}
