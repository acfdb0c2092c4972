using System.Text.Json;
using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>Puts a plan together out of inputs written as JSON.</summary>
internal sealed class PlanBuilder
{
    private readonly Dictionary<string, PlannedResource> resources = new(StringComparer.Ordinal);

    public PlanDocument Plan(SortedMap<PlanValue>? outputs = null) =>
        PlanDocument.OfFirstUpdate(new("mesh", "test"), new(true, []), resources.Values, [], outputs ?? SortedMap<PlanValue>.Empty);

    /// <param name="type">The type token.</param>
    /// <param name="name">The name, unique in its type.</param>
    /// <param name="inputs">An object; a text that begins with <c>secret:</c> is a secret of that reference, <c>(unknown)</c> what only the cloud will know.</param>
    /// <param name="sources">Inputs, each with the URNs that it comes from.</param>
    /// <returns>The URN.</returns>
    public string Add(string type, string name, string inputs, params (string Property, string[] Urns)[] sources)
    {
        var urn = $"urn:pulumi:test::mesh::{type}::{name}";
        resources.Add(urn, new()
        {
            Urn = urn,
            Type = type,
            Name = name,
            IsCustom = true,
            Provider = "urn:pulumi:test::mesh::pulumi:providers:aws::aws",
            Inputs = Map(inputs),
            Options = new() { Protect = true },
            PropertyDependencies = new([.. sources.Select(each => KeyValuePair.Create(each.Property, Sequence.Sorted(each.Urns)))]),
        });
        return urn;
    }

    public void Answer(string urn, string outputs) => resources[urn] = resources[urn] with { Outputs = Map(outputs) };

    public static SortedMap<PlanValue> Map(string json) => ((PlanValue.ObjectValue)Value(JsonElement.Parse(json))).Members;

    private static PlanValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new PlanValue.ObjectValue(new([.. json.EnumerateObject().Select(each => KeyValuePair.Create(each.Name, Value(each.Value)))])),
        JsonValueKind.Array => new PlanValue.ListValue(Sequence.Create<PlanValue>([.. json.EnumerateArray().Select(Value)])),
        JsonValueKind.String when json.GetString()!.StartsWith("secret:", StringComparison.Ordinal) =>
            new PlanValue.SecretValue(json.GetString()!["secret:".Length..]),
        JsonValueKind.String when json.GetString() == "(unknown)" => PlanValue.Unknown,
        JsonValueKind.String => PlanValue.Of(json.GetString()!),
        JsonValueKind.Number => PlanValue.Of(json.GetDouble()),
        _ => PlanValue.Of(json.GetBoolean()),
    };
}
