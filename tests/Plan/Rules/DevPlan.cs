using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Plan.Rules;

/// <summary>The plan of the shipped dev stack, evaluated once for all tests, and the same plan with one thing broken.</summary>
/// <remarks>Only for tests of the collection <see cref="Evaluations"/>.</remarks>
public sealed class DevPlan : IAsyncLifetime
{
    private static PlanDocument? evaluated;
    private PlanDocument? plan;

    public PlanDocument Plan => plan!;

    public async Task InitializeAsync() => plan = evaluated ??= await EvaluateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<PlanDocument> EvaluateAsync()
    {
        using var output = new MemoryStream();
        await PreviewCommand.RunAsync(
            ["dev", "--format", "json"],
            new() { Out = output, Error = TextWriter.Null, Directory = ProjectRoot.Path, Variable = _ => null, Clock = FixedClock.Usual },
            MeshProgram.Load);
        return PlanReader.Read(output.ToArray());
    }

    /// <summary>The first resource of that type, in the order of URNs, made another.</summary>
    public PlanDocument Change(string type, Func<PlannedResource, PlannedResource> change)
    {
        var first = Plan.Resources.First(resource => resource.Type == type);
        return Of(Plan.Resources.Select(resource => ReferenceEquals(resource, first) ? change(first) : resource));
    }

    /// <summary>A plan with one resource made another.</summary>
    public static PlanDocument Edited(PlanDocument plan, PlannedResource resource, PlannedResource instead) =>
        PlanDocument.OfFirstUpdate(plan.Stack, plan.Fidelity, plan.Resources.Select(each => ReferenceEquals(each, resource) ? instead : each), [], plan.Outputs);

    /// <summary>A plan with every resource of a type made another.</summary>
    public static PlanDocument Edited(PlanDocument plan, string type, Func<PlannedResource, PlannedResource> change) =>
        PlanDocument.OfFirstUpdate(plan.Stack, plan.Fidelity, plan.Resources.Select(each => each.Type == type ? change(each) : each), [], plan.Outputs);

    /// <summary>The first resource of that type with another value, written as JSON, at a path of its inputs; null takes the value away.</summary>
    public PlanDocument With(string type, string path, string? json) => Change(type, resource => resource.With(path, json));

    /// <summary>The first resource of that type with an input that comes from the resources of those names.</summary>
    public PlanDocument Referring(string type, string property, params string[] names) =>
        Change(type, resource => resource.Referring(property, [.. names.Select(name => Subnet(name).Urn)]));

    public PlanDocument Without(string type) => Of(Plan.Resources.Where(resource => resource.Type != type));

    public PlanDocument Plus(params PlannedResource[] more) => Of(Plan.Resources.Concat(more));

    public PlannedResource Subnet(string name) => Plan.Resources.Single(resource => resource.Type == "aws:ec2/subnet:Subnet" && resource.Name == name);

    /// <summary>A resource that dev does not have, of the provider that makes its VPC.</summary>
    public PlannedResource New(string type, string name, params (string Path, string Json)[] inputs)
    {
        var vpc = Plan.Resources.Single(resource => resource.Type == "aws:ec2/vpc:Vpc");
        var made = new PlannedResource
        {
            Urn = $"urn:pulumi:dev::cross-cloud-mesh::{type}::{name}",
            Type = type,
            Name = name,
            IsCustom = true,
            Provider = vpc.Provider,
            Inputs = SortedMap<PlanValue>.Empty,
        };
        foreach (var (path, json) in inputs)
        {
            made = made.With(path, json);
        }

        return made;
    }

    /// <summary>
    /// Asserts that dev keeps the rule, or waives what it breaks of it, and that the broken plan breaks it as told beyond that:
    /// <c>name path path</c>, in the order of the plan.
    /// </summary>
    public void Fails<TRule>(PlanDocument broken, params string[] expected)
        where TRule : Rule, new()
    {
        var id = new TRule().About.Id;
        Assert.All(Plan.Findings.Where(finding => finding.Rule == id), finding => Assert.NotNull(finding.Suppressed));
        var known = new TRule().Judge(new(Plan.Resources)).Select(Told).ToList();
        Assert.Equal(expected, AllRules.Judge(broken.Resources).Where(finding => finding.Rule == id).Select(Told).Where(told => !known.Contains(told)));
    }

    /// <summary>What a rule finds in a plan: <c>name path path</c>, in the order of the plan.</summary>
    public static IEnumerable<string> Found<TRule>(PlanDocument plan)
        where TRule : Rule, new() => new TRule().Judge(new(plan.Resources)).Select(Told);

    private static string Told(Finding finding) =>
        string.Join(' ', finding.Evidence.Select(evidence => evidence.Path).Prepend(Run.Names([finding.Urn!])));

    private PlanDocument Of(IEnumerable<PlannedResource> resources) =>
        PlanDocument.OfFirstUpdate(Plan.Stack, Plan.Fidelity, resources, [], Plan.Outputs);
}
