using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Telemetry has a region of ours to go to, and from each site a way there that is no link: what is watched cannot carry the news of its own end.</summary>
internal static class TelemetryPlaces
{
    private const string At = "observability.telemetry";

    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        if (settings.Observability?.Telemetry is not { } telemetry)
        {
            yield break;
        }

        var regions = settings.Sites.Values.OfType<AwsSite>().Select(site => site.Region).Distinct().ToList();
        if (!regions.Contains(telemetry.Region))
        {
            yield return new Fault(
                $"{At}.region", "must be the region of a site on AWS, whose account keeps telemetry", telemetry.Region.ToString(),
                regions.Count == 0 ? "add a site on AWS, or remove the section" : "known: " + string.Join(", ", regions.Select(region => region.ToString()).Order(StringComparer.Ordinal)));
        }

        foreach (var (key, site) in settings.Sites)
        {
            foreach (var fault in WaysOf(key, site, telemetry))
            {
                yield return fault;
            }
        }

        foreach (var (key, service) in settings.Services.Where(service => service.Value.Namespace.ToString() == CollectorFacts.Namespace))
        {
            yield return new Fault($"services.{key}.namespace", "must be another than that of the collectors", service.Namespace.ToString(), "give the service a namespace of its own");
        }
    }

    private static IEnumerable<Fault> WaysOf(string key, SiteSettings site, TelemetrySettings telemetry)
    {
        switch (site)
        {
            case GcpSite { Nat: GcpNat.None }:
                yield return new Fault(
                    $"sites.{key}.nat", "must lead to the internet, as the collector there reaches AWS by it and not by the link that it watches", "none",
                    "choose another, or remove observability.telemetry");
                break;
            case AwsSite { Nat: NatMode.None } aws when aws.Region != telemetry.Region:
                yield return new Fault(
                    $"sites.{key}.nat", $"must lead to the internet, as endpoints of its network reach its own region alone, and telemetry goes to {telemetry.Region}", "none",
                    $"choose another, or set {At}.region to {aws.Region}");
                break;
            case AwsSite { Nat: NatMode.None } when !telemetry.ThirdParties.IsEmpty:
                yield return new Fault(
                    $"{At}.thirdParties", $"must be left out, as sites.{key} reaches nobody but AWS while its nat is none", string.Join(", ", telemetry.ThirdParties.Keys),
                    "remove them, or choose another nat");
                break;
        }

        if (site is AwsSite { Nat: NatMode.None } && telemetry.Collector.Mirror is null)
        {
            yield return new Fault(
                $"{At}.collector.mirror", $"is missing, and nodes of sites.{key} reach no registry of OpenTelemetry's while nat is none",
                Cure: "copy chart and images to a registry that they reach and name it here, or choose another nat");
        }
    }
}
