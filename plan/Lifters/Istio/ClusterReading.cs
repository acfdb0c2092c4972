using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>One cluster, read: what was refused, or else what it does for each port of each service that it knows.</summary>
internal sealed class ClusterReading
{
    /// <param name="prefix">What the paths of faults begin with.</param>
    /// <param name="objects">Its objects.</param>
    /// <param name="mesh">The mesh that they are for.</param>
    public ClusterReading(string prefix, IEnumerable<JsonNode> objects, IstioMesh mesh)
    {
        (Prefix, Cluster) = (prefix, new(mesh));
        var refusals = new Refusals(prefix);
        var index = 0;
        foreach (var node in objects)
        {
            // Whatever made the numbers, they are read from their text.
            var (own, at) = (JsonNode.Parse(node.ToJsonString())!, index++);
            refusals.Try(() => Cluster.Add(IstioObject.Read(own, at)));
        }

        if (refusals.AreNone)
        {
            foreach (var check in Cluster.Checks())
            {
                refusals.Try(check);
            }

            foreach (var (callee, port) in Cluster.Ports())
            {
                refusals.Try(() => Services.Add((callee, Cluster.FormOf(callee, port))));
            }

            foreach (var (callee, form) in Services)
            {
                refusals.Try(() => Cluster.MustBeFound(callee, form.Server.Callers));
            }
        }

        Faults = refusals.Faults;
    }

    public string Prefix { get; }

    public Cluster Cluster { get; }

    public List<(Callee Callee, ServiceForm Form)> Services { get; } = [];

    public ImmutableArray<Fault> Faults { get; }
}
