using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>How long things may take, in milliseconds; 0 is for ever.</summary>
/// <param name="TimeoutMs">A request.</param>
/// <param name="IdleMs">A stream without a byte.</param>
internal readonly record struct Limits(int TimeoutMs, int IdleMs)
{
    private const int UsualTimeoutMs = 15_000;
    private const int UsualIdleMs = 300_000;

    /// <summary>What holds where nothing is said, of a route and of a listener alike.</summary>
    public static Limits Usual { get; } = new(UsualTimeoutMs, UsualIdleMs);

    /// <summary>Reads what follows a listener's or a route's <c>timeout</c>; each that is not said is the usual one.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/app-mesh/latest/APIReference/API_HttpTimeout.html,
    /// https://docs.aws.amazon.com/app-mesh/latest/APIReference/API_GrpcTimeout.html and
    /// https://docs.aws.amazon.com/app-mesh/latest/userguide/routes.html, read 2026-11-21.
    /// </remarks>
    public static Limits Read(Field? field)
    {
        var timeout = field?.Members();
        var limits = new Limits(timeout?["perRequest"]?.Milliseconds() ?? UsualTimeoutMs, timeout?["idle"]?.Milliseconds() ?? UsualIdleMs);
        timeout?.End();
        return limits;
    }

    /// <summary>The shorter of two times.</summary>
    public static int Shorter(int ms, int otherMs) => (ms, otherMs) switch
    {
        (0, _) => otherMs,
        (_, 0) => ms,
        _ => Math.Min(ms, otherMs),
    };
}

/// <summary>Reads words of protocols.</summary>
internal static class Protocols
{
    private static readonly string[] Words = ["http", "http2", "grpc"];

    /// <summary>The word of a protocol, which also says which of several members holds.</summary>
    public static string WordOf(ServiceProtocol protocol) => Words[(int)protocol];

    /// <summary>Reads a port and what is spoken there.</summary>
    /// <remarks>Of plain TCP there is neither a request, nor a timeout for one, nor an answer: it has no place in the normal form.</remarks>
    public static (int Port, ServiceProtocol Protocol) Read(Field field)
    {
        var mapping = field.Members();
        var read = (mapping.Need("port").Whole(1, ushort.MaxValue), (ServiceProtocol)Array.IndexOf(Words, mapping.Need("protocol").Word(Words)));
        mapping.End();
        return read;
    }
}
