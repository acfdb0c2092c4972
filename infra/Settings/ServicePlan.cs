using System.Collections.Immutable;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What follows from the settings of services: the one place where they become the policy of the mesh.</summary>
public static class ServicePlan
{
    /// <summary>The policy of the mesh, services in the order of their keys, and those of the probe; null where there is no trust, and so no mesh.</summary>
    public static MeshPolicy? PolicyOf(MeshSettings settings) => settings.Trust is { } trust
        ? new()
        {
            TrustDomain = trust.TrustDomain,
            Services = [.. settings.Services.Select(service => WithCallers(service.Key, service.Value, settings)), .. ProbePlan.ServicesOf(settings)],
            Kinds = settings.Sites.Keys.ToImmutableSortedDictionary(site => site, site => MeshPlan.KindOf(site, settings), StringComparer.Ordinal),
        }
        : null;

    /// <summary>What the mesh does for one service, whoever may call it.</summary>
    internal static ServicePolicy PolicyOf(string key, ServiceSettings service) => new()
    {
        Name = NameOf(key, service),
        Sites = [.. service.Sites.Select(site => site.ToString())],
        Protocol = service.Protocol,
        Port = service.Port,
        TimeoutMs = service.TimeoutMs,
        Retries = service.Retries is { } retries ? new() { Attempts = retries.Attempts, PerTryMs = retries.PerTryMs, On = retries.On } : null,
        Caps = new()
        {
            MaxConnections = service.Caps.MaxConnections ?? CapPolicy.Usual,
            MaxPendingRequests = service.Caps.MaxPendingRequests ?? CapPolicy.Usual,
            MaxRequests = service.Caps.MaxRequests ?? CapPolicy.Usual,
        },
        Ejection = new()
        {
            ConsecutiveErrors = service.Outliers.ConsecutiveErrors,
            IntervalMs = service.Outliers.IntervalMs,
            BaseMs = service.Outliers.BaseEjectionMs,
        },
        Canary = service.Canary is { } canary ? new() { Step = canary.Step, Steps = canary.Steps } : null,
        Extensions = [.. ExtensionsOf(service)],
    };

    private static ServicePolicy WithCallers(string key, ServiceSettings service, MeshSettings settings) => PolicyOf(key, service) with
    {
        Callers = [.. service.Callers.Select(caller => NameOf(caller.ToString(), settings.Services[caller.ToString()]))],
    };

    /// <summary>The name by which the service is known in every cluster.</summary>
    public static ServiceName NameOf(string key, ServiceSettings service) => new(service.Namespace, service.Name ?? KubernetesNamespace.Parse(key)!.Value);

    /// <summary>What it asks for beyond the common subset. To ask for what is usual is to ask for nothing.</summary>
    private static IEnumerable<PolicyExtension> ExtensionsOf(ServiceSettings service)
    {
        if (service.Locality is not Locality.Everywhere)
        {
            yield return new LocalityFailover(service.Locality);
        }

        if (service.Extensions.Balancing is not Balancing.RoundRobin)
        {
            yield return new BalancingChoice(service.Extensions.Balancing);
        }

        if (service.Extensions.ConnectTimeoutMs != ClientForm.UsualConnectMs)
        {
            yield return new ConnectTimeout(service.Extensions.ConnectTimeoutMs);
        }

        if (service.Extensions.EjectionLimit is { } limit)
        {
            yield return new EjectionLimit(limit.Percent, limit.FewestPods);
        }
    }
}
