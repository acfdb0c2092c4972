using CrossCloudMesh.Facts;
using CrossCloudMesh.Infra.Layers;
using CrossCloudMesh.Infra.Settings.Binding;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>An add-on is one that is known and that the cluster gets, and its version is not one of another version of Kubernetes.</summary>
/// <remarks>A version that the table does not have is taken: EKS brings new ones every week.</remarks>
internal static class EksAddons
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => settings.Sites
        .Where(site => site.Value is AwsSite)
        .SelectMany(site => Check($"sites.{site.Key}.cluster", ((AwsSite)site.Value).Cluster));

    private static IEnumerable<Fault> Check(string path, EksSettings cluster)
    {
        for (var index = 0; index < cluster.Addons.Length; index++)
        {
            var name = cluster.Addons[index].ToString();
            if (CheckName($"{path}.addons[{index}]", name, cluster) is { } fault)
            {
                yield return fault;
            }
            else if (EksAddonFacts.Find(name)!.IsAlways)
            {
                yield return new Fault($"{path}.addons[{index}]", "is an add-on that every cluster has", name, "remove it");
            }
        }

        foreach (var (name, version) in cluster.AddonVersions)
        {
            var fault = CheckName($"{path}.addonVersions.{name}", name, cluster)
                ?? CheckPresent($"{path}.addonVersions.{name}", name, cluster)
                ?? CheckVersion($"{path}.addonVersions.{name}", name, version, cluster.KubernetesVersion);
            if (fault is not null)
            {
                yield return fault;
            }
        }
    }

    private static Fault? CheckName(string path, string name, EksSettings cluster)
    {
        if (EksAddonFacts.Find(name) is not { } addon)
        {
            return new Fault(path, "is not a known add-on of EKS", name, Wrong.MeantOrKnown(name, [.. EksAddonFacts.Catalogue.Select(row => row.Name)]));
        }

        return addon.IsOfAutoMode && EksLayer.IsAutoModeAlone(cluster)
            ? new Fault(path, "is an add-on whose work Auto Mode does itself", name, "remove it, or add a pool whose nodes need it")
            : null;
    }

    private static Fault? CheckPresent(string path, string name, EksSettings cluster) =>
        EksAddonFacts.Find(name)!.IsAlways || EksLayer.AddonsOf(cluster).Contains(name)
            ? null
            : new Fault(path, "is the version of an add-on that the cluster does not have", Cure: "add it to addons, or remove the version");

    private static Fault? CheckVersion(string path, string name, EksAddonVersion version, KubernetesVersion kubernetes)
    {
        if (name == "kube-proxy" && version.Minor > kubernetes.Minor)
        {
            return new Fault(path, $"must not be above the cluster's version, which is {kubernetes}", version.ToString(), "choose a version for it");
        }

        var others = EksAddonVersions.KubernetesOf(name, version.ToString()).ToList();
        return others.Count == 0 || others.Contains(kubernetes.ToString())
            ? null
            : new Fault(
                path,
                $"is a version for Kubernetes {string.Join(" and ", others)}, and the cluster's is {kubernetes}",
                version.ToString(),
                EksAddonVersions.Of(name, kubernetes.ToString()) is { } known ? $"use {known}, or remove it" : "remove it");
    }
}
