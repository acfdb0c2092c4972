using System.Collections.Immutable;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Mesh.Bridge;

/// <summary>What cannot pass a bridge.</summary>
public static class BridgeFaults
{
    /// <summary>What is wrong with the services that are called through one end.</summary>
    public static IEnumerable<Fault> OfExports(ImmutableArray<ServicePolicy> exported, MeshPolicy policy)
    {
        if (exported.IsEmpty)
        {
            yield return new("exported", "must hold at least one service", "none", "leave the bridge out");
        }

        foreach (var service in exported.Where(service => policy.ForeignCallers(service).IsEmpty))
        {
            yield return new("exported", "must hold services that another kind of mesh calls, and no others", $"{service.Name}", "leave it out");
        }
    }

    /// <summary>What is wrong with the services that are called through one end of App Mesh, whose port speaks one protocol.</summary>
    public static IEnumerable<Fault> OfProtocols(ImmutableArray<ServicePolicy> exported)
    {
        if (exported.Select(service => service.Protocol).Distinct().Count() > 1)
        {
            yield return new(
                "exported",
                "must all speak one protocol, as a port of a gateway of App Mesh speaks one",
                string.Join(", ", exported.Select(service => $"{service.Name} {service.Protocol.ToString().ToLowerInvariant()}")),
                "have them speak the same, or move all but those of one to Istio");
        }
    }

    /// <summary>What is wrong with where a service is called.</summary>
    public static IEnumerable<Fault> OfEnds(ServicePolicy service, ImmutableArray<BridgeEnd> ends)
    {
        if (ends.IsEmpty)
        {
            yield return new("ends", $"must hold at least one, or nobody reaches {service.Name}", "none", "join the sites by a link");
        }
    }
}
