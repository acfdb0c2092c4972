using System.Collections.Frozen;

namespace CrossCloudMesh.Facts;

/// <summary>What a mesh of sidecars keeps for itself where services run.</summary>
public static class ServiceFacts
{
    /// <summary>The ports that Istio's proxy listens on beside a service.</summary>
    /// <remarks>Source: https://istio.io/v1.13/zh/docs/ops/deployment/requirements, read 2026-11-21; that page of today was not read.</remarks>
    public static FrozenSet<int> ProxyPorts { get; } = FrozenSet.Create(15000, 15001, 15004, 15006, 15008, 15009, 15020, 15021, 15053, 15090);

    /// <summary>Namespaces whose pods are never given a proxy, and Istio's own, whose policies are everybody's.</summary>
    /// <remarks>Source: istio/istio, pkg/kube/inject, which leaves out the first three, read 2026-11-21.</remarks>
    public static FrozenSet<string> NamespacesOutsideMeshes { get; } =
        FrozenSet.Create(StringComparer.Ordinal, "kube-node-lease", "kube-public", "kube-system", IstioFacts.Namespace);
}
