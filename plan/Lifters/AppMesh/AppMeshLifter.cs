using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>Reads App Mesh's objects, and tells what they do together in the normal form.</summary>
/// <remarks>
/// It knows AWS's documents and nothing of who wrote the objects, so what it says of them is a second opinion. What it does not understand it
/// refuses, down to the single field, and so it does what cannot work, such as a caller that is let in and cannot call. AWS ended the service
/// on 2026-09-30: what no document says is in <see cref="Assumptions"/>, and stays there.
/// Source: https://docs.aws.amazon.com/app-mesh/latest/userguide/ and https://docs.aws.amazon.com/app-mesh/latest/APIReference/, read 2026-11-21.
/// </remarks>
public static class AppMeshLifter
{
    /// <summary>What is taken for true of App Mesh, and no object says.</summary>
    public static ImmutableArray<AppMeshAssumption> Assumptions => AppMeshAssumptions.All;

    /// <summary>Reads the objects of one cluster, which has one Mesh.</summary>
    /// <param name="objects">
    /// App Mesh's objects, in any order; beside them Services, Namespaces, ServiceAccounts and Secrets of Kubernetes, as far as there are any.
    /// </param>
    /// <param name="mesh">The mesh that they are for.</param>
    public static AppMeshReading Of(IEnumerable<JsonNode> objects, AppMeshMesh mesh)
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
            Try(() => cluster.Add(AppMeshObject.Read(own, at)));
        }

        if (faults.Count == 0)
        {
            Try(cluster.AddGateway);
        }

        var services = new List<ServiceForm>();
        foreach (var check in faults.Count == 0 ? cluster.Checks() : [])
        {
            Try(check);
        }

        foreach (var service in faults.Count == 0 ? cluster.Services() : [])
        {
            Try(() => services.Add(cluster.FormOf(service)));
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
