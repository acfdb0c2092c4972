using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Links;

namespace CrossCloudMesh.Observability;

/// <summary>What alarms in CloudWatch ask of a link that Google measures, once a <see cref="GoogleReader"/> has sent it there.</summary>
/// <remarks>
/// Samples are up to <see cref="GoogleMetrics.LatestSeconds"/> old when they come, so the last one of ten minutes counts. What is deleted sends
/// none, and is missed by its name.
/// </remarks>
public static class GoogleView
{
    private const string Window = "[10m]";

    /// <summary>How long it must be so, in seconds.</summary>
    internal const int PendingSeconds = 120;

    /// <summary>Whether Google measures anything of it that can be asked for.</summary>
    public static bool Has(IEnumerable<LinkPoint> points) => Series(points).Any();

    /// <summary>A series for each tunnel or session that is down or missing.</summary>
    internal static string AnyDown(IEnumerable<LinkPoint> points) => string.Join(" or ", Series(points).SelectMany(series => series.Names
        .Select(name => $"absent_over_time({Selector(series, "=", name)}{Window})")
        .Prepend($"last_over_time({Selector(series, "=~", string.Join('|', series.Names))}{Window}) < 1")));

    /// <summary>A series while Google says that none of it is up: no session, and where there are none, no tunnel.</summary>
    /// <remarks>Silence does not count: it is the reader's as likely as the link's, and what others are kept quiet by must be known.</remarks>
    internal static string AllDown(IEnumerable<LinkPoint> points)
    {
        var all = Series(points).Last();
        return $"max(last_over_time({Selector(all, "=~", string.Join('|', all.Names))}{Window})) < 1";
    }

    private static IEnumerable<(string Metric, string Label, ImmutableArray<string> Names)> Series(IEnumerable<LinkPoint> points)
    {
        var known = points.ToList();
        ImmutableArray<string> tunnels = [.. known.OfType<GoogleTunnelPoint>().Select(tunnel => tunnel.TunnelName)];
        ImmutableArray<string> sessions =
            [.. known.OfType<GoogleTunnelPoint>().Select(tunnel => tunnel.PeerName), .. known.OfType<GoogleAttachmentPoint>().Select(attachment => attachment.PeerName).OfType<string>()];
        if (!tunnels.IsEmpty)
        {
            yield return (MeshMetrics.GoogleTunnel, MeshMetrics.GoogleTunnelName, tunnels);
        }

        if (!sessions.IsEmpty)
        {
            yield return (MeshMetrics.GoogleSession, MeshMetrics.GooglePeerName, sessions);
        }
    }

    private static string Selector((string Metric, string Label, ImmutableArray<string> Names) series, string comparison, string value) =>
        $"{{\"{series.Metric}\", {series.Label}{comparison}\"{value}\"}}";
}
