using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>Reads Istio's objects, and tells what they do together in the normal form.</summary>
/// <remarks>
/// It knows Istio's documents and nothing of who wrote the objects, so what it says of them is a second opinion. What it does not understand
/// it refuses, down to the single field. Assumed is a mesh whose settings are Istio's own: automatic mutual TLS of 1.2 and above, 10 seconds
/// for a connection, and locality load balancing.
/// Source: https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/, read 2026-11-21.
/// </remarks>
public static class IstioLifter
{
    /// <summary>Reads the objects of one cluster.</summary>
    /// <param name="objects">Services of Kubernetes and Istio's objects for them, in any order.</param>
    /// <param name="mesh">The mesh that they are for.</param>
    public static IstioReading Of(IEnumerable<JsonNode> objects, IstioMesh mesh)
    {
        ArgumentNullException.ThrowIfNull(objects);
        ArgumentNullException.ThrowIfNull(mesh);
        var cluster = new Cluster(mesh);
        var faults = ImmutableArray.CreateBuilder<Fault>();
        var index = 0;
        foreach (var node in objects)
        {
            // Whatever made the numbers, they are read from their text.
            var (own, at) = (JsonNode.Parse(node.ToJsonString())!, index++);
            Try(() => cluster.Add(IstioObject.Read(own, at)));
        }

        var services = new List<ServiceForm>();
        if (faults.Count == 0)
        {
            foreach (var check in cluster.Checks())
            {
                Try(check);
            }

            foreach (var (callee, port) in cluster.Ports())
            {
                Try(() => services.Add(cluster.FormOf(callee, port)));
            }
        }

        return faults.Count == 0 ? new(new([.. services]), []) : new(null, [.. faults.Distinct()]);

        void Try(Action read)
        {
            try
            {
                read();
            }
            catch (RefusedException refused)
            {
                faults.Add(refused.Fault);
            }
        }
    }
}
