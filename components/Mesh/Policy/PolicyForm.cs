using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Mesh.Policy;

/// <summary>What a policy demands, in the normal form that every rendering of it must have too.</summary>
public static class PolicyForm
{
    /// <summary>The normal form of a policy that has no faults.</summary>
    public static MeshForm Of(MeshPolicy policy) =>
        new([.. policy.Services.Select(service => Of(service, policy.TrustDomain))]);

    /// <summary>The normal form of one service of it.</summary>
    /// <param name="service">The service.</param>
    /// <param name="domain">The host of every identity.</param>
    public static ServiceForm Of(ServicePolicy service, TrustDomain domain) => new()
    {
        Host = service.Name.Host,
        Port = service.Port,
        Protocol = service.Protocol,
        Route = new()
        {
            TimeoutMs = service.TimeoutMs,
            Retry = service.Retries is { } retries ? RetryOf(retries) : RetryForm.Off,
            Targets = service.Canary is { } canary ? TargetForm.Of(canary.Weights) : [TargetForm.EveryPod],
        },
        Server = new()
        {
            RequiresClientCertificate = true,
            Callers = [.. service.Callers.Select(caller => caller.IdentityIn(domain))],
            Caps = CapsOf(service.Caps, service.Protocol),
        },
        Client = new()
        {
            Servers = [service.Name.IdentityIn(domain)],
            Balancing = service.Extension<BalancingChoice>()?.Balancing ?? Balancing.RoundRobin,
            Locality = service.Extension<LocalityFailover>()?.Preferred ?? Locality.Everywhere,
            Ejection = new()
            {
                ConsecutiveErrors = service.Ejection.ConsecutiveErrors,
                IntervalMs = service.Ejection.IntervalMs,
                BaseMs = service.Ejection.BaseMs,
                MaxPercent = service.Extension<EjectionLimit>()?.Percent ?? 100,
                PanicPercent = EjectionForm.UsualPanicPercent,
            },
            ConnectMs = service.Extension<ConnectTimeout>()?.Ms ?? ClientForm.UsualConnectMs,
        },
    };

    private static RetryForm RetryOf(RetryPolicy retries) => new()
    {
        Attempts = retries.Attempts,
        PerTryMs = retries.PerTryMs,
        Policies = [.. retries.On.Select(RetryEvents.WordOf).OfType<string>()],
        Codes = [.. retries.On.SelectMany(cause => RetryEvents.CodesOf(cause))],
        AvoidsTriedHosts = false,
    };

    private static CapsForm CapsOf(CapPolicy caps, ServiceProtocol protocol) => protocol is ServiceProtocol.Http
        ? new() { MaxConnections = caps.MaxConnections, MaxPendingRequests = caps.MaxPendingRequests }
        : new() { MaxRequests = caps.MaxRequests };
}
