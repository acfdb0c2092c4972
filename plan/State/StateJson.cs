using System.Text.Json;

namespace CrossCloudMesh.Plan.State;

/// <summary>JSON inside texts of a state.</summary>
internal static class StateJson
{
    /// <returns>Null where the text is none.</returns>
    public static JsonElement? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
