using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CrossCloudMesh.Tests.Schemas;

/// <summary>Holds a message of Envoy, as JSON, against the table of its fields: names, types, words of enums, and what stands in for one another.</summary>
/// <remarks>
/// Stricter than Envoy: a field that is deprecated is a fault, and so are the other ways that JSON has to write a name or a number. It knows
/// nothing of what is required, nor of bounds. Source of the forms: https://protobuf.dev/programming-guides/json/ (not read).
/// </remarks>
internal static partial class EnvoyCheck
{
    public const string Bootstrap = "envoy.config.bootstrap.v3.Bootstrap";

    /// <summary>What a file of SDS holds.</summary>
    public const string DiscoveryResponse = "envoy.service.discovery.v3.DiscoveryResponse";

    private const string TypeUrl = "type.googleapis.com/";
    private const string TypeMember = "@type";

    /// <summary>What is wrong with a message, each as <c>path: what</c>; none where all is well.</summary>
    /// <param name="value">The message.</param>
    /// <param name="message">Its full name.</param>
    public static IReadOnlyList<string> Of(JsonNode? value, string message) => [.. One(value, message, "")];

    private static IEnumerable<string> One(JsonNode? value, string type, string path) => type switch
    {
        "string" => Be(Kind(value) is JsonValueKind.String, path, "text"),
        "bytes" => Be(Kind(value) is JsonValueKind.String && Convert.TryFromBase64String(value!.GetValue<string>(), new byte[value.GetValue<string>().Length], out _), path, "base64"),
        "bool" or "google.protobuf.BoolValue" => Be(Kind(value) is JsonValueKind.True or JsonValueKind.False, path, "true or false"),
        "double" or "google.protobuf.DoubleValue" => Be(Kind(value) is JsonValueKind.Number, path, "a number"),
        "int32" => Be(Whole(value, int.MinValue, int.MaxValue), path, type),
        "int64" => Be(Whole(value, long.MinValue, long.MaxValue), path, type),
        "uint32" or "google.protobuf.UInt32Value" => Be(Whole(value, 0, uint.MaxValue), path, "uint32"),
        "uint64" or "google.protobuf.UInt64Value" => Be(Whole(value, 0, ulong.MaxValue), path, "uint64"),
        "google.protobuf.Duration" => Be(Kind(value) is JsonValueKind.String && Duration().IsMatch(value!.GetValue<string>()), path, "a duration such as 1.5s"),
        "google.protobuf.Struct" => Be(value is JsonObject, path, "a map"),
        "google.protobuf.Value" => [],
        "google.protobuf.Empty" => Be(value is JsonObject { Count: 0 }, path, "an empty map"),
        "google.protobuf.Any" => Any(value, path),
        _ when EnvoyFields.OfEnum(type) is { } words => Be(Kind(value) is JsonValueKind.String && words.Contains(value!.GetValue<string>(), StringComparer.Ordinal), path, $"one of {string.Join(", ", words)}"),
        _ when EnvoyFields.OfMessage(type) is { } fields => Members(value, fields, path),
        _ => [$"{path}: {type} is no message that the table lists"],
    };

    private static IEnumerable<string> Any(JsonNode? value, string path)
    {
        if (value is not JsonObject map || Kind(map[TypeMember]) is not JsonValueKind.String)
        {
            return [$"{path}: must be a map with {TypeMember}"];
        }

        var type = map[TypeMember]!.GetValue<string>();
        var fields = type.StartsWith(TypeUrl, StringComparison.Ordinal) ? EnvoyFields.OfMessage(type[TypeUrl.Length..]) : null;
        return fields is null ? [$"{path}.{TypeMember}: {type} is no message that the table lists"] : Members(map, fields, path, TypeMember);
    }

    private static IEnumerable<string> Members(JsonNode? value, IReadOnlyDictionary<string, EnvoyField> fields, string path, string? besides = null)
    {
        if (value is not JsonObject map)
        {
            return [$"{path}: must be a map"];
        }

        var members = map.Where(member => member.Key != besides).ToList();
        var twice = members
            .GroupBy(member => fields.GetValueOrDefault(member.Key)?.OneOf, member => member.Key, StringComparer.Ordinal)
            .Where(choice => choice.Key is not null && choice.Count() > 1)
            .Select(choice => $"{path}: has {string.Join(" and ", choice)}, of which only one may be");
        return members.SelectMany(member => Member(member.Value, fields.GetValueOrDefault(member.Key), $"{path}.{member.Key}")).Concat(twice);
    }

    private static IEnumerable<string> Member(JsonNode? value, EnvoyField? field, string path) => field switch
    {
        null => [$"{path}: is not a known field"],
        { IsDeprecated: true } => [$"{path}: is deprecated"],
        { IsRepeated: true } when value is JsonArray items => items.SelectMany((item, index) => One(item, field.Type, $"{path}[{index}]")),
        { IsRepeated: true } => [$"{path}: must be a list"],
        { IsMap: true } when value is JsonObject map => map.SelectMany(each => One(each.Value, field.Type, $"{path}[{each.Key}]")),
        { IsMap: true } => [$"{path}: must be a map"],
        _ => One(value, field.Type, path),
    };

    private static IEnumerable<string> Be(bool right, string path, string form) => right ? [] : [$"{path}: must be {form}"];

    private static bool Whole(JsonNode? value, decimal least, decimal most) =>
        Kind(value) is JsonValueKind.Number && decimal.TryParse(value!.ToJsonString(), out var number) && decimal.IsInteger(number) && number >= least && number <= most;

    private static JsonValueKind? Kind(JsonNode? value) => value?.GetValueKind();

    [GeneratedRegex(@"\A[0-9]+(\.[0-9]{1,9})?s\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Duration();
}
