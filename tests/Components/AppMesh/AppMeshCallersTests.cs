using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Components.Istio;
using CrossCloudMesh.Tests.Mesh;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Schemas;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Components.AppMesh;

/// <summary>Who may call whom, judged on the objects of the cluster alone.</summary>
[Collection(Evaluations.Name)]
public sealed class AppMeshCallersTests
{
    private const int Meshes = 15;

    [Fact]
    public async Task EveryPair_MayTalk_ExactlyWhenThePolicySaysSo()
    {
        var policies = PolicyGen.ForAppMesh.Sample(50, Meshes).ToList();
        var meshes = await RenderedAppMesh.OfAsync(policies);
        var wrong =
            from pair in policies.Zip(meshes)
            from caller in pair.First.Services
            from callee in pair.First.Services
            let allowed = callee.Callers.Contains(caller.Name)
            where LetsIn(pair.Second, caller, callee) != allowed || Finds(pair.Second, caller, callee) != allowed
            select $"{caller.Name} -> {callee.Name}";
        Assert.Empty(wrong);
        Assert.Contains(policies, policy => policy.Services.Any(service => service.Callers.Length > 1));
    }

    /// <summary>Whether every node of the callee asks for a certificate and takes the caller's.</summary>
    private static bool LetsIn(RenderedAppMesh mesh, ServicePolicy caller, ServicePolicy callee) => NodesOf(mesh, callee).All(node =>
        node.Inputs["spec"]!.At("listeners") is PlanValue.ListValue { Items: [var listener] }
        && listener.At("tls")!.At("mode").Text() == "STRICT"
        && Names(listener.At("tls")!.At("validation")).Contains(caller.Name.IdentityIn(PolicyGen.Domain)));

    /// <summary>Whether every node of the caller has the callee as its backend, takes nobody else for it, and the name leads to it.</summary>
    private static bool Finds(RenderedAppMesh mesh, ServicePolicy caller, ServicePolicy callee) =>
        mesh.Of("VirtualService").Any(each => Is(each, callee) && each.Input("spec>awsName") == callee.Name.Host)
        && NodesOf(mesh, caller).All(node => Items(node.Inputs["spec"]!.At("backends")).Select(backend => backend.At("virtualService")!).Any(backend =>
            backend.At("virtualServiceRef")!.At("name").Text() == $"{callee.Name.Name}"
            && backend.At("virtualServiceRef")!.At("namespace").Text() == $"{callee.Name.Namespace}"
            && Names(backend.At("clientPolicy")!.At("tls")!.At("validation")).SequenceEqual([callee.Name.IdentityIn(PolicyGen.Domain)])));

    private static List<PlannedResource> NodesOf(RenderedAppMesh mesh, ServicePolicy service)
    {
        var nodes = mesh.Of("VirtualNode")
            .Where(each => each.Input("metadata>namespace") == $"{service.Name.Namespace}" && each.Input("spec>podSelector>matchLabels>app") == $"{service.Name.Name}")
            .ToList();
        Assert.NotEmpty(nodes);
        return nodes;
    }

    private static IEnumerable<string> Names(PlanValue? validation) => Items(validation!.At("subjectAlternativeNames")!.At("match")!.At("exact")).Select(name => name.Text());

    private static IEnumerable<PlanValue> Items(PlanValue? list)
    {
        foreach (var item in Assert.IsType<PlanValue.ListValue>(list).Items)
        {
            yield return item;
        }
    }

    private static bool Is(PlannedResource resource, ServicePolicy service) =>
        resource.Input("metadata>name") == $"{service.Name.Name}" && resource.Input("metadata>namespace") == $"{service.Name.Namespace}";
}
