using CrossCloudMesh.Values.Mesh;
using Pulumi;

namespace CrossCloudMesh.Mesh.Moves;

/// <summary>An object of a cluster that stays the same when the cluster goes from one kind of mesh to another, and is made by another part then.</summary>
/// <remarks>
/// To the engine another part is another resource: without the old name it would make the object anew, which the cluster takes for a change,
/// and then delete it; of a namespace with everything in it. So each of the two parts knows the name that the other gives.
/// Source: https://www.pulumi.com/docs/iac/concepts/options/aliases/, read 2026-11-21.
/// </remarks>
public static class KeptObject
{
    /// <summary>The part of a cluster of Istio that tells of services.</summary>
    public const string Istio = "infra:mesh:MeshServices";

    /// <summary>The part of a cluster of App Mesh that does.</summary>
    public const string AppMesh = "infra:mesh:AppMeshServices";

    /// <summary>In the former, the part for one service.</summary>
    public const string IstioService = "infra:mesh:ServiceObjects";

    /// <summary>In the latter, the part for one service.</summary>
    public const string AppMeshService = "infra:mesh:AppMeshServiceObjects";

    /// <summary>The part that leads out of a cluster of Istio over a bridge.</summary>
    public const string Bridge = "infra:mesh:OutOfIstio";

    /// <summary>The type of what gives a service an address.</summary>
    public const string Service = "kubernetes:core/v1:Service";

    /// <summary>The type of what tells callers on Istio what becomes of a request.</summary>
    public const string Route = "kubernetes:networking.istio.io/v1:VirtualService";

    /// <summary>The name of what leads from a site to a service over a bridge.</summary>
    public static string OverBridge(string site, ServiceName service) => $"{site}-bridge-to-{service.Name}.{service.Namespace}";

    /// <summary>The name of what tells a site of a service in its own kind of mesh.</summary>
    public static string InMesh(string site, ServiceName service) => $"{site}-services-{service.Name}.{service.Namespace}";

    /// <summary>A part of another type, below the same.</summary>
    public static Input<Alias> Of(string type) => new Alias { Type = type };

    /// <summary>A resource below other parts, whose types stand in order with <c>$</c> between, the resource's own last.</summary>
    public static Input<Alias> At(string types, string name) =>
        new Alias { Urn = $"urn:pulumi:{Deployment.Instance.StackName}::{Deployment.Instance.ProjectName}::{types}::{name}" };
}
