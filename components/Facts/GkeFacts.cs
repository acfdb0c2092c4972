using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>What Google documents about GKE.</summary>
public static class GkeFacts
{
    /// <summary>The APIs that a project needs for a private regional cluster with its own keys.</summary>
    /// <remarks>
    /// Source: https://cloud.google.com/kubernetes-engine/docs/how-to/using-cmek and
    /// https://cloud.google.com/kubernetes-engine/docs/how-to/private-clusters, read 2026-11-20.
    /// </remarks>
    public static ImmutableSortedSet<string> Apis { get; } = ImmutableSortedSet.Create(
        StringComparer.Ordinal,
        "artifactregistry.googleapis.com",
        KmsApi,
        ProjectsApi,
        ComputeApi,
        ContainerApi,
        AccountsApi,
        "logging.googleapis.com",
        "monitoring.googleapis.com");

    public const string AccountsApi = "iam.googleapis.com";

    public const string ComputeApi = "compute.googleapis.com";

    public const string ContainerApi = "container.googleapis.com";

    public const string DnsApi = "dns.googleapis.com";

    public const string KmsApi = "cloudkms.googleapis.com";

    public const string ProjectsApi = "cloudresourcemanager.googleapis.com";

    /// <summary>What the account that nodes run as needs: GKE's own bundle, and to pull images.</summary>
    /// <remarks>Source: https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster, read 2026-11-20.</remarks>
    public static ImmutableSortedDictionary<string, string> NodeRoles { get; } = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("pull", "roles/artifactregistry.reader"),
            KeyValuePair.Create("worker", "roles/container.defaultNodeServiceAccount"),
        ]);

    /// <summary>Full rights in the project's clusters.</summary>
    /// <remarks>Source: https://cloud.google.com/kubernetes-engine/docs/how-to/iam, read 2026-11-20.</remarks>
    public const string AdministratorRole = "roles/container.admin";

    /// <summary>Every control-plane component that writes logs, with the nodes' own and the workloads'.</summary>
    /// <remarks>Source: https://cloud.google.com/kubernetes-engine/docs/concepts/about-logs, read 2026-11-20.</remarks>
    public static ImmutableArray<string> LoggedComponents { get; } =
        ["APISERVER", "CONTROLLER_MANAGER", "SCHEDULER", "SYSTEM_COMPONENTS", "WORKLOADS"];

    /// <summary>The account as which Compute Engine encrypts disks in a project.</summary>
    /// <remarks>Source: https://cloud.google.com/compute/docs/disks/customer-managed-encryption, read 2026-11-20.</remarks>
    public static string ComputeAgent(string projectNumber) => $"serviceAccount:service-{projectNumber}@compute-system.iam.gserviceaccount.com";

    /// <summary>The issuer of a cluster's service account tokens.</summary>
    /// <remarks>Source: https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity, read 2026-11-20.</remarks>
    public static string Issuer(string project, string location, string clusterName) =>
        $"https://container.googleapis.com/v1/projects/{project}/locations/{location}/clusters/{clusterName}";
}
