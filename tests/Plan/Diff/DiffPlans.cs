using CrossCloudMesh.Plan;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Plan.Diff;

/// <summary>Plans that resemble each other, so that their differences are of every kind.</summary>
internal static class DiffPlans
{
    /// <summary>Its <c>sourceRanges</c> is a set of texts, its <c>allows</c> one of objects that hold sets.</summary>
    public const string TypeWithSets = "gcp:compute/firewall:Firewall";

    private static readonly string[] Names = ["a", "b", "c", "d"];

    private static readonly Gen<PlanValue> Leaf = Gen.OneOf(
        Gen.Elements("x", "y", "10.0.0.0/16", "10.0.0.0/8", "", "{\"a\":1}", "{ \"b\": [1,2], \"a\": 1 }", "{\"b\":[2,1]}", "[", "{\"a\":1,\"a\":2}")
            .Select(PlanValue.Of),
        Gen.Elements(Policies).Select(PlanValue.Of),
        Gen.Elements(PlanValue.Null, PlanValue.Unknown, PlanValue.Of(true), PlanValue.Of(1), PlanValue.Of(2)),
        Gen.Elements<PlanValue>(new PlanValue.SecretValue("config:mesh:a"), new PlanValue.SecretValue("config:mesh:b")));

    public static Gen<SortedMap<PlanValue>> Inputs { get; } = Gen.Sized(size => MapOf(Math.Min(size, 4)));

    public static Gen<PlanDocument> Any { get; } =
        from names in Gen.SubListOf(Names)
        from resources in Gen.CollectToSequence(names, n => Resource(n))
        from outputs in Inputs
        select Plan(resources, outputs);

    private static string[] Policies =>
    [
        """{"Statement":{"Action":"s3:Get","Effect":"Allow"}}""",
        """{"Statement":[{"Effect":"Allow","Action":["s3:Get"]}]}""",
        """{"Statement":[{"Effect":"Allow","Action":["s3:Put","s3:Get"]},{"Effect":"Deny","Action":"*"}]}""",
        """{"Statement":[{"Effect":"Deny","Action":"*"},{"Effect":"Allow","Action":["s3:Get","s3:Put"]}]}""",
    ];

    /// <summary>A plan with some resources of another changed, renamed or left out.</summary>
    public static Gen<PlanDocument> Edited(PlanDocument plan) =>
        from resources in Gen.CollectToSequence(plan.Resources, Edited)
        select Plan(resources.OfType<PlannedResource>(), plan.Outputs);

    /// <summary>Whether what the engine compares is less than what is written.</summary>
    public static bool IsSpecial(PlannedResource resource) =>
        resource.Type == TypeWithSets || resource.Options.IgnoreChanges.Count > 0 || HasDocuments(resource.Inputs);

    public static bool HasDocuments(SortedMap<PlanValue> values) => values.Any(v => HasDocuments(v.Value));

    private static bool HasDocuments(PlanValue value) => value switch
    {
        PlanValue.TextValue text => text.Value.StartsWith('{'),
        PlanValue.ListValue list => list.Items.Any(HasDocuments),
        PlanValue.ObjectValue map => HasDocuments(map.Members),
        _ => false,
    };

    private static PlanDocument Plan(IEnumerable<PlannedResource> resources, SortedMap<PlanValue> outputs) => PlanDocument.OfFirstUpdate(
        new("mesh", "dev"), new(true, []), resources.DistinctBy(r => r.Urn), [], outputs);

    private static Gen<PlannedResource?> Edited(PlannedResource resource) => Gen.Frequency(
        (2, Gen.Constant<PlannedResource?>(resource)),
        (2, Inputs.Select(i => (PlannedResource?)(resource with { Inputs = i }))),
        (2, Gen.Constant<PlannedResource?>(resource with
        {
            Urn = resource.Urn + "2",
            Name = resource.Name + "2",
            Options = resource.Options with { Aliases = [resource.Urn] },
        })),
        (1, Gen.Constant<PlannedResource?>(null)));

    private static Gen<PlannedResource> Resource(string name) =>
        from type in Gen.Elements(TypeWithSets, "aws:ec2/vpc:Vpc", "aws:ec2/subnet:Subnet", "infra:networks:AwsNetwork", "odd:index:Thing")
        from inputs in Inputs
        from origins in Gen.SubListOf(Names)
        from protect in Gen.Elements(true, false)
        from ignored in Gen.Frequency((4, Gen.Constant(Sequence<string>.Empty)), (1, Gen.Constant<Sequence<string>>(["name"])))
        select new PlannedResource
        {
            Urn = $"urn:pulumi:dev::mesh::{type}::{name}",
            Type = type,
            Name = name,
            IsCustom = !type.StartsWith("infra:", StringComparison.Ordinal),
            Inputs = inputs,
            Options = new() { Protect = protect, IgnoreChanges = ignored },
            PropertyDependencies = new([new("vpcId", Sequence.Sorted(origins.Select(o => $"urn:pulumi:dev::mesh::aws:ec2/vpc:Vpc::{o}")))]),
        };

    private static Gen<SortedMap<PlanValue>> MapOf(int size) =>
        Gen.ListOf(Gen.Elements("name", "vpcId", "cidrBlock", "sourceRanges", "allows", "ports", "odd.key", "").SelectMany(
            k => ValueOf(size).Select(v => KeyValuePair.Create(k, v)))).Select(
            entries => new SortedMap<PlanValue>([.. entries.Take(4).DistinctBy(e => e.Key)]));

    private static Gen<PlanValue> ValueOf(int size) => size <= 0
        ? Leaf
        : Gen.OneOf(
            Leaf,
            Gen.ListOf(ValueOf(size / 2)).Select(items => (PlanValue)new PlanValue.ListValue(Sequence.Create<PlanValue>([.. items.Take(4)]))),
            MapOf(size / 2).Select(members => (PlanValue)new PlanValue.ObjectValue(members)));
}
