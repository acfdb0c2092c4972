using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>Reads Istio's objects, and tells what they do together in the normal form.</summary>
/// <remarks>
/// It knows Istio's documents and nothing of who wrote the objects, so what it says of them is a second opinion. What it does not understand
/// it refuses, down to the single field; what it takes for true without being told is in <see cref="Assumptions"/>.
/// Source: https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/, read 2026-11-21.
/// </remarks>
public static class IstioLifter
{
    /// <summary>What is taken for true of Istio, and no object says.</summary>
    public static ImmutableArray<IstioAssumption> Assumptions => IstioAssumptions.All;

    /// <summary>Reads the objects of one cluster: what it does by itself, for the services that it knows.</summary>
    /// <remarks>What is said of a service that is called from here and runs elsewhere is what its server would do here.</remarks>
    /// <param name="objects">Services of Kubernetes, their accounts and namespaces, and Istio's objects for them, in any order.</param>
    /// <param name="mesh">The mesh that they are for.</param>
    public static IstioReading Of(IEnumerable<JsonNode> objects, IstioMesh mesh)
    {
        ArgumentNullException.ThrowIfNull(objects);
        ArgumentNullException.ThrowIfNull(mesh);
        var reading = new ClusterReading("", objects, mesh);
        return new(reading.Faults.IsEmpty ? new([.. reading.Services.Select(service => service.Form)]) : null, reading.Faults);
    }

    /// <summary>Reads the objects of all clusters of one mesh: what they do together, wherever the services run.</summary>
    /// <remarks>
    /// Clusters that mesh together take a service of one name for one service, so that all must say the same of it: its callers' proxies
    /// ask their own cluster. Source: https://istio.io/latest/docs/ops/deployment/deployment-models/#namespace-tenancy, read 2026-11-21.
    /// </remarks>
    /// <param name="clusters">The objects by the name of their cluster, which faults begin with.</param>
    /// <param name="mesh">The mesh that they are for.</param>
    public static IstioReading OfMesh(IEnumerable<KeyValuePair<string, IEnumerable<JsonNode>>> clusters, IstioMesh mesh)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        ArgumentNullException.ThrowIfNull(mesh);
        List<ClusterReading> readings = [.. clusters.Select(cluster => new ClusterReading(cluster.Key + ": ", cluster.Value, mesh))];
        ImmutableArray<Fault> faults = [.. readings.SelectMany(reading => reading.Faults)];
        return faults.IsEmpty ? Together.Of(readings) : new(null, faults);
    }
}
