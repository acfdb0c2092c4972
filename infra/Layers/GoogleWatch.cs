using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Links;
using CrossCloudMesh.Observability;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Gcp.Monitoring;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>What Google measures of links: its own policies, and what brings the same into CloudWatch.</summary>
/// <param name="settings">What is asked for.</param>
/// <param name="places">What is watched.</param>
/// <param name="clouds">The accounts.</param>
/// <param name="names">Physical names.</param>
internal sealed class GoogleWatch(MeshSettings settings, WatchedPlaces places, Clouds clouds, Names names)
{
    /// <summary>What CloudWatch is to know of a link by Google.</summary>
    public ImmutableArray<LinkPoint> Mirrored(ImmutableArray<LinkPoint> points) =>
        settings.Observability is { Telemetry: not null, Alarms.MirrorGoogle: true } && places.Google.Count > 0 && GoogleView.Has(points)
            ? [.. points.Where(point => point is GoogleTunnelPoint or GoogleAttachmentPoint)]
            : [];

    /// <summary>Brings it there: one cluster reads for the whole project.</summary>
    public void Read()
    {
        if (settings.Observability!.Telemetry is not { } telemetry || places.Links.Values.All(points => Mirrored(points).IsEmpty))
        {
            return;
        }

        var (site, layer) = places.Google.MinBy(each => each.Key, StringComparer.Ordinal);
        _ = new GoogleReader($"{site}-reader", new()
        {
            Cluster = layer.Cluster,
            Config = new() { Project = clouds.GoogleProject },
            ChartVersion = telemetry.Collector.ChartVersion.ToString(),
            Mirror = telemetry.Collector.Mirror?.ToString(),
            WaitFor = places.Collectors![site],
        }, new() { Provider = clouds.Google });
    }

    /// <summary>Makes a policy for each link that tells these addresses, whatever becomes of collectors or of AWS.</summary>
    public void Watch(ImmutableArray<EmailAddress> addresses)
    {
        var links = places.Links.Where(link => link.Value.Any(point => point is GoogleTunnelPoint or GoogleAttachmentPoint)).ToList();
        if (links.Count == 0)
        {
            return;
        }

        var told = addresses.Select(address => new NotificationChannel($"alarms-google-{address.ToString().Replace('@', '-')}", new()
        {
            Project = clouds.GoogleProject,
            DisplayName = $"{names.Of("alarms")}: {address}",
            Type = "email",
            Labels = { ["email_address"] = address.ToString() },
        }, new() { Provider = clouds.Google, DependsOn = { clouds.Apis.Enabled(GoogleMetrics.Api) } }).Id).ToList();
        foreach (var (link, points) in links)
        {
            _ = new GooglePathAlarm($"{link}-alarms-google", new()
            {
                Project = clouds.GoogleProject,
                PhysicalName = names.Of(link),
                Points = points,
                Channels = told,
            }, new() { Provider = clouds.Google });
        }
    }
}
