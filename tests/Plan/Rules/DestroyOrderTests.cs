using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules.Clusters;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Plan.Rules;

[Collection(Evaluations.Name)]
public sealed class DestroyOrderTests(DevPlan dev) : IClassFixture<DevPlan>
{
    private const string Release = "kubernetes:helm.sh/v3:Release";

    [Fact]
    public void DestroyOrder_Fails_When_AReleaseWaitsForNothing() => dev.Fails<DestroyOrder>(
        dev.Change(Release, release => release with { DependsOn = [], PropertyDependencies = SortedMap<Sequence<string>>.Empty }), "aws-east-balancers");

    [Theory]
    [InlineData("aws:eks/addon:Addon")]
    [InlineData("aws:eks/accessPolicyAssociation:AccessPolicyAssociation")]
    public void DestroyOrder_Fails_When_OneKindOfTheClustersPartsMayGoFirst(string type)
    {
        var parts = dev.Plan.Resources.Where(resource => resource.Type == type).Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        dev.Fails<DestroyOrder>(
            dev.Change(Release, release => release with { DependsOn = [.. release.DependsOn.Where(urn => !parts.Contains(urn))] }), "aws-east-balancers");
    }

    [Fact]
    public void DestroyOrder_Fails_When_ANamespaceOnGoogleWaitsForNothing() => dev.Fails<DestroyOrder>(
        dev.Change("kubernetes:core/v1:ResourceQuota", quota => quota with { DependsOn = [], PropertyDependencies = SortedMap<Sequence<string>>.Empty }),
        "gcp-east-mesh");
}
