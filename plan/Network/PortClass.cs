namespace CrossCloudMesh.Plan.Network;

/// <summary>Traffic that a pair of sites must let through, both ways.</summary>
/// <remarks>
/// The ports of an Istio east-west gateway that another cluster calls, and the message without which a path with smaller packets swallows
/// what is too big. Written down here and not taken from what makes the links: a proof that asks its subject proves nothing.
/// Source: https://istio.io/latest/docs/ops/deployment/application-requirements/, read 2026-11-20; RFC 1191.
/// </remarks>
/// <param name="Name">What it is: <c>mesh</c>.</param>
/// <param name="Protocol"><c>tcp</c> or <c>icmp</c>.</param>
/// <param name="Port">The port that is called; of ICMP, the type.</param>
public sealed record PortClass(string Name, string Protocol, int Port)
{
    /// <summary>Of ICMP: "destination unreachable", and of its codes "fragmentation needed".</summary>
    internal const int UnreachableType = 3;

    internal const int TooBigCode = 4;

    /// <summary>The ports from which machines call, and to which answers go. Linux draws them from here.</summary>
    /// <remarks>Source: https://docs.kernel.org/networking/ip-sysctl.html, ip_local_port_range, read 2026-11-21.</remarks>
    internal const int FirstReplyPort = 32768;

    internal const int LastReplyPort = 60999;

    /// <summary>Mesh traffic, the readiness of its gateway, and too-big messages.</summary>
    public static IReadOnlyList<PortClass> All { get; } = [new("mesh", "tcp", 15443), new("status", "tcp", 15021), new("too-big", "icmp", UnreachableType)];

    /// <summary>Those of them that a pair must let through of which one is in App Mesh: it has no such gateway, and is none to call it.</summary>
    public static IReadOnlyList<PortClass> WithoutIstio { get; } = [.. All.Where(ports => !ports.IsAnswered)];

    /// <summary>Whether it is answered; a too-big message is not.</summary>
    public bool IsAnswered => Protocol == "tcp";

    public override string ToString() => Protocol == "tcp" ? $"tcp/{Port}" : $"{Protocol} {Name}";
}
