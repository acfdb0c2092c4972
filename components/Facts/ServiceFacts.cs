using System.Collections.Frozen;

namespace CrossCloudMesh.Facts;

/// <summary>What a mesh of sidecars keeps for itself where services run.</summary>
public static class ServiceFacts
{
    /// <summary>The ports that Istio's proxy listens on beside a service.</summary>
    /// <remarks>Source: https://istio.io/v1.13/zh/docs/ops/deployment/requirements, read 2026-11-21; that page of today was not read.</remarks>
    public static FrozenSet<int> ProxyPorts { get; } = FrozenSet.Create(15000, 15001, 15004, 15006, 15008, 15009, 15020, 15021, 15053, 15090);

    /// <summary>
    /// Namespaces that a cluster has from the start, so that nothing can make them for services, and Istio's own, whose policies are
    /// everybody's. Pods of those of Kubernetes itself are never given a proxy.
    /// </summary>
    /// <remarks>Source: istio/istio, pkg/kube/inject, read 2026-11-21; the names of Kubernetes' own are its documented four.</remarks>
    public static FrozenSet<string> TakenNamespaces { get; } =
        FrozenSet.Create(StringComparer.Ordinal, "default", "kube-node-lease", "kube-public", "kube-system", IstioFacts.Namespace);
}
