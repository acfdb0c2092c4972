using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Envoy;

/// <summary>Puts the halves of a service together, which its own file and its callers' tell.</summary>
internal static class Merge
{
    private static readonly (string What, Func<ServerHalf, object?> Of)[] OfServer =
    [
        ("what they speak", half => half.Protocol),
        ("the client's certificate", half => half.Server.RequiresClientCertificate),
        ("callers", half => half.Server.Callers),
        ("caps", half => half.Server.Caps),
        ("the idle time of a stream", half => half.IdleMs),
        ("the least version of TLS", half => half.LeastTls),
        ("the identity of their certificate", half => half.Identity),
    ];

    private static readonly (string What, Func<ClientHalf, object?> Of)[] OfClient =
    [
        ("what they speak", half => half.Protocol),
        ("the timeout", half => half.Route.TimeoutMs),
        ("the idle time of a stream", half => half.Route.IdleMs),
        ("retries", half => half.Route.Retry),
        ("versions", half => half.Route.Targets),
        ("whom they take for it", half => half.Client.Servers),
        ("the least version of TLS", half => half.Client.LeastTls),
        ("how they choose among its endpoints", half => half.Client.Balancing),
        ("ejection", half => half.Client.Ejection),
        ("the time for a connection", half => half.Client.ConnectMs),
        ("their own caps", half => half.Client.Caps),
    ];

    /// <summary>The form of one service.</summary>
    /// <param name="halves">All that is told of it, at least one.</param>
    /// <param name="known">The identities of all machines whose files are here.</param>
    public static ServiceForm Of(IReadOnlyList<Half> halves, IReadOnlySet<string> known)
    {
        var title = halves[0].Title;
        var server = Same(title, "served", halves.OfType<ServerHalf>(), OfServer)
            ?? throw Refused(title, $"is called by {Files(halves)}, and no file that is here serves it", "add the file of its machine");
        var client = Same(title, "called", halves.OfType<ClientHalf>(), OfClient)
            ?? throw Refused(title, $"is served by {Files(halves)}, and no file that is here calls it, so that half of its form is not known", "add the file of a caller");
        if (server.Protocol != client.Protocol)
        {
            throw Refused(title, $"must speak what its caller {client.File} does, {Word(client.Protocol)}, and speaks {Word(server.Protocol)} by {server.File}");
        }

        if (client.Client.Servers is { } servers)
        {
            if (server.LeastTls is null)
            {
                throw Refused(title, $"must show a certificate by {server.File}, as its caller {client.File} asks for one");
            }

            if (server.Identity is { } identity && !servers.Contains(identity, StringComparer.Ordinal))
            {
                throw Refused(title, $"must be whom its caller {client.File} takes for it, {string.Join(" or ", servers)}, and is {identity} by {server.File}");
            }
        }

        MustBeCallers(title, server, [.. halves.OfType<ClientHalf>()], known);
        return new()
        {
            Host = server.Host,
            Port = server.Port,
            Protocol = server.Protocol,
            Route = client.Route with { IdleMs = Sooner(server.IdleMs, client.Route.IdleMs) },
            Server = server.Server,
            Client = client.Client with { LeastTls = Greater(client.Client.LeastTls, server.LeastTls) },
        };
    }

    /// <summary>Refuses callers that are let in and cannot call, and those that nobody lets in.</summary>
    private static void MustBeCallers(string title, ServerHalf server, List<ClientHalf> clients, IReadOnlySet<string> known)
    {
        if (server.Server.Callers is not { } callers)
        {
            return;
        }

        if (clients.Find(client => client.Identity is { } identity && !callers.Contains(identity, StringComparer.Ordinal)) is { } stranger)
        {
            throw Refused(title, $"must let in {stranger.Identity}, which calls it by {stranger.File}, or must not be called there");
        }

        // Who has no file here may be in another mesh, and call from there.
        if (callers.FirstOrDefault(caller => known.Contains(caller) && clients.TrueForAll(client => client.Identity != caller)) is { } mute)
        {
            throw Refused(title, $"lets in {mute}, and no file of that machine says how it is called", "add it there, or let it in no more");
        }
    }

    /// <summary>The one half of them all.</summary>
    /// <exception cref="RefusedException">Two differ.</exception>
    private static T? Same<T>(string title, string verb, IEnumerable<T> halves, (string What, Func<T, object?> Of)[] parts)
        where T : Half
    {
        T? first = null;
        foreach (var half in halves)
        {
            first ??= half;
            if (Array.Find(parts, part => !Equals(part.Of(first), part.Of(half))) is { What: { } what } other)
            {
                throw Refused(title, $"must be {verb} alike, and {first.File} and {half.File} differ in {what}: {other.Of(first) ?? "none"} and {other.Of(half) ?? "none"}");
            }
        }

        return first;
    }

    private static int Sooner(int left, int right) => (left, right) switch
    {
        (0, _) => right,
        (_, 0) => left,
        _ => Math.Min(left, right),
    };

    private static string Greater(string left, string? right) => string.CompareOrdinal(left, right) >= 0 ? left : right!;

    private static string Word(ServiceProtocol protocol) => protocol switch
    {
        ServiceProtocol.Http => "http",
        ServiceProtocol.Http2 => "http2",
        _ => "grpc",
    };

    private static string Files(IEnumerable<Half> halves) => string.Join(" and ", halves.Select(half => half.File).Distinct(StringComparer.Ordinal));

    private static RefusedException Refused(string title, string rule, string? cure = null) => new(new Fault(title, rule, null, cure));
}
