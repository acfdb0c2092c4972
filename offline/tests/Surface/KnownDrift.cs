namespace CrossCloudMesh.Offline.Tests.Surface;

/// <summary>Where our packages may differ from the facts, which were read from neighbouring versions.</summary>
internal static class KnownDrift
{
    /// <summary>Endings of class names that the facts do not hold.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        // Newer than the sources that were read (GCP 2026-08).
        "HostMaintenancePolicyOpportunisticMaintenanceStrategy",
        "HostMaintenancePolicyOpportunisticMaintenanceStrategyArgs",
        "HostMaintenancePolicyOpportunisticMaintenanceStrategyGetArgs",
        // The facts leave the index module's inputs out.
        "Pulumi.Gcp.Inputs.ProviderBatchingArgs",
        "Pulumi.Gcp.Inputs.ProviderExternalCredentialsArgs",
        // Written by hand upstream too; compared with sdk/dotnet/ApiExtensions/CustomResource.cs.
        "Pulumi.Kubernetes.ApiExtensions.CustomResource",
        "Pulumi.Kubernetes.ApiExtensions.CustomResourceArgs",
    ];

    /// <summary>Package and wire name of members that the facts hold in another form, or not at all.</summary>
    public static IReadOnlyList<string> Members { get; } =
    [
        "Pulumi.Gcp opportunisticMaintenanceStrategy",
        "Pulumi.Gcp vertexAiAadCustomEndpoint",
        // Newer than the sources that were read (Kubernetes 2026-07).
        "Pulumi.Kubernetes takeOwnership",
        // Write-only twins of the key came with TLS 5.6; since then neither of the two is required.
        "Pulumi.Tls caPrivateKeyPem",
        "Pulumi.Tls caPrivateKeyPemWo",
        "Pulumi.Tls caPrivateKeyPemWoVersion",
        "Pulumi.Tls privateKeyPem",
        "Pulumi.Tls privateKeyPemWo",
        "Pulumi.Tls privateKeyPemWoVersion",
    ];
}
