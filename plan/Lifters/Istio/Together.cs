using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>Several clusters of one mesh, taken together.</summary>
internal static class Together
{
    public static IstioReading Of(IReadOnlyList<ClusterReading> clusters)
    {
        var refusals = new Refusals("");
        var services = new List<ServiceForm>();
        foreach (var host in clusters.SelectMany(cluster => cluster.Services.Select(service => (Cluster: cluster, service.Callee, service.Form))).GroupBy(each => each.Callee.Host, StringComparer.Ordinal))
        {
            refusals.Try(() =>
            {
                List<Known> known = [.. host.GroupBy(each => each.Cluster).Select(here =>
                    new Known(here.Key, here.First().Callee, [.. here.Select(each => each.Form)]))];
                known.ForEach(other => MustAgree(known[0], other));
                services.AddRange(FormsOf(known, clusters));
            });
        }

        return refusals.AreNone ? new(new([.. services]), []) : new(null, refusals.Faults);
    }

    private static List<ServiceForm> FormsOf(List<Known> known, IReadOnlyList<ClusterReading> clusters)
    {
        List<Known> running = [.. known.Where(each => each.Cluster.Cluster.Running.Contains(each.Callee))];
        if (running is not [var first, ..])
        {
            throw new RefusedException(new Fault($"{known[0].Cluster.Prefix}{known[0].Callee.Title}", "must run in a cluster, and its service account is in none"));
        }

        foreach (var other in running.Where(other => !other.Servers.SequenceEqual(first.Servers)))
        {
            throw new RefusedException(new Fault($"{other.Cluster.Prefix}{other.Callee.Title}", "must let in the same as elsewhere", $"not what {first.Title} does"));
        }

        foreach (var form in first.Forms)
        {
            foreach (var cluster in clusters)
            {
                MustBeKnown(first.Callee, form.Server.Callers, cluster);
            }
        }

        return first.Forms;
    }

    /// <summary>What is called, and which pods of a cluster are behind it, is the same wherever it is known; so is how it is called.</summary>
    private static void MustAgree(Known first, Known other)
    {
        if (!other.Callee.Labels.SequenceEqual(first.Callee.Labels)
            || !other.Forms.Select(form => form with { Server = first.Forms[0].Server }).SequenceEqual(first.Forms.Select(form => form with { Server = first.Forms[0].Server })))
        {
            throw new RefusedException(new Fault($"{other.Cluster.Prefix}{other.Callee.Title}", "must be called in the same way in every cluster", $"not what {first.Title} says"));
        }
    }

    /// <summary>Callers that run in a cluster ask that cluster for the service, even where it does not run.</summary>
    private static void MustBeKnown(Callee callee, Ordered<string>? callers, ClusterReading cluster)
    {
        try
        {
            cluster.Cluster.MustBeFound(callee, callers);
        }
        catch (RefusedException refused)
        {
            throw new RefusedException(refused.Fault with { Path = cluster.Prefix + refused.Fault.Path });
        }
    }

    /// <summary>A service as one cluster knows it.</summary>
    private sealed record Known(ClusterReading Cluster, Callee Callee, List<ServiceForm> Forms)
    {
        public string Title => $"{Cluster.Prefix}{Callee.Title}";

        public IEnumerable<ServerForm> Servers => Forms.Select(form => form.Server);
    }
}
