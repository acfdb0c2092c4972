using System.Text.Json;

namespace CrossCloudMesh.Plan.Rules;

/// <summary>Reads policy documents of AWS, which are text in a plan.</summary>
internal static class AwsPolicy
{
    /// <summary>The statements of a document; null where there is none, or none that can be read.</summary>
    public static IReadOnlyList<AwsStatement>? Read(string? document)
    {
        if (Parse(document) is not { ValueKind: JsonValueKind.Object } policy || !policy.TryGetProperty("Statement", out var statements))
        {
            return null;
        }

        return [.. Items(statements).Where(each => each.ValueKind == JsonValueKind.Object).Select(AwsStatement.Of)];
    }

    /// <summary>How many items a list of a document has; 0 where there is no such list.</summary>
    public static int Count(string document, string list) =>
        Parse(document) is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(list, out var items) && items.ValueKind == JsonValueKind.Array ? items.GetArrayLength() : 0;

    /// <summary>The values of a member that may stand alone or in a list.</summary>
    internal static IEnumerable<JsonElement> Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];

    private static JsonElement? Parse(string? document)
    {
        if (document is null)
        {
            return null;
        }

        try
        {
            return JsonElement.Parse(document);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>One statement of a policy of AWS.</summary>
/// <param name="IsAllowed">It allows; otherwise it denies.</param>
/// <param name="Services">The services that it is about.</param>
/// <param name="Actions">What they may do, with <c>*</c> for any run of characters.</param>
/// <param name="Equal">What is asked for by <c>StringEquals</c>, or by <c>StringLike</c> without a wildcard; one entry for each value.</param>
internal sealed record AwsStatement(
    bool IsAllowed, IReadOnlyList<string> Services, IReadOnlyList<string> Actions, IReadOnlyList<KeyValuePair<string, string>> Equal)
{
    public static AwsStatement Of(JsonElement statement) => new(
        statement.TryGetProperty("Effect", out var effect) && effect.ValueKind == JsonValueKind.String && effect.GetString() == "Allow",
        [.. Texts(Member(Member(statement, "Principal"), "Service"))],
        [.. Texts(Member(statement, "Action"))],
        [
            .. Conditions(Member(Member(statement, "Condition"), "StringEquals")),
            .. Conditions(Member(Member(statement, "Condition"), "StringLike")).Where(condition => condition.Value.AsSpan().IndexOfAny('*', '?') < 0),
        ]);

    /// <summary>Whether one of its actions takes in this one, in the words of IAM: case does not matter.</summary>
    public bool Allows(string action) => Actions.Any(each =>
        each.EndsWith('*') ? action.StartsWith(each[..^1], StringComparison.OrdinalIgnoreCase) : string.Equals(each, action, StringComparison.OrdinalIgnoreCase));

    private static JsonElement? Member(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(name, out var member) ? member : null;

    private static IEnumerable<string> Texts(JsonElement? value) => value is { } known
        ? AwsPolicy.Items(known).Where(each => each.ValueKind == JsonValueKind.String).Select(each => each.GetString()!)
        : [];

    private static IEnumerable<KeyValuePair<string, string>> Conditions(JsonElement? value) => value is { ValueKind: JsonValueKind.Object } map
        ? map.EnumerateObject().SelectMany(each => Texts(each.Value).Select(text => KeyValuePair.Create(each.Name, text)))
        : [];
}
