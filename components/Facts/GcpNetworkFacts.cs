using System.Collections.Immutable;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Facts;

/// <summary>What Google documents about VPC networks, their firewall and Cloud NAT.</summary>
public static class GcpNetworkFacts
{
    /// <summary>Where the checks of Google's load balancers come from, and the load balancers' own front ends.</summary>
    /// <remarks>Source: https://cloud.google.com/load-balancing/docs/health-checks#fw-rule, read 2026-11-21.</remarks>
    public static ImmutableArray<Cidr> HealthCheckRanges { get; } = [Cidr.Parse("130.211.0.0/22")!.Value, Cidr.Parse("35.191.0.0/16")!.Value];

    /// <summary>
    /// The ports at which a cluster's control plane calls nodes and pods. GKE itself admits the first two; a webhook on any other port
    /// fails until a rule admits it.
    /// </summary>
    public static ImmutableArray<CalledPort> ControlPlaneCalls { get; } =
    [
        new(443, "webhooks behind a service of their own", new("https://cloud.google.com/kubernetes-engine/docs/concepts/firewall-rules", new(2026, 11, 21))),
        new(10250, "kubelets, and cert-manager's webhook", new("https://cloud.google.com/kubernetes-engine/docs/concepts/firewall-rules", new(2026, 11, 21))),
        new(8443, "ingress controllers' webhooks", new("https://kubernetes.github.io/ingress-nginx/deploy/#gce-gke", new(2026, 11, 21))),
        new(9443, "webhooks of most operators", new("https://github.com/GoogleCloudPlatform/k8s-config-connector/releases/tag/1.38.0", new(2026, 11, 21))),
        new(10260, "cert-manager's webhook on the host network", new("https://cert-manager.io/docs/installation/compatibility", new(2026, 11, 21))),
        new(15017, "Istio's injection and validation", new("https://cloud.google.com/service-mesh/docs/private-cluster-open-port", new(2026, 11, 21))),
    ];

    /// <summary>The addresses at which Google's APIs answer to what a service perimeter admits, and to nothing else.</summary>
    /// <remarks>Source: https://cloud.google.com/vpc-service-controls/docs/set-up-private-connectivity, read 2026-11-21.</remarks>
    public static Cidr RestrictedRange { get; } = Cidr.Parse("199.36.153.4/30")!.Value;

    /// <summary>The name of those addresses.</summary>
    public const string RestrictedName = "restricted.googleapis.com.";

    /// <summary>The domains that a private cluster must find there: all APIs, and the registries of its images.</summary>
    /// <remarks>Source: https://cloud.google.com/vpc-service-controls/docs/set-up-gke, read 2026-11-21.</remarks>
    public static ImmutableArray<string> RestrictedDomains { get; } = ["gcr.io.", "googleapis.com.", "pkg.dev."];

    /// <summary>How many source ports each address of a Cloud NAT has.</summary>
    /// <remarks>Source: https://cloud.google.com/nat/docs/ports-and-addresses, read 2026-11-21.</remarks>
    public const int PortsPerNatAddress = 64512;
}

/// <summary>A port that a control plane calls.</summary>
/// <param name="Port">The TCP port of node or pod.</param>
/// <param name="What">What listens there.</param>
/// <param name="Source">Where this was read.</param>
public sealed record CalledPort(int Port, string What, Source Source);
