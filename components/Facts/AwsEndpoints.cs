using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>Which AWS services a network without a way out must still reach, and by what kind of endpoint.</summary>
public static class AwsEndpoints
{
    /// <summary>What the services of nodes, add-ons and their images are taken from.</summary>
    public static Source EksSource { get; } = new("https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html", new(2026, 11, 21));

    /// <summary>What Session Manager asks for.</summary>
    public static Source SessionSource { get; } =
        new("https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html", new(2026, 11, 21));

    /// <summary>Which services have an endpoint at all, and under which name.</summary>
    public static Source ServiceSource { get; } =
        new("https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html", new(2026, 11, 21));

    /// <summary>All rows, by service; one service stands once.</summary>
    public static ImmutableArray<AwsEndpoint> Catalogue { get; } =
    [
        Interface("appmesh", AppMeshFacts.EndpointSource, AwsFeature.AppMesh),
        Interface("appmesh-envoy-management", AppMeshFacts.EndpointSource, AwsFeature.AppMesh),
        Interface("aps-workspaces", ServiceSource, AwsFeature.Prometheus),
        Interface("autoscaling", EksSource, AwsFeature.NodeScaling),
        Gateway("dynamodb", ServiceSource, AwsFeature.Tables),
        Interface("ec2", EksSource, AwsFeature.Nodes, AwsFeature.Volumes),
        Interface("ec2messages", SessionSource, AwsFeature.Sessions),
        Interface("ecr.api", EksSource, AwsFeature.Nodes),
        Interface("ecr.dkr", EksSource, AwsFeature.Nodes),
        Interface("eks", EksSource, AwsFeature.Nodes),
        Interface("eks-auth", EksSource, AwsFeature.PodIdentity),
        Interface("elasticfilesystem", ServiceSource, AwsFeature.FileSystems),
        Interface("elasticloadbalancing", EksSource, AwsFeature.LoadBalancers),
        Interface("guardduty-data", ServiceSource, AwsFeature.ThreatDetection),
        Interface("kms", ServiceSource, AwsFeature.Keys),
        Interface("logs", EksSource, AwsFeature.Logs),
        Interface("monitoring", ServiceSource, AwsFeature.Metrics),
        // The layers of every image in ECR lie in S3.
        Gateway("s3", EksSource, AwsFeature.Nodes),
        Interface("secretsmanager", ServiceSource, AwsFeature.Secrets),
        Interface("servicediscovery", AppMeshFacts.EndpointSource, AwsFeature.AppMesh),
        Interface("sqs", ServiceSource, AwsFeature.SpotInterruptions),
        Interface("ssm", SessionSource, AwsFeature.Sessions),
        Interface("ssmmessages", SessionSource, AwsFeature.Sessions),
        Interface("sts", EksSource, AwsFeature.Nodes),
        Interface("xray", EksSource, AwsFeature.Traces),
    ];

    /// <summary>The row of a service, or null where it is not known.</summary>
    public static AwsEndpoint? Find(string service) => Catalogue.FirstOrDefault(row => row.Service == service);

    /// <summary>The services that any of <paramref name="features"/> needs.</summary>
    public static ImmutableSortedSet<string> NeededBy(IEnumerable<AwsFeature> features)
    {
        var wanted = features.ToHashSet();
        return Catalogue.Where(row => row.NeededBy.Any(wanted.Contains)).Select(row => row.Service).ToImmutableSortedSet(StringComparer.Ordinal);
    }

    private static AwsEndpoint Interface(string service, Source source, params ImmutableArray<AwsFeature> neededBy) =>
        new(service, AwsEndpointKind.Interface, neededBy, source);

    private static AwsEndpoint Gateway(string service, Source source, params ImmutableArray<AwsFeature> neededBy) =>
        new(service, AwsEndpointKind.Gateway, neededBy, source);
}

/// <summary>The endpoint of one AWS service.</summary>
/// <param name="Service">The service as the endpoint's name carries it, after <c>com.amazonaws.region.</c>: <c>ecr.api</c>.</param>
/// <param name="Kind">What stands in the network.</param>
/// <param name="NeededBy">What does not work without it.</param>
/// <param name="Source">Where this was read.</param>
public sealed record AwsEndpoint(string Service, AwsEndpointKind Kind, ImmutableArray<AwsFeature> NeededBy, Source Source)
{
    /// <summary>The full name in a region: <c>com.amazonaws.us-east-1.ecr.api</c>.</summary>
    public string NameIn(string region) => $"com.amazonaws.{region}.{Service}";
}

/// <summary>What stands in a network for a service of AWS.</summary>
public enum AwsEndpointKind
{
    /// <summary>A network interface in every zone, which costs by the hour and answers to the service's own name.</summary>
    Interface,

    /// <summary>A route in the route tables, without charge.</summary>
    Gateway,
}

/// <summary>Something in a network that calls AWS.</summary>
public enum AwsFeature
{
    /// <summary>EKS nodes: they join, pull images and take addresses for pods.</summary>
    Nodes,

    /// <summary>Pods with an AWS identity of their own.</summary>
    PodIdentity,

    /// <summary>EBS volumes for pods.</summary>
    Volumes,

    /// <summary>A shell on a node through Session Manager.</summary>
    Sessions,

    /// <summary>Logs of nodes and pods in CloudWatch.</summary>
    Logs,

    /// <summary>A controller in the cluster that makes load balancers.</summary>
    LoadBalancers,

    /// <summary>A cluster autoscaler over Auto Scaling groups.</summary>
    NodeScaling,

    /// <summary>A scaler that hears of spot interruptions from a queue.</summary>
    SpotInterruptions,

    /// <summary>Pods that encrypt with keys of KMS themselves.</summary>
    Keys,

    /// <summary>Traces in X-Ray.</summary>
    Traces,

    /// <summary>Metrics in CloudWatch.</summary>
    Metrics,

    /// <summary>Metrics in Amazon Managed Service for Prometheus.</summary>
    Prometheus,

    /// <summary>Pods that read Secrets Manager.</summary>
    Secrets,

    /// <summary>EFS volumes for pods.</summary>
    FileSystems,

    /// <summary>GuardDuty's agent on nodes.</summary>
    ThreatDetection,

    /// <summary>Pods that use DynamoDB.</summary>
    Tables,

    /// <summary>The controller of App Mesh, and the proxies of its pods.</summary>
    AppMesh,
}
