using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossCloudMesh.Infra.Settings.Binding;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What a stack file may hold, as a JSON Schema, from which editors complete and check as one types.</summary>
/// <remarks>Draft 7, which the editors' YAML language server knows best. It holds each setting by itself; what one demands of another,
/// only the program checks.</remarks>
public static class SettingsSchema
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema's text: the same on every run.</summary>
    /// <param name="project">The project's name, which is the namespace of its keys.</param>
    public static string Generate(string project)
    {
        var sections = new RecordShape(typeof(MeshSettings)).Schema(Limits.None);
        var keys = new JsonObject();
        foreach (var (name, section) in sections["properties"]!.AsObject())
        {
            keys[$"{project}:{name}"] = section!.DeepClone();
        }

        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = $"Stack file of {project}",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray("config"),
            ["properties"] = new JsonObject
            {
                ["config"] = new JsonObject
                {
                    ["description"] = "The settings of the stack, its secrets, and what other namespaces need.",
                    ["type"] = "object",
                    ["required"] = new JsonArray([.. keys.Where(key => IsRequired(sections, project, key.Key)).Select(key => JsonValue.Create(key.Key))]),
                    ["properties"] = keys,
                    ["additionalProperties"] = false,
                    ["patternProperties"] = new JsonObject
                    {
                        [$"^(?!{project}:)[^:]+:.+$"] = new JsonObject(),
                        [$"^{project}:(?!({string.Join('|', SettingsLoader.Sections)})$).+$"] = Secret(),
                    },
                },
                ["environment"] = new JsonObject { ["description"] = "Environments of Pulumi ESC. The offline preview does not consult them." },
                ["secretsprovider"] = Text("Who encrypts the secrets of the stack; written by the Pulumi CLI."),
                ["encryptionsalt"] = Text("The salt of the stack's passphrase; written by the Pulumi CLI."),
                ["encryptedkey"] = Text("The stack's data key, encrypted; written by the Pulumi CLI."),
            },
        };
        return schema.ToJsonString(Layout) + "\n";
    }

    private static bool IsRequired(JsonObject sections, string project, string key) =>
        sections["required"]!.AsArray().Any(name => $"{project}:{name}" == key);

    /// <summary>A key of the project that is no section can only be a secret, as the CLI writes it.</summary>
    private static JsonObject Secret() => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("secure"),
        ["properties"] = new JsonObject { ["secure"] = Text("The secret, encrypted; written by pulumi config set --secret.") },
    };

    private static JsonObject Text(string description) => new() { ["description"] = description, ["type"] = "string" };
}
