using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>The kinds that App Mesh's controller brings into a cluster, and what it holds each of their objects by.</summary>
public static class AppMeshKinds
{
    /// <summary>The group of their API.</summary>
    public const string Group = "appmesh.k8s.aws";

    /// <summary>What the controller puts before an object's deletion, until AWS has deleted what belongs to it.</summary>
    private const string AtAws = "finalizers.appmesh.k8s.aws/aws-appmesh-resources";

    /// <summary>The label of all that its chart installs, with the value.</summary>
    public const string ChartLabel = "app.kubernetes.io/name=appmesh-controller";

    /// <summary>The role of App Mesh itself, one in an account.</summary>
    public const string ServiceRole = "AWSServiceRoleForAppMesh";

    /// <summary>The container of its proxy, in the pods of services and of gateways alike.</summary>
    public const string ProxyContainer = "envoy";

    /// <summary>The controller's code and chart; both webhook configurations refuse what they are about while nobody answers for them.</summary>
    public static Source Source { get; } = new("https://github.com/aws/aws-app-mesh-controller-for-k8s/blob/master/pkg/k8s/finalizers.go", new(2026, 11, 21));

    /// <summary>Where AWS advises those who leave it on EKS: to go to VPC Lattice, which has no sidecars.</summary>
    public static Source AdviceSource { get; } = new("https://aws.amazon.com/blogs/containers/migrating-from-aws-app-mesh-to-amazon-vpc-lattice", new(2026, 11, 21))
    {
        NotRead = "the steps of it, as only the beginning of the page was at hand",
    };

    /// <summary>The kinds, in the order in which objects let go of one another.</summary>
    public static ImmutableArray<AppMeshKind> Rows { get; } =
    [
        new("GatewayRoute", "gatewayroutes", [AtAws]),
        new("VirtualGateway", "virtualgateways", ["finalizers.appmesh.k8s.aws/virtualgateway-members", AtAws]),
        new("VirtualService", "virtualservices", [AtAws]),
        new("VirtualRouter", "virtualrouters", [AtAws]),
        new("VirtualNode", "virtualnodes", [AtAws, "finalizers.appmesh.k8s.aws/aws-cloudmap-resources"]),
        new("BackendGroup", "backendgroups", []),
        new("Mesh", "meshes", ["finalizers.appmesh.k8s.aws/mesh-members", AtAws]),
    ];
}

/// <summary>One kind.</summary>
/// <param name="Kind">Its name.</param>
/// <param name="Plural">Its name in the API.</param>
/// <param name="Finalizers">What its objects are held by.</param>
public sealed record AppMeshKind(string Kind, string Plural, ImmutableArray<string> Finalizers)
{
    /// <summary>The name by which nothing else is meant: <c>virtualservices.appmesh.k8s.aws</c>.</summary>
    public string Resource => $"{Plural}.{AppMeshKinds.Group}";
}
