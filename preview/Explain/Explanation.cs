using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Facts.Fields;
using CrossCloudMesh.Lifters.AppMesh;
using CrossCloudMesh.Lifters.Envoy;
using CrossCloudMesh.Lifters.Istio;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Preview.Explain;

/// <summary>What becomes of each element of a service's policy.</summary>
/// <param name="Service">The service.</param>
/// <param name="Kind">The kind of mesh in which it runs.</param>
/// <param name="Sites">Where it runs.</param>
/// <param name="Elements">Each element, with what carries it in each kind.</param>
internal sealed record Explanation(ServiceName Service, PolicyTargets Kind, ImmutableArray<string> Sites, ImmutableArray<ExplainedElement> Elements)
{
    /// <summary>For people, who take no page for a browser's.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The kinds of mesh, with their fields and what is taken for true of them.</summary>
    public static ImmutableArray<(PolicyTargets Kind, ImmutableArray<FieldFact> Fields, ImmutableArray<Assumption> Assumptions)> Kinds { get; } =
    [
        (PolicyTargets.Istio, IstioFields.Rows, [.. IstioLifter.Assumptions.Select(each => new Assumption(each.About, each.Says, SourceOf(each.Source, each.ReadOn)))]),
        (PolicyTargets.AppMesh, AppMeshFields.Rows, [.. AppMeshLifter.Assumptions.Select(each => new Assumption(each.About, each.Says, SourceOf(each.Source, each.ReadOn)))]),
        (PolicyTargets.Envoy, EnvoyFields.Rows, [.. EnvoyLifter.Assumptions.Select(each => new Assumption(each.About, each.Says, SourceOf(each.Source, each.ReadOn)))]),
    ];

    /// <param name="policy">The policy of the whole mesh.</param>
    /// <param name="service">One of its services.</param>
    /// <param name="objects">What the plan puts where services run.</param>
    public static Explanation Of(MeshPolicy policy, ServicePolicy service, IReadOnlyList<PlannedObject> objects)
    {
        var form = PolicyForm.Of(service, policy.TrustDomain);
        return new(service.Name, policy.KindOf(service), service.Sites,
        [
            .. Element.All.Select(element => new ExplainedElement(element, element.Demanded(form),
            [
                .. from kind in Kinds
                   from field in kind.Fields
                   where field.Element == element.Path
                   select new ExplainedField(kind.Kind, field, kind.Assumptions.FirstOrDefault(each => each.About == field.Assumes), FoundOf(field, service, objects)),
            ])),
        ]);
    }

    private static ImmutableArray<FoundField> FoundOf(FieldFact field, ServicePolicy service, IReadOnlyList<PlannedObject> objects) => field.Path is not { } path ? [] :
    [
        .. from each in objects
           where each.Holds(field, service)
           from found in FieldPath.Find(each.Content, path, service.Name)
           select new FoundField(each.Site, each.Title, found.Path, found.Value.ToJsonString(Plain)),
    ];

    private static Source? SourceOf(string? url, string? readOn) => url is null || readOn is null ? null : new(url, DateOnly.ParseExact(readOn, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}

/// <summary>One element.</summary>
/// <param name="Element">Which.</param>
/// <param name="Demanded">What the policy demands of it.</param>
/// <param name="Fields">What carries it, by kind of mesh; of a kind at least one.</param>
internal sealed record ExplainedElement(Element Element, string Demanded, ImmutableArray<ExplainedField> Fields);

/// <summary>What carries an element in one kind of mesh.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Field">The field, or that there is none.</param>
/// <param name="Assumption">What is taken for true of it; null where nothing is.</param>
/// <param name="Found">Where the plan has it.</param>
internal sealed record ExplainedField(PolicyTargets Kind, FieldFact Field, Assumption? Assumption, ImmutableArray<FoundField> Found);

/// <summary>A field of the plan.</summary>
/// <param name="Site">Where it holds.</param>
/// <param name="Object">The object, by kind and name.</param>
/// <param name="Path">The field.</param>
/// <param name="Value">What stands there, as JSON.</param>
internal sealed record FoundField(string Site, string Object, string Path, string Value);

/// <summary>What a lifter takes for true, and no object says.</summary>
/// <param name="About">In a word or two.</param>
/// <param name="Says">In one sentence.</param>
/// <param name="Source">Where it was read; null where nothing says it.</param>
internal sealed record Assumption(string About, string Says, Source? Source);
