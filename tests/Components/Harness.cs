using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Evaluation;
using Pulumi;

namespace CrossCloudMesh.Tests.Components;

/// <summary>Runs a few components as a stack of their own and tells what they ask for.</summary>
/// <remarks>
/// The evaluation itself refuses twin URNs, components that never register outputs and secrets in the clear. On top of that, every run
/// holds that a child's name begins with its component's, and that everything names its provider.
/// </remarks>
internal static class Harness
{
    public static async Task<Asked> RunAsync(Action<ComponentResourceOptions, ComponentResourceOptions> make)
    {
        var evaluation = await Evaluator.RunAsync(new PreviewedProgram(
            "cross-cloud-mesh",
            "test",
            new Dictionary<string, string>(StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal),
            options => new TestStack(options, make)));

        Assert.Empty(evaluation.Findings);
        var byUrn = evaluation.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        foreach (var resource in evaluation.Resources)
        {
            if (resource.Parent is not null)
            {
                Assert.StartsWith(byUrn[resource.Parent].Name, resource.Name, StringComparison.Ordinal);
            }

            if (resource is { IsCustom: true, IsProvider: false })
            {
                Assert.NotNull(resource.Provider);
            }
        }

        return new Asked(evaluation.Resources);
    }

    /// <summary>What a run says that fails.</summary>
    public static async Task<string> FailAsync(Action<ComponentResourceOptions, ComponentResourceOptions> make) =>
        (await Assert.ThrowsAsync<ProgramFailedException>(() => RunAsync(make))).Message;

    private sealed class TestStack : Stack
    {
        public TestStack(StackOptions options, Action<ComponentResourceOptions, ComponentResourceOptions> make)
            : base(options) => make(
                new() { Provider = new Pulumi.Aws.Provider("aws", new() { Region = "us-east-1" }) },
                new() { Provider = new Pulumi.Gcp.Provider("google", new() { Project = "acme-mesh" }) });
    }
}

/// <summary>What a run asked for, ready for questions.</summary>
internal sealed class Asked(IReadOnlyList<PlannedResource> resources)
{
    private readonly Dictionary<string, PlannedResource> byUrn = resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);

    public IReadOnlyList<PlannedResource> Resources { get; } = resources;

    /// <summary>How many resources there are of each type, components and providers left out, as <c>type count</c>.</summary>
    public IEnumerable<string> Counts() => Resources
        .Where(resource => resource is { IsCustom: true, IsProvider: false })
        .GroupBy(resource => resource.Type, StringComparer.Ordinal)
        .OrderBy(type => type.Key, StringComparer.Ordinal)
        .Select(type => $"{type.Key} {type.Count()}");

    public IEnumerable<PlannedResource> OfType(string type) => Resources.Where(resource => resource.Type == type);

    public PlannedResource One(string type, string? name = null) =>
        Assert.Single(Resources, resource => resource.Type == type && (name is null || resource.Name == name));

    /// <summary>The resource of that URN, or null.</summary>
    public PlannedResource? Find(string urn) => byUrn.GetValueOrDefault(urn);

    /// <summary>All that must be there before the given resource is begun, however far off, as names of types, each once.</summary>
    public IEnumerable<string> TypesBefore(PlannedResource resource)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<PlannedResource>([resource]);
        while (open.TryPop(out var next))
        {
            foreach (var urn in next.DependsOn.Concat(next.PropertyDependencies.SelectMany(property => property.Value)))
            {
                if (before.Add(urn))
                {
                    open.Push(byUrn[urn]);
                }
            }
        }

        return before.Select(urn => byUrn[urn].Type.Split(':')[^1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }
}

internal static class PlanValues
{
    /// <summary>An input by its path (<c>vpcConfig&gt;subnetIds</c>), as short text; "absent" where there is none.</summary>
    public static string Input(this PlannedResource resource, string path)
    {
        var steps = path.Split('>');
        var value = resource.Inputs[steps[0]];
        foreach (var step in steps.Skip(1))
        {
            value = value is PlanValue.ObjectValue map ? map.Members[step] : null;
        }

        return value is null ? "absent" : Show(value);
    }

    private static string Show(PlanValue value) => value switch
    {
        PlanValue.TextValue text => text.Value,
        PlanValue.NumberValue number => number.Value.ToString("R"),
        PlanValue.BoolValue truth => truth.Value ? "true" : "false",
        PlanValue.ListValue list => $"[{string.Join(", ", list.Items.Select(Show))}]",
        PlanValue.ObjectValue map => $"{{{string.Join(", ", map.Members.Select(member => $"{member.Key}: {Show(member.Value)}"))}}}",
        PlanValue.SecretValue secret => $"secret {secret.Ref}",
        _ => value.GetType().Name,
    };
}
