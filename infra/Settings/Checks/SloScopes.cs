using System.Collections.Immutable;
using CrossCloudMesh.Infra.Settings.Binding;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A promise is about calls that there are, and somebody is told when it breaks.</summary>
internal static class SloScopes
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        var slos = SloPlan.SettingsOf(settings);
        if (slos.Count > 0 && settings.Observability!.Alarms is null)
        {
            yield return new Fault("observability.slos", "need observability.alarms, or nobody is told when one breaks", $"{slos.Count} of them", "add alarms");
        }

        if (slos.Count > 0 && settings.Mesh is null)
        {
            yield return new Fault("observability.slos", "need a mesh, as its proxies count the calls", $"{slos.Count} of them", "add the section mesh");
        }

        foreach (var fault in slos.SelectMany(slo => Scope($"observability.slos.{slo.Key}", slo.Value, settings)))
        {
            yield return fault;
        }
    }

    /// <summary>Whether all that a promise names is there.</summary>
    internal static bool IsKnown(SloSettings slo, MeshSettings settings) => !Scope("", slo, settings).Any();

    private static IEnumerable<Fault> Scope(string path, SloSettings slo, MeshSettings settings) => slo switch
    {
        ServiceSloSettings of when !settings.Services.ContainsKey(of.Service.ToString()) =>
            [new Fault($"{path}.service", "is not a service of services", of.Service.ToString(), Wrong.MeantOrKnown(of.Service.ToString(), [.. settings.Services.Keys]))],
        EdgeSloSettings edge => Sites($"{path}.from", edge.From, settings).Concat(Sites($"{path}.to", edge.To, settings)),
        _ => [],
    };

    private static IEnumerable<Fault> Sites(string path, ImmutableArray<EntryKey> sites, MeshSettings settings)
    {
        var known = settings.Sites.Where(site => site.Value is AwsSite or GcpSite).Select(site => site.Key).ToList();
        for (var index = 0; index < sites.Length; index++)
        {
            if (!known.Contains(sites[index].ToString()))
            {
                yield return new Fault($"{path}[{index}]", "is not a site with a cluster", sites[index].ToString(), Wrong.MeantOrKnown(sites[index].ToString(), known));
            }
        }
    }
}
