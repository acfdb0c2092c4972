namespace CrossCloudMesh.Facts;

/// <summary>The program that answers for services, and calls them, while there are no real ones: Fortio, a server and a client in one.</summary>
public static class DemoFacts
{
    /// <summary>What lets a pod that is not root listen below port 1024. Kubernetes counts it as safe, so that every node allows it.</summary>
    /// <remarks>Source: https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/, read in a copy on 2026-11-21.</remarks>
    public const string UnprivilegedPorts = "net.ipv4.ip_unprivileged_port_start";

    private const string Registry = "docker.io";

    private const string Repository = "fortio/fortio";

    /// <summary>
    /// How it is called. A server on one port answers HTTP/1.1, and HTTP/2 in the clear; another answers gRPC and its health checks; a client
    /// that is given no time calls until it is stopped. Its image is published for amd64 and arm64, tagged with versions without a <c>v</c>.
    /// </summary>
    public static Source Source { get; } = new("https://github.com/fortio/fortio/tree/45e18710810d864a615618087228996a0a824b2f", new(2026, 11, 21));

    /// <summary>Its image, where it is published or in a registry with an optional path that has it by the same name.</summary>
    /// <param name="version">Three numbers.</param>
    /// <param name="mirror">That registry; null for where it is published.</param>
    public static string ImageOf(string version, string? mirror) => $"{mirror ?? Registry}/{Repository}:{version}";
}
