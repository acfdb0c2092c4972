using CrossCloudMesh.Values;

namespace CrossCloudMesh.Mesh.AppMesh;

/// <summary>What the controller of App Mesh may do, and what its proxies may.</summary>
/// <remarks>
/// The documented policies without what belongs to certificates of ACM, which no proxy of ours has, and of lists only those that the
/// controller calls. Where the documented ones say everything, here it is one mesh, the services of one namespace of Cloud Map, and one zone.
/// Cloud Map names services by ids that nobody knows before, so those are all of the account and region; health checks are made without a name.
/// Source: config/iam and pkg of https://github.com/aws/aws-app-mesh-controller-for-k8s/tree/v1.13.3,
/// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudmap.html, read 2026-11-21.
/// </remarks>
public static class AppMeshRights
{
    private static readonly string[] Kinds = ["Mesh", "VirtualNode", "VirtualService", "VirtualRouter", "Route", "VirtualGateway", "GatewayRoute"];

    private static readonly string[] Verbs = ["Create", "Delete", "Describe", "Update"];

    /// <summary>What a proxy may do: ask for its own configuration.</summary>
    /// <param name="place">The mesh.</param>
    /// <param name="proxies">Of which nodes or gateways, as App Mesh names them: <c>virtualNode/payment-v1_payments</c>.</param>
    public static AwsPolicy Proxy(AppMeshPlace place, params IEnumerable<string> proxies) => new(
        Allow("Configure", ["appmesh:StreamAggregatedResources"], [.. proxies.Select(proxy => $"{place.MeshArn}/{proxy}")]));

    /// <summary>What the controller may do.</summary>
    /// <param name="place">The mesh.</param>
    /// <param name="namespaceArn">The namespace of Cloud Map.</param>
    /// <param name="zoneId">The zone that the namespace has.</param>
    internal static AwsPolicy Controller(AppMeshPlace place, string namespaceArn, string zoneId) => new(
        Allow("ChangeMesh", [.. Kinds.SelectMany(kind => Verbs.Select(verb => $"appmesh:{verb}{kind}")), "appmesh:ListRoutes"], [place.MeshArn, $"{place.MeshArn}/*"]),
        Allow(
            "MakeServiceRole",
            ["iam:CreateServiceLinkedRole"],
            [$"arn:aws:iam::{place.AccountId}:role/aws-service-role/appmesh.amazonaws.com/AWSServiceRoleForAppMesh"],
            ("StringEquals", "iam:AWSServiceName", "appmesh.amazonaws.com")),
        Allow("LookAtCloudMap", ["servicediscovery:GetOperation", "servicediscovery:ListNamespaces", "servicediscovery:ListServices"], ["*"]),
        Allow("MakeServices", ["servicediscovery:CreateService"], [namespaceArn]),
        Allow(
            "FillServices",
            [
                "servicediscovery:DeleteService",
                "servicediscovery:DeregisterInstance",
                "servicediscovery:GetInstance",
                "servicediscovery:GetInstancesHealthStatus",
                "servicediscovery:GetService",
                "servicediscovery:ListInstances",
                "servicediscovery:RegisterInstance",
                "servicediscovery:UpdateInstanceCustomHealthStatus",
            ],
            [$"arn:aws:servicediscovery:{place.Region}:{place.AccountId}:service/*"]),
        Allow("NamePods", ["route53:ChangeResourceRecordSets"], [$"arn:aws:route53:::hostedzone/{zoneId}"]),
        Allow("MakeHealthChecks", ["route53:CreateHealthCheck"], ["*"]),
        Allow("ChangeHealthChecks", ["route53:DeleteHealthCheck", "route53:GetHealthCheck", "route53:UpdateHealthCheck"], ["arn:aws:route53:::healthcheck/*"]));

    private static AwsStatement Allow(
        string sid, string[] actions, string[] resources, params (string Operator, string Key, string Value)[] conditions) =>
        new() { Sid = sid, Actions = actions, Resources = resources, Conditions = conditions };
}

/// <summary>Where a mesh of App Mesh is.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Region">The region.</param>
/// <param name="Mesh">The mesh's name there, which is also that of its object in the cluster.</param>
public sealed record AppMeshPlace(string AccountId, string Region, string Mesh)
{
    /// <summary>The mesh as IAM names it.</summary>
    public string MeshArn => $"arn:aws:appmesh:{Region}:{AccountId}:mesh/{Mesh}";
}
