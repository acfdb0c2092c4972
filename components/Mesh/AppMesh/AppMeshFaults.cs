using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>What App Mesh cannot do of a policy.</summary>
/// <remarks>Numbers are within its limits as soon as they are within those of settings: it takes whole milliseconds, and counts from 1.</remarks>
public static class AppMeshFaults
{
    /// <summary>What is wrong with one service's policy for App Mesh.</summary>
    public static IEnumerable<Fault> Of(ServicePolicy service) =>
    [
        .. PolicyFaults.Beyond(service, PolicyTargets.AppMesh),
        .. OfCallers(service),
        .. OfSites(service),
        .. OfPort(service),
        .. OfRetries(service),
        .. OfVersions(service),
        .. OfNames(service),
        .. OfNamespace(service),
    ];

    /// <summary>What is wrong with the services of one cluster together: no two may have a node of one name, and each must reach what it calls.</summary>
    public static IEnumerable<Fault> Of(AppMeshNeighbours neighbours) =>
    [
        .. neighbours.Here.SelectMany(Of),
        .. neighbours.Here
            .SelectMany(service => NodeName.Of(service).Select(node => (Service: service, Node: node)))
            .GroupBy(each => each.Node.Found, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => new Fault(
                $"{same.First().Service.Name}",
                $"App Mesh needs a name for each version of each service, and {string.Join(" and ", same.Skip(1).Select(other => other.Service.Name))} would have the same",
                same.First().Node.Name,
                "rename a service or a version")),
        .. neighbours.Elsewhere
            .Where(called => !neighbours.Reaches(called))
            .Select(called => new Fault(
                $"{called.Name}",
                $"is called from {neighbours.Site}, and App Mesh there reaches no other cluster by itself",
                string.Join(" and ", called.Sites),
                $"run it on {neighbours.Site} too, or in a mesh of another kind on a site that a link joins to it")),
    ];

    private static IEnumerable<Fault> OfCallers(ServicePolicy service)
    {
        if (service.Callers.IsEmpty)
        {
            yield return new($"{service.Name}", "App Mesh cannot say that nobody may call: to it no caller is every caller", "no callers", "name one, or leave the service out");
        }
    }

    private static IEnumerable<Fault> OfSites(ServicePolicy service)
    {
        if (service.Sites.Length > 1)
        {
            yield return new(
                $"{service.Name}", "App Mesh cannot share calls out among clusters: each has a mesh of its own", string.Join(" and ", service.Sites),
                "run it on one of them, or render for another mesh");
        }
    }

    private static IEnumerable<Fault> OfPort(ServicePolicy service)
    {
        if (AppMeshFacts.ProxyPorts.Contains(service.Port))
        {
            yield return new($"{service.Name}", "App Mesh cannot give a pod a port that the proxy beside it listens on", $"{service.Port}", "have it listen elsewhere");
        }
    }

    private static IEnumerable<Fault> OfRetries(ServicePolicy service)
    {
        if (service.Retries is not { } retries)
        {
            yield break;
        }

        if (retries.On.IsEmpty)
        {
            yield return new($"{service.Name}", "App Mesh cannot retry after nothing", "retries on no event", "name one, or leave retries out");
        }

        foreach (var cause in retries.On.Where(cause => service.Protocol is not ServiceProtocol.Grpc && RetryEvents.IsOfGrpc(cause)))
        {
            yield return new($"{service.Name}", "App Mesh cannot retry HTTP after an event of gRPC", $"{cause}", "name an event of HTTP, or leave it out");
        }
    }

    private static IEnumerable<Fault> OfVersions(ServicePolicy service)
    {
        foreach (var step in service.Canary?.Steps ?? [])
        {
            if (step.Count > CanaryPolicy.MostTargets)
            {
                yield return new($"{service.Name}", $"App Mesh cannot share calls out among more than {CanaryPolicy.MostTargets} versions", $"{step.Count}", "take versions out");
            }
        }

        foreach (var version in service.Canary?.Versions ?? [])
        {
            if (KubernetesNamespace.Parse(version) is null)
            {
                yield return new($"{service.Name}", "App Mesh cannot name a version so: 1 to 63 lower-case letters, digits and inner hyphens", version, "give its pods another label");
            }
        }
    }

    private static IEnumerable<Fault> OfNames(ServicePolicy service)
    {
        var secret = ProxySecret.NameOf($"{service.Name.Name}");
        if (secret.Length > AppMeshFacts.LongestVolumeName)
        {
            yield return new(
                $"{service.Name}", $"App Mesh cannot mount a secret of more than {AppMeshFacts.LongestVolumeName} characters", secret, "give the service a shorter name");
        }

        foreach (var node in NodeName.Of(service).Where(node => node.Name.Length > AppMeshFacts.LongestLabel))
        {
            yield return new(
                $"{service.Name}", $"App Mesh cannot have pods found by a name of more than {AppMeshFacts.LongestLabel} characters", node.Name,
                "give the service or its version a shorter name");
        }
    }

    private static IEnumerable<Fault> OfNamespace(ServicePolicy service)
    {
        var space = $"{service.Name.Namespace}";
        if (ServiceFacts.TakenNamespaces.Contains(space) || space == AppMeshFacts.Namespace)
        {
            yield return new($"{service.Name}", "must be in a namespace for services, which the mesh makes", space, "choose another namespace");
        }
    }
}
