using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Repository;
using NJsonSchema;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>Every stack that this repository ships can be previewed.</summary>
[Collection(Evaluations.Name)]
public class ShippedStackTests
{
    public static TheoryData<string> Stacks
    {
        get
        {
            var stacks = new TheoryData<string>();
            foreach (var file in Directory.GetFiles(Path.Combine(ProjectRoot.Path, "stacks"), "Pulumi.*.yaml"))
            {
                stacks.Add(Path.GetFileName(file).Split('.')[1]);
            }

            return stacks;
        }
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Preview_IsFine_AndTheSameOnEveryRun(string stack)
    {
        var first = await JsonAsync(stack);

        Assert.Equal(first, await JsonAsync(stack));
        Assert.All(
            PlanReader.Read(Encoding.UTF8.GetBytes(first)).Findings,
            finding => Assert.True(finding.Suppressed is not null || (stack == "fintrust" && IsEndOfLife(finding)), finding.Message));
    }

    [Fact]
    public async Task Fintrust_TellsTheEndOfAppMesh_AsAWarning() =>
        Assert.Single(PlanReader.Read(Encoding.UTF8.GetBytes(await JsonAsync("fintrust"))).Findings, finding => finding.Suppressed is null && IsEndOfLife(finding));

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Plan_IsOfThePublishedForm(string stack)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(ProjectRoot.Path, "docs", "plan.schema.json"));

        Assert.Empty(schema.Validate(await JsonAsync(stack)));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Resources_KnowTheirLine_AndTheirProvider(string stack)
    {
        var plan = PlanReader.Read(Encoding.UTF8.GetBytes(await JsonAsync(stack)));

        Assert.All(plan.Resources, r => Assert.Matches("^(infra|components)/.+[.]cs$", r.Source!.File));
        Assert.All(plan.Resources, r => Assert.True(!r.IsCustom || r.IsProvider || r.Provider is not null, r.Urn));
    }

    /// <summary>As the official package has it, whose class for objects of other kinds leaves the version to the provider that is named.</summary>
    [Fact]
    public async Task ObjectsOfOtherKinds_AskForNoVersion_AndAllOthersDo()
    {
        var plan = await ShippedPlan.OfAsync("dev");
        var (other, known) = (plan.Resources.Where(IsOfAnotherKind).ToList(), plan.Resources.Where(r => r.IsCustom && !IsOfAnotherKind(r)).ToList());

        Assert.NotEmpty(other);
        Assert.All(other, r => Assert.Null(r.Options.Version));
        Assert.All(known, r => Assert.NotNull(r.Options.Version));
    }

    private static bool IsOfAnotherKind(PlannedResource resource) =>
        resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal) && resource.Type.Split(':')[1].Contains("istio.io", StringComparison.Ordinal);

    private static bool IsEndOfLife(Finding finding) => finding is { Rule: "app-mesh-end-of-life", Severity: Severity.Warning };

    private static async Task<string> JsonAsync(string stack)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = await PreviewCommand.RunAsync(
            [stack, "--format", "json"],
            new() { Out = output, Error = error, Directory = ProjectRoot.Path, Variable = _ => null, Clock = FixedClock.Usual },
            MeshProgram.Load);
        Assert.Equal("0 ", $"{code} {error}");
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
