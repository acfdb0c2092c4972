using System.Collections.Immutable;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Foundation;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components;

[Collection(Evaluations.Name)]
public sealed class GkeAccessTests
{
    [Fact]
    public async Task LetsIn_EachByItsRole_OnceTheApiIsThere()
    {
        var asked = await Harness.RunAsync((aws, gcp) => _ = new GkeAccess("access", new()
        {
            Project = "acme-mesh",
            Grants = ImmutableSortedDictionary.Create<string, GkeGrant>(StringComparer.Ordinal)
                .Add("auditors", new("group:audit@example.com", GkeRole.Viewer))
                .Add("developers", new("group:dev@example.com", GkeRole.Developer))
                .Add("platform", new("group:platform@example.com", GkeRole.Administrator)),
            Apis = new GoogleApis("apis", new() { Project = "acme-mesh", Apis = GkeFacts.Apis }, gcp),
        }, gcp));
        var members = asked.OfType("gcp:projects/iAMMember:IAMMember").ToList();
        Assert.Equal(
            [
                "access-auditors roles/container.viewer group:audit@example.com",
                "access-developers roles/container.developer group:dev@example.com",
                "access-platform roles/container.admin group:platform@example.com",
            ],
            members.Select(member => $"{member.Name} {member.Input("role")} {member.Input("member")}").Order(StringComparer.Ordinal));
        Assert.All(members, member => Assert.Contains("Service", asked.TypesBefore(member)));
    }
}
