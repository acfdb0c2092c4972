using System.Collections.Immutable;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Preview.Explain;

/// <summary>One thing that a policy says of a service.</summary>
/// <param name="Path">Where it stands in the normal form: <c>Route.TimeoutMs</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Demanded">What a policy demands of it, in words.</param>
internal sealed record Element(string Path, string Title, Func<ServiceForm, string> Demanded)
{
    private const string Nothing = "nothing";

    /// <summary>All of them, in the order of the normal form.</summary>
    public static ImmutableArray<Element> All { get; } =
    [
        new("Host", "name", form => form.Host),
        new("Port", "port", form => $"{form.Port}"),
        new("Protocol", "protocol", form => $"{form.Protocol}"),
        new("Route.TimeoutMs", "timeout", form => Time(form.Route.TimeoutMs)),
        new("Route.IdleMs", "idle", form => form.Route.IdleMs == 0 ? "never ends a stream" : Time(form.Route.IdleMs)),
        new("Route.Retry.Attempts", "retries", form => $"{form.Route.Retry.Attempts}"),
        new("Route.Retry.PerTryMs", "time of a try", form => Tries(form, retry => Time(retry.PerTryMs))),
        new("Route.Retry.Policies", "retried events", form => Tries(form, retry => Words(retry.Policies))),
        new("Route.Retry.Codes", "retried codes", form => Tries(form, retry => Words(retry.Codes))),
        new("Route.Retry.AvoidsTriedHosts", "retried pods", form => Tries(form, retry => retry.AvoidsTriedHosts ? "others than before" : "any")),
        new("Route.Targets", "canary", form => string.Join(", ", form.Route.Targets.Select(target => target.Version.Length == 0 ? "every pod alike" : $"{target.Version} {target.Share}"))),
        new("Server.RequiresClientCertificate", "TLS", form => form.Server.RequiresClientCertificate ? "mutual, and nothing else" : "not demanded"),
        new("Server.Callers", "callers", form => form.Server.Callers is { } callers ? callers.Count == 0 ? "nobody" : Words(callers) : "everybody"),
        new("Server.Caps.MaxConnections", "cap of connections", form => Cap(form.Server.Caps.MaxConnections)),
        new("Server.Caps.MaxPendingRequests", "cap of waiting requests", form => Cap(form.Server.Caps.MaxPendingRequests)),
        new("Server.Caps.MaxRequests", "cap of requests", form => Cap(form.Server.Caps.MaxRequests)),
        new("Client.Servers", "taken for the service", form => form.Client.Servers is { } servers ? Words(servers) : "anybody"),
        new("Client.LeastTls", "least TLS", form => form.Client.LeastTls),
        new("Client.Balancing", "balancing", form => form.Client.Balancing is Balancing.RoundRobin ? "pods one after the other" : "of two pods the one with less to do"),
        new("Client.Locality", "locality", form => form.Client.Locality switch
        {
            Locality.Everywhere => "all pods alike",
            Locality.OwnSite => "pods of the caller's site first",
            _ => "pods of the caller's zone first, then of its site",
        }),
        new("Client.Ejection.ConsecutiveErrors", "ejection after", form => Out(form, ejection => $"{ejection.ConsecutiveErrors} errors in a row")),
        new("Client.Ejection.IntervalMs", "ejection looked for every", form => Out(form, ejection => Time(ejection.IntervalMs))),
        new("Client.Ejection.BaseMs", "ejection for", form => Out(form, ejection => $"{Time(ejection.BaseMs)}, each time again once more as long")),
        new("Client.Ejection.MaxPercent", "ejection of at most", form => Out(form, ejection => $"{ejection.MaxPercent} percent")),
        new("Client.Ejection.PanicPercent", "panic", form => Out(form, ejection => $"all are called with less than {ejection.PanicPercent} percent well")),
        new("Client.ConnectMs", "connection within", form => Time(form.Client.ConnectMs)),
        new("Client.Caps", "caps of a caller", form => form.Client.Caps == CapsForm.None ? "none" : $"{form.Client.Caps}"),
    ];

    private static string Time(int ms) => ms == 0 ? "for ever" : $"{ms} ms";

    private static string Cap(int? cap) => cap is { } most ? $"{most}" : "none";

    private static string Words<T>(IReadOnlyCollection<T> words) => words.Count == 0 ? Nothing : string.Join(", ", words);

    private static string Tries(ServiceForm form, Func<RetryForm, string> told) => form.Route.Retry.Attempts == 0 ? Nothing : told(form.Route.Retry);

    private static string Out(ServiceForm form, Func<EjectionForm, string> told) => form.Client.Ejection is { } ejection ? told(ejection) : Nothing;
}
