using CrossCloudMesh.Plan.Lint.Envoy;
using CrossCloudMesh.Plan.Manifests;
using CrossCloudMesh.Tests.Mesh.Envoy;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Schemas;

/// <summary>The files of Envoy that this repository holds or makes, against the lint and against the table of Envoy's fields.</summary>
[Collection(Evaluations.Name)]
public sealed class EnvoyCommittedTests
{
    public static TheoryData<string> Stacks => ShippedStackTests.Stacks;

    public static TheoryData<string> Overlays => new(EnvoyFiles.Names);

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task EveryBundle_OfAShippedStack_PassesTheLint(string stack)
    {
        var files = BundleFile.Of(await ShippedPlan.OfAsync(stack)).Where(file => file.Path.EndsWith("/envoy.yaml", StringComparison.Ordinal)).ToList();
        Assert.Equal(stack == "prod" ? 1 : 0, files.Count);
        Assert.Empty(files.SelectMany(file => EnvoyLint.Judge(EnvoyYaml.Read(file.Text)!).Select(finding => $"{file.Path}: {finding.Rule}")));
    }

    [Fact]
    public void GoldenBundle_PassesTheLint() =>
        Assert.Empty(EnvoyLint.Judge(EnvoyYaml.Read(File.ReadAllText(Path.Combine(ProjectRoot.Path, "tests", "Golden", "prod.bundle", "envoy.yaml")))!));

    /// <summary>What the lifter is held to was written by hand, so that a field which Envoy does not have would prove nothing.</summary>
    [CrdTheory]
    [MemberData(nameof(Overlays))]
    public void EveryFile_ThatTheLifterIsHeldTo_HasKnownFieldsAlone(string name) =>
        Assert.Empty(EnvoyFiles.Machines(name).SelectMany(machine => EnvoyCheck.Of(machine.Root, EnvoyCheck.Bootstrap)));

    [CrdTheory]
    [InlineData("payment")]
    [InlineData("risk")]
    public void EveryWholeFile_HasKnownFieldsAlone(string name) => Assert.Empty(EnvoyCheck.Of(
        EnvoyYaml.Read(File.ReadAllText(Path.Combine(ProjectRoot.Path, "tests", "Mesh", "Envoy", "good", name + ".yaml"))), EnvoyCheck.Bootstrap));
}
