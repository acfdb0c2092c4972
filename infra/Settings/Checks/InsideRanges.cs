using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>The insides of a link's tunnels lie in link-local space, where nobody else is, and no two links share any.</summary>
internal static class InsideRanges
{
    private static readonly Cidr LinkLocal = Cidr.Parse("169.254.0.0/16")!.Value;

    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        var taken = new List<(string Path, Cidr Range)>();
        foreach (var (at, link) in settings.Links.SelectMany(link => LinkPlan.Paths(link.Key, link.Value)))
        {
            if (LinkPlan.InsideOf(link) is not { } inside)
            {
                continue;
            }

            var (range, path) = (inside.Range, PathOf(at, inside));
            if (!LinkLocal.Contains(range))
            {
                yield return new Fault(path, $"must lie in {LinkLocal}", range.ToString());
            }
            else if (Touched(range) is { } reserved)
            {
                yield return new Fault(
                    path,
                    $"must be clear of {reserved.Range}, which is kept for {reserved.Keeper}: {reserved.Effect}",
                    range.ToString(),
                    $"choose a range of {TunnelPlan.Range}");
            }

            foreach (var other in taken.Where(other => other.Range.Overlaps(range)))
            {
                yield return new Fault(
                    path, $"must not overlap {other.Path}, which is {other.Range}", Got(inside), "give it a place of its own, and leave the other as it is");
            }

            taken.Add((path, range));
        }
    }

    /// <summary>Only what the tunnels take of the range counts.</summary>
    private static ReservedRange? Touched(Cidr range) =>
        LinkTunnel.Of(range).SelectMany(tunnel => VpnFacts.InsideRanges.Where(row => row.Range.Overlaps(tunnel.Inside))).FirstOrDefault();

    private static string PathOf(string path, TunnelSettings inside) => $"{path}.inside.{(inside is TunnelsByPlan ? "slot" : "tunnels")}";

    private static string Got(TunnelSettings inside) => inside is TunnelsByPlan { Slot: var slot } ? slot.ToString() : inside.Range.ToString();
}
