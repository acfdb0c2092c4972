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
        // Newer than the sources that were read (Kubernetes 2026-07): of 1.37, for pods.
        "Core.V1.EvictionResponder",
        "Core.V1.EvictionResponderArgs",
        // The facts leave the index module's inputs out.
        "Pulumi.Gcp.Inputs.ProviderBatchingArgs",
        "Pulumi.Gcp.Inputs.ProviderExternalCredentialsArgs",
        // Written by hand upstream too; compared with sdk/dotnet/ApiExtensions/CustomResource.cs.
        "Pulumi.Kubernetes.ApiExtensions.CustomResource",
        "Pulumi.Kubernetes.ApiExtensions.CustomResourceArgs",
    ];

    /// <summary>Package and wire name, with that of the type before it where only one has it, of members that the facts hold in another form, or not at all.</summary>
    public static IReadOnlyList<string> Members { get; } =
    [
        "Pulumi.Gcp opportunisticMaintenanceStrategy",
        "Pulumi.Gcp vertexAiAadCustomEndpoint",
        // Newer than the sources that were read (Kubernetes 2026-07).
        "Pulumi.Kubernetes takeOwnership",
        "Pulumi.Kubernetes ClusterTrustBundleProjection.user",
        "Pulumi.Kubernetes ConfigMapVolumeSource.defaultUser",
        "Pulumi.Kubernetes Deployment.spec",
        "Pulumi.Kubernetes DownwardAPIVolumeFile.user",
        "Pulumi.Kubernetes DownwardAPIVolumeSource.defaultUser",
        "Pulumi.Kubernetes EmptyDirVolumeSource.mode",
        "Pulumi.Kubernetes GRPCAction.mode",
        "Pulumi.Kubernetes HTTPGetAction.protocol",
        "Pulumi.Kubernetes KeyToPath.user",
        "Pulumi.Kubernetes PodCertificateProjection.user",
        "Pulumi.Kubernetes PodSpec.evictionResponders",
        "Pulumi.Kubernetes PodSpec.workloadRef",
        "Pulumi.Kubernetes ProjectedVolumeSource.defaultUser",
        "Pulumi.Kubernetes SecretVolumeSource.defaultUser",
        "Pulumi.Kubernetes ServiceAccountTokenProjection.user",
        "Pulumi.Kubernetes VolumeMount.bindMountOptions",
        // The facts name the answer by its constructor's parameter.
        "Pulumi.Kubernetes ContainerPort.containerPort",
        // Write-only twins of the key came with TLS 5.6; since then neither of the two is required.
        "Pulumi.Tls caPrivateKeyPem",
        "Pulumi.Tls caPrivateKeyPemWo",
        "Pulumi.Tls caPrivateKeyPemWoVersion",
        "Pulumi.Tls privateKeyPem",
        "Pulumi.Tls privateKeyPemWo",
        "Pulumi.Tls privateKeyPemWoVersion",
    ];
}
