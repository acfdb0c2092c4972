using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Every site has what Istio needs before it: a root over all, a controller for its gateway, images that can be had.</summary>
internal static class MeshSites
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        if (settings.Mesh?.Istio is not { } istio)
        {
            yield break;
        }

        if (settings.Trust is null)
        {
            yield return new Fault("trust", "is missing, and the clusters of a mesh must trust one root", Cure: "add the section, or remove mesh.istio");
        }

        foreach (var (key, site) in settings.Sites)
        {
            if (site is AwsSite { Cluster.Controllers.LoadBalancer: null } && !MeshPlan.PeersOf(key, settings).IsEmpty)
            {
                yield return new Fault(
                    $"sites.{key}.cluster.controllers.loadBalancer", "is missing, and makes the load balancer of the mesh's gateway",
                    Cure: "add it with a chartVersion, or remove mesh.istio");
            }

            if (MeshPlan.KindOf(key, settings) is PolicyTargets.Istio && site is AwsSite { Nat: NatMode.None } or GcpSite { Nat: GcpNat.None } && istio.Mirror is null)
            {
                yield return new Fault(
                    "mesh.istio.mirror", $"is missing, and nodes of sites.{key} reach no registry of Istio's while nat is none",
                    Cure: "copy charts and images to a registry that they reach and name it here, or choose another nat");
            }
        }
    }
}
