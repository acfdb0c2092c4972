using System.Text.Json;

namespace CrossCloudMesh.Preview.StackFiles;

/// <summary>The types that <c>Pulumi.yaml</c> can declare for a key of the project.</summary>
/// <remarks>What a list holds is not looked at here; the settings' own binder does that.</remarks>
internal static class DeclaredType
{
    public static bool Fits(string type, string text, bool isStructure) => type switch
    {
        "string" => !isStructure,
        "integer" => !isStructure && int.TryParse(text, out _),
        "boolean" => !isStructure && text is "true" or "false",
        "object" => isStructure && Kind(text) == JsonValueKind.Object,
        "array" => isStructure && Kind(text) == JsonValueKind.Array,
        _ => false,
    };

    private static JsonValueKind Kind(string text) => JsonElement.Parse(text).ValueKind;
}
