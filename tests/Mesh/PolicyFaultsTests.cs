using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values.Mesh;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Mesh;

/// <summary>What no mesh could do is refused, and what one cannot do is refused for that one.</summary>
public sealed class PolicyFaultsTests
{
    private static readonly MeshPolicy One = PolicyGen.Common.Sample(1, 1).First();

    [Fact]
    public void Policies_AtRandom_HaveNone() => Prop.ForAll(PolicyGen.ForIstio.ToArbitrary(), policy =>
        policy.Services.All(service => !PolicyFaults.Of(service, "services.x").Any())
        && policy.Services.Select(service => service.Name).Distinct().Count() == policy.Services.Length
        && !PolicyFaults.Beyond(policy, PolicyTargets.Istio).Any()).QuickCheckThrowOnFailure();

    [Fact]
    public void CommonSubset_IsForEveryMesh() => Prop.ForAll(PolicyGen.Common.ToArbitrary(), policy =>
        new[] { PolicyTargets.Istio, PolicyTargets.AppMesh, PolicyTargets.Envoy }.All(target => !PolicyFaults.Beyond(policy, target).Any())).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("locality", PolicyTargets.Envoy, "Envoy by itself cannot prefer pods near the caller; got OwnSite")]
    [InlineData("locality", PolicyTargets.AppMesh, "App Mesh cannot prefer pods near the caller; got OwnSite")]
    [InlineData("balancing", PolicyTargets.AppMesh, "App Mesh cannot choose among pods by their load; got LeastRequest")]
    [InlineData("connect", PolicyTargets.AppMesh, "App Mesh cannot bound how long a connection takes to come about; got 1 ms")]
    [InlineData("few", PolicyTargets.AppMesh, "App Mesh cannot keep from ejecting one pod of too few; got 33 % of at least 3")]
    public void Extensions_AreRefused_ByWhoCannot(string which, PolicyTargets target, string fault) => Assert.Equal(
        [$"{One.Services[0].Name}: {fault}; leave it out, or render for another mesh"],
        PolicyFaults.Beyond(With(Extension(which)), target).Select(each => each.ToString()).Take(1));

    [Theory]
    [InlineData("balancing", PolicyTargets.Envoy)]
    [InlineData("connect", PolicyTargets.Envoy)]
    [InlineData("few", PolicyTargets.Envoy)]
    [InlineData("enough", PolicyTargets.AppMesh)]
    public void Extensions_AreTaken_ByWhoCan(string which, PolicyTargets target) => Assert.Empty(PolicyFaults.Beyond(With(Extension(which)), target));

    [Fact]
    public void OneThing_IsAskedForInOneWay() => Assert.Equal(
        ["services.x.extensions: may choose among pods by their load in one way; got LeastRequest and RoundRobin; keep one"],
        PolicyFaults.Of(With(new BalancingChoice(Balancing.LeastRequest), new BalancingChoice(Balancing.RoundRobin)).Services[0], "services.x").Select(fault => fault.ToString()));

    private static PolicyExtension Extension(string which) => which switch
    {
        "locality" => new LocalityFailover(Locality.OwnSite),
        "balancing" => new BalancingChoice(Balancing.LeastRequest),
        "connect" => new ConnectTimeout(1),
        "few" => new EjectionLimit(33, 3),
        _ => new EjectionLimit(25, 4),
    };

    private static MeshPolicy With(params PolicyExtension[] extensions) => One with { Services = [One.Services[0] with { Extensions = [.. extensions] }] };
}
