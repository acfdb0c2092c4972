using System.Collections.Frozen;

namespace CrossCloudMesh.Facts;

/// <summary>What AWS documents about App Mesh on Kubernetes, and its controller's code says.</summary>
public static class AppMeshFacts
{
    /// <summary>The namespace of its controller.</summary>
    public const string Namespace = "appmesh-system";

    /// <summary>The label of a namespace that says whether its pods get a proxy. <see cref="ControllerSource"/>.</summary>
    public const string InjectionLabel = "appmesh.k8s.aws/sidecarInjectorWebhook";

    /// <summary>The label of a namespace by which a mesh of ours takes it for its own.</summary>
    public const string MeshLabel = "mesh";

    /// <summary>The annotation of a pod that puts secrets into the files of its proxy: <c>secret:/folder</c>. <see cref="ControllerSource"/>.</summary>
    public const string SecretMountsAnnotation = "appmesh.k8s.aws/secretMounts";

    /// <summary>Where the proxies of ours have certificate, key and roots.</summary>
    public const string CertificateFolder = "/etc/mesh";

    /// <summary>The longest name of a volume, which a secret that is mounted gives its own. <see cref="ControllerSource"/>.</summary>
    public const int LongestVolumeName = 63;

    /// <summary>The longest label of a name in Cloud Map's private namespaces, which are DNS.</summary>
    public const int LongestLabel = 63;

    /// <summary>The annotation of a service account that names the role of its pods.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html, read 2026-11-21.</remarks>
    public const string RoleAnnotation = "eks.amazonaws.com/role-arn";

    /// <summary>What a pod's role needs to write to X-Ray.</summary>
    public const string TracePolicy = "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess";

    /// <summary>The last day of App Mesh.</summary>
    public static DateOnly EndedOn { get; } = new(2026, 9, 30);

    /// <summary>The ports that its proxy listens on beside a service: of its administration, and for what comes in and goes out.</summary>
    /// <remarks><see cref="ControllerSource"/>.</remarks>
    public static FrozenSet<int> ProxyPorts { get; } = FrozenSet.Create(9901, 15000, 15001);

    /// <summary>Where the end is announced.</summary>
    public static Source EndSource { get; } = new("https://docs.aws.amazon.com/app-mesh/latest/userguide/what-is-app-mesh.html", new(2026, 11, 20));

    /// <summary>Which endpoints a network without a way out needs for it.</summary>
    public static Source EndpointSource { get; } = new("https://docs.aws.amazon.com/app-mesh/latest/userguide/vpc-endpoints.html", new(2026, 11, 20));

    /// <summary>Labels, annotations, ports, the rights that its calls need, and that it takes a role by a token alone.</summary>
    public static Source ControllerSource { get; } = new("https://github.com/aws/aws-app-mesh-controller-for-k8s/tree/v1.13.3", new(2026, 11, 21));
}
