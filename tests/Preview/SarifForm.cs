using System.Text.Json.Nodes;
using NJsonSchema;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>
/// The part of SARIF 2.1.0 that the preview writes, as the standard describes it, and stricter where GitHub is: nothing else may stand in a report.
/// </summary>
/// <remarks>Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, read 2026-11-21.</remarks>
internal static class SarifForm
{
    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(Whole().ToJsonString()).GetAwaiter().GetResult();

    public static IReadOnlyList<string> Problems(string report) => [.. Schema.Validate(report).Select(problem => problem.ToString())];

    private static JsonObject Whole() => Map(
        ["$schema", "version", "runs"],
        ("$schema", Text("^https://.+sarif-schema-2[.]1[.]0[.]json$")),
        ("version", Text("^2[.]1[.]0$")),
        ("runs", List(Run(), 1, 20)));

    private static JsonObject Run() => Map(
        ["tool", "automationDetails", "invocations", "originalUriBaseIds", "columnKind", "results"],
        ("tool", Map(["driver"], ("driver", Map(["name", "rules"], ("name", Text()), ("rules", List(Rule(), 1, 25_000)))))),
        ("automationDetails", Map(["id"], ("id", Text("^[a-z]+/[^/]+/$")))),
        ("invocations", List(Map(
            ["executionSuccessful"],
            ("executionSuccessful", Of("boolean")),
            ("exitCode", Of("integer")),
            ("exitCodeDescription", Text()),
            ("toolExecutionNotifications", List(Map(["level", "message"], ("level", Level()), ("message", Message())), 1, 20))), 1, 1)),
        ("originalUriBaseIds", Map(["%SRCROOT%"], ("%SRCROOT%", Map(["description"], ("description", Message()))))),
        ("columnKind", Text("^utf16CodeUnits$")),
        ("results", List(Result(), 0, 25_000)));

    private static JsonObject Rule() => Map(
        ["id", "shortDescription", "fullDescription", "help", "defaultConfiguration", "properties"],
        ("id", Text("^[a-z0-9-]+$")),
        ("shortDescription", Message()),
        ("fullDescription", Message()),
        ("helpUri", Text("^https://")),
        ("help", Map(["text", "markdown"], ("text", Text()), ("markdown", Text()))),
        ("defaultConfiguration", Map(["level"], ("level", Level()))),
        ("properties", Map(
            ["tags", "precision", "problem.severity"],
            ("tags", List(Text(), 1, 20)),
            ("precision", Text("^(very-high|high|medium|low)$")),
            ("problem.severity", Text("^(error|warning|recommendation)$")),
            ("security-severity", Text("^([0-9]|10)[.][0-9]$")))));

    private static JsonObject Result() => Map(
        ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints", "properties"],
        ("ruleId", Text("^[a-z0-9-]+$")),
        ("ruleIndex", Number(0)),
        ("level", Level()),
        ("message", Message()),
        ("locations", List(Map(
            ["physicalLocation"],
            ("physicalLocation", Physical()),
            ("logicalLocations", List(Map(["name", "fullyQualifiedName", "kind"], ("name", Text()), ("fullyQualifiedName", Text("^urn:pulumi:")), ("kind", Text("^resource$"))), 1, 1))), 1, 1)),
        ("relatedLocations", List(Map(["id", "physicalLocation", "message"], ("id", Number(1)), ("physicalLocation", Physical()), ("message", Message())), 1, 1000)),
        ("partialFingerprints", Map(
            ["primaryLocationLineHash", "ruleAndUrn/v1"],
            ("primaryLocationLineHash", Text("^[0-9a-f]{16}:[0-9]+$")),
            ("ruleAndUrn/v1", Text("^[0-9a-f]{64}$")))),
        ("suppressions", List(Map(
            ["kind", "status", "justification"], ("kind", Text("^(inSource|external)$")), ("status", Text("^(accepted|underReview|rejected)$")), ("justification", Text())), 1, 1)),
        ("properties", Map(["evidence"], ("evidence", List(Text(), 0, 100)))));

    /// <summary>A relative URI has no scheme and no slash before it, nor a space in it.</summary>
    private static JsonObject Physical() => Map(
        ["artifactLocation", "region"],
        ("artifactLocation", Map(["uri", "uriBaseId"], ("uri", Text("^(?!/)[A-Za-z0-9._~%/-]+$")), ("uriBaseId", Text("^%SRCROOT%$")))),
        ("region", Map(["startLine"], ("startLine", Number(1)))));

    private static JsonObject Level() => Text("^(none|note|warning|error)$");

    private static JsonObject Message() => Map(["text"], ("text", Text()));

    private static JsonObject Text(string pattern = ".") => new() { ["type"] = "string", ["minLength"] = 1, ["pattern"] = pattern };

    private static JsonObject Number(int least) => new() { ["type"] = "integer", ["minimum"] = least };

    private static JsonObject Of(string type) => new() { ["type"] = type };

    private static JsonObject List(JsonObject item, int least, int most) => new() { ["type"] = "array", ["items"] = item, ["minItems"] = least, ["maxItems"] = most };

    private static JsonObject Map(string[] required, params (string Name, JsonObject Value)[] members) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]),
        ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, member.Value))),
    };
}
