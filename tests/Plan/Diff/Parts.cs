using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;

namespace CrossCloudMesh.Tests.Plan.Diff;

/// <summary>Small resources, and what changes from one to another.</summary>
internal static class Parts
{
    public const string Firewall = "gcp:compute/firewall:Firewall";
    public const string Subnetwork = "gcp:compute/subnetwork:Subnetwork";
    public const string Subnet = "aws:ec2/subnet:Subnet";
    public const string Vpc = "aws:ec2/vpc:Vpc";

    public static PlannedResource Of(string type, string name, params IEnumerable<(string Key, PlanValue Value)> inputs) => new()
    {
        Urn = Urn(type, name),
        Type = type,
        Name = name,
        IsCustom = true,
        Inputs = new([.. inputs.Select(i => KeyValuePair.Create(i.Key, i.Value))]),
    };

    /// <summary>A resource with an input that comes from others.</summary>
    public static PlannedResource From(this PlannedResource resource, string input, params IEnumerable<PlannedResource> origins) =>
        resource with { PropertyDependencies = new([.. resource.PropertyDependencies, new(input, Sequence.Sorted(origins.Select(o => o.Urn)))]) };

    public static PlannedResource With(this PlannedResource resource, PlannedOptions options) => resource with { Options = options };

    public static string Urn(string type, string name) => $"urn:pulumi:dev::mesh::{type}::{name}";

    public static PlanValue Text(string text) => PlanValue.Of(text);

    public static PlanValue List(params IEnumerable<string> texts) =>
        new PlanValue.ListValue(Sequence.Create<PlanValue>([.. texts.Select(PlanValue.Of)]));

    public static PlanValue Map(params IEnumerable<(string Key, PlanValue Value)> members) =>
        new PlanValue.ObjectValue(new([.. members.Select(m => KeyValuePair.Create(m.Key, m.Value))]));

    /// <summary>What happens, as <c>replace a</c>, in the order in which a reader is told.</summary>
    public static string Told(IEnumerable<PlannedResource> before, IEnumerable<PlannedResource> after) =>
        string.Join(", ", PlanDiff.Of(Plans.Of(before), Plans.Of(after)).Changes.Select(c =>
            $"{Words.Of(c.Change.Op)} {(c.After ?? c.Before)!.Name}"));

    /// <summary>The one change between two resources.</summary>
    public static PlannedChange? Change(PlannedResource before, PlannedResource after) =>
        PlanDiff.Of(Plans.Of(before), Plans.Of(after)).Changes switch { [] => null, [var only] => only.Change, _ => throw new InvalidOperationException() };

    /// <summary>What differs in one input, as <c>a.b changed, c[] added</c>.</summary>
    public static string Paths(string type, PlanValue before, PlanValue after, string input = "x") =>
        string.Join(", ", Change(Of(type, "r", (input, before)), Of(type, "r", (input, after)))?.Paths.Select(
            p => $"{p.Path} {Words.Of(p.Kind)}") ?? []);
}
