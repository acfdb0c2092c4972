using System.Text.Json;

namespace CrossCloudMesh.Tests.Components.Controllers;

/// <summary>Reads the text of a policy.</summary>
internal static class PolicyText
{
    public static IReadOnlyList<Statement> Statements(string policy)
    {
        using var json = JsonDocument.Parse(policy);
        return [.. json.RootElement.GetProperty("Statement").EnumerateArray().Select(each => new Statement(
            each.GetProperty("Sid").GetString()!,
            Texts(each, "Action"),
            Texts(each, "Resource"),
            each.TryGetProperty("Condition", out var conditions) ? [.. conditions.EnumerateObject().Select(condition => condition.Name)] : []))];
    }

    private static string[] Texts(JsonElement statement, string name) => [.. statement.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    /// <summary>One statement: whom it names, and by which operators it is narrowed.</summary>
    internal sealed record Statement(string Sid, string[] Actions, string[] Resources, string[] Conditions);
}
