using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>What Google documents about GKE.</summary>
public static class GkeFacts
{
    /// <summary>The APIs that a project needs for a private regional cluster with its own keys.</summary>
    /// <remarks>
    /// From what the resources of such a cluster are; no page was read that lists them. For each of them alone, see
    /// https://cloud.google.com/kubernetes-engine/docs/how-to/using-cmek.
    /// </remarks>
    public static ImmutableSortedSet<string> Apis { get; } = ImmutableSortedSet.Create(
        StringComparer.Ordinal,
        "artifactregistry.googleapis.com",
        BinaryAuthorizationApi,
        KmsApi,
        ProjectsApi,
        ComputeApi,
        ContainerApi,
        AccountsApi,
        "logging.googleapis.com",
        "monitoring.googleapis.com");

    public const string AccountsApi = "iam.googleapis.com";

    public const string BackupApi = "gkebackup.googleapis.com";

    public const string BinaryAuthorizationApi = "binaryauthorization.googleapis.com";

    public const string ComputeApi = "compute.googleapis.com";

    public const string ContainerApi = "container.googleapis.com";

    public const string DnsApi = "dns.googleapis.com";

    public const string FleetApi = "gkehub.googleapis.com";

    public const string KmsApi = "cloudkms.googleapis.com";

    public const string ProjectsApi = "cloudresourcemanager.googleapis.com";

    /// <summary>What the account that nodes run as needs: GKE's own bundle, and to pull images.</summary>
    /// <remarks>
    /// Source: https://docs.cloud.google.com/kubernetes-engine/security/configure-node-service-accounts, read 2026-11-21; the role for images
    /// was not in the part that was read.
    /// </remarks>
    public static ImmutableSortedDictionary<string, string> NodeRoles { get; } = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("pull", "roles/artifactregistry.reader"),
            KeyValuePair.Create("worker", "roles/container.defaultNodeServiceAccount"),
        ]);

    /// <summary>Full rights in the project's clusters.</summary>
    /// <remarks>Source: https://cloud.google.com/ai-platform/pipelines/docs/access-control, read 2026-11-21, which quotes the role's description.</remarks>
    public const string AdministratorRole = "roles/container.admin";

    /// <summary>May read and change what runs in the project's clusters, but neither roles nor the clusters themselves.</summary>
    /// <remarks>Source: https://cloud.google.com/kubernetes-engine/docs/how-to/iam, read 2026-11-21, but for the list of permissions.</remarks>
    public const string DeveloperRole = "roles/container.developer";

    /// <summary>May look at what runs in the project's clusters, secrets left out, and reach their API by name.</summary>
    /// <remarks>Source: https://cloud.google.com/kubernetes-engine/docs/how-to/iam, read 2026-11-21, but for the list of permissions.</remarks>
    public const string ViewerRole = "roles/container.viewer";

    /// <summary>What the agent of Backup for GKE needs in the project.</summary>
    /// <remarks>Source: https://docs.cloud.google.com/iam/docs/service-agents, read 2026-11-21.</remarks>
    public const string BackupAgentRole = "roles/gkebackup.serviceAgent";

    /// <summary>How a cluster of a version encrypts what it stores under a key of ours, in Google's word.</summary>
    /// <remarks>
    /// From 1.35 on Google encrypts every object, not secrets alone, and a cluster that asked for secrets reports the wider word, which every
    /// later preview would want to change back. Source: apply logs of public repositories, read 2026-11-21; no page of Google's was
    /// read that says from which version on.
    /// </remarks>
    /// <param name="minor">The minor version: 35 of 1.35.</param>
    public static string StoreEncryption(int minor) => minor >= 35 ? "ALL_OBJECTS_ENCRYPTION_ENABLED" : "ENCRYPTED";

    /// <summary>Every control-plane component that writes logs, with the nodes' own and the workloads'.</summary>
    /// <remarks>
    /// Sources, read 2026-11-21: https://cloud.google.com/kubernetes-engine/docs/concepts/about-logs for the components, and for their names
    /// website/docs/r/container_cluster.html.markdown of the Google provider, commit e03b7622a26c, which has one more, KCP_VPA.
    /// </remarks>
    public static ImmutableArray<string> LoggedComponents { get; } =
        ["APISERVER", "CONTROLLER_MANAGER", "SCHEDULER", "SYSTEM_COMPONENTS", WorkloadLogs];

    /// <summary>What containers write.</summary>
    public const string WorkloadLogs = "WORKLOADS";

    /// <summary>What the two ways to a control plane admit.</summary>
    /// <remarks>
    /// The name answers users only where external traffic is allowed, else Google's own services alone; service account tokens of Kubernetes
    /// are taken there only where that is switched on besides, as another cluster's control plane needs that reads this one.
    /// </remarks>
    public static Source EndpointSource { get; } =
        new("https://cloud.google.com/kubernetes-engine/docs/reference/rest/v1/projects.locations.clusters#DNSEndpointConfig", new(2026, 11, 21))
        {
            NotRead = "whether a call with such a token also needs the IAM permission container.clusters.connect; the texts of the fields were read in Google's client libraries",
        };

    /// <summary>The account as which Compute Engine encrypts disks in a project.</summary>
    /// <remarks>
    /// Source: website/docs/r/compute_disk.html.markdown of the Google provider, commit e03b7622a26c, read 2026-11-21; it refers to
    /// https://cloud.google.com/compute/docs/disks/customer-managed-encryption.
    /// </remarks>
    public static string ComputeAgent(string projectNumber) => $"serviceAccount:service-{projectNumber}@compute-system.iam.gserviceaccount.com";

    /// <summary>The pool of a project's Kubernetes identities; Google makes it with the first cluster.</summary>
    public static string WorkloadPool(string project) => $"{project}.svc.id.goog";

    /// <summary>A Kubernetes service account as an IAM member: the same in every cluster of the project.</summary>
    /// <remarks>Source: https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity, read 2026-11-21.</remarks>
    public static string WorkloadMember(string project, string projectNumber, string ns, string account) =>
        $"principal://iam.googleapis.com/projects/{projectNumber}/locations/global/workloadIdentityPools/{WorkloadPool(project)}/subject/ns/{ns}/sa/{account}";

    /// <summary>The issuer of a cluster's service account tokens.</summary>
    /// <remarks>
    /// Source: website/docs/r/gke_hub_membership.html.markdown of the Google provider, commit e03b7622a26c, read 2026-11-21, where it is
    /// an example.
    /// </remarks>
    public static string Issuer(string project, string location, string clusterName) =>
        $"https://container.googleapis.com/v1/projects/{project}/locations/{location}/clusters/{clusterName}";
}
