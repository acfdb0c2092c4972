using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Mesh;
using CrossCloudMesh.Tests.Preview;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Components.Istio;

/// <summary>Who may call whom, judged on the objects of the clusters alone.</summary>
[Collection(Evaluations.Name)]
public sealed class CallerGraphTests
{
    private const int Meshes = 25;

    [Fact]
    public async Task EveryPair_MayTalk_ExactlyWhenThePolicySaysSo()
    {
        var policies = PolicyGen.ForIstio.Sample(50, Meshes).ToList();
        var meshes = await RenderedMesh.OfAsync(policies);
        var wrong =
            from pair in policies.Zip(meshes)
            from caller in pair.First.Services
            from callee in pair.First.Services
            from here in caller.Sites
            from there in callee.Sites
            let allowed = callee.Callers.Contains(caller.Name)
            where LetsIn(pair.Second, caller, callee, there) != allowed || Finds(pair.Second, caller, callee, here) != allowed
            select $"{caller.Name} in {here} -> {callee.Name} in {there}";
        Assert.Empty(wrong);
        Assert.Contains(policies, policy => policy.Services.Any(service => service.Callers.Length > 1));
    }

    /// <summary>Whether the callee's proxies in a cluster let the caller in: where a policy of its pods names it and the port.</summary>
    private static bool LetsIn(RenderedMesh mesh, ServicePolicy caller, ServicePolicy callee, string site)
    {
        var identity = caller.Name.IdentityIn(PolicyGen.Domain)["spiffe://".Length..];
        return mesh.In(site)
            .Where(each => each.Input("kind") == "AuthorizationPolicy"
                && each.Input("metadata>namespace") == $"{callee.Name.Namespace}"
                && (each.Input("spec>selector") is "absent" || each.Input("spec>selector") == $"{{matchLabels: {{app: {callee.Name.Name}}}}}"))
            .Any(each => Rules(each).Any(rule => rule.Contains(identity) && rule.Contains($"port {callee.Port}")));
    }

    /// <summary>Whether the caller's proxies in a cluster know the callee, and its name is known there at all.</summary>
    private static bool Finds(RenderedMesh mesh, ServicePolicy caller, ServicePolicy callee, string site) =>
        mesh.In(site).Any(each => each.Input("kind") == "Service" && Is(each, callee))
        && mesh.In(site).Any(each => each.Input("kind") == "VirtualService" && Is(each, callee))
        && Texts(mesh.In(site).Single(each => each.Input("kind") == "Sidecar" && Is(each, caller)).Inputs["spec"]!.At("egress"))
            .Contains($"{callee.Name.Namespace}/{callee.Name.Host}", StringComparer.Ordinal);

    private static bool Is(PlannedResource resource, ServicePolicy service) =>
        resource.Input("metadata>name") == $"{service.Name.Name}" && resource.Input("metadata>namespace") == $"{service.Name.Namespace}";

    /// <summary>Each rule as the identities and ports that it names.</summary>
    private static IEnumerable<HashSet<string>> Rules(PlannedResource policy) =>
        (policy.Inputs["spec"]!.At("rules") as PlanValue.ListValue)?.Items.Select(rule =>
            Texts(rule.At("from")).Concat(Texts(rule.At("to")).Select(port => $"port {port}")).ToHashSet(StringComparer.Ordinal)) ?? [];

    private static IEnumerable<string> Texts(PlanValue? value) => value switch
    {
        PlanValue.TextValue text => [text.Value],
        PlanValue.ListValue list => list.Items.SelectMany(Texts),
        PlanValue.ObjectValue map => map.Members.SelectMany(member => Texts(member.Value)),
        _ => [],
    };
}

/// <summary>Steps into values of a plan.</summary>
internal static class PlanSteps
{
    public static PlanValue? At(this PlanValue value, string key) => value is PlanValue.ObjectValue map ? map.Members[key] : null;
}
