using System.Text.Json;

namespace CrossCloudMesh.Plan.State;

/// <summary>Reads the values of a state. A secret becomes one without a name, whether it is encrypted or stands there in plain text.</summary>
/// <remarks>
/// What is no plain JSON carries a signature under one key.
/// Source: https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/properties.go and
/// sdk/go/common/apitype/property-values.json of that repository, read 2026-11-21.
/// </remarks>
internal sealed class StateValues
{
    /// <summary>What stands for a secret: it comes from the state, and nobody may know more.</summary>
    public static readonly PlanValue Hidden = new PlanValue.SecretValue("state");

    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string Secret = "1b47061264138c4ac30d75fd1eb44270";
    private const string Asset = "c44067f5952c0a294b673a41bacd8c17";
    private const string Archive = "0def7320c3a5731c473e5ecbe6d01bc7";
    private const string OutputValue = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
    private const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    private readonly StateSecrets secrets = new();

    /// <param name="root">The whole document, of which the plain texts of secrets are found first: they may stand elsewhere, unmarked.</param>
    public StateValues(JsonElement root) => Collect(root);

    public SortedMap<PlanValue> Map(JsonElement? map) => map is { ValueKind: JsonValueKind.Object } members
        ? new([.. members.EnumerateObject().DistinctBy(member => member.Name).Select(member => KeyValuePair.Create(member.Name, Read(member.Value)))])
        : SortedMap<PlanValue>.Empty;

    public PlanValue Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty(Signature, out var mark) => Marked(value, mark.ValueKind == JsonValueKind.String ? mark.GetString()! : ""),
        JsonValueKind.Object => new PlanValue.ObjectValue(Map(value)),
        JsonValueKind.Array => new PlanValue.ListValue(Sequence.Create<PlanValue>([.. value.EnumerateArray().Select(Read)])),
        JsonValueKind.String => Text(value.GetString()!),
        // No engine writes a number beyond all bounds like this.
        JsonValueKind.Number => value.GetDouble() is var number && double.IsFinite(number) ? PlanValue.Of(number) : Hidden,
        JsonValueKind.True => PlanValue.Of(true),
        JsonValueKind.False => PlanValue.Of(false),
        _ => PlanValue.Null,
    };

    private PlanValue Marked(JsonElement value, string mark) => mark switch
    {
        Asset => new PlanValue.AssetValue("FileAsset"),
        Archive => new PlanValue.AssetValue("FileArchive"),
        OutputValue when value.TryGetProperty("secret", out var secret) && secret.ValueKind == JsonValueKind.True => Hidden,
        OutputValue when value.TryGetProperty("value", out var inner) => Read(inner),
        OutputValue => PlanValue.Unknown,
        // A reference to a resource, which a plan tells by other means; or a mark of a later engine, of which nothing may be shown.
        _ => Hidden,
    };

    /// <summary>An id, unless it holds a secret.</summary>
    public string? Id(string? id) => id is not null && secrets.IsIn(id) ? null : id;

    private PlanValue Text(string text) =>
        text == Unknown ? PlanValue.Unknown
        : secrets.IsIn(text) ? Hidden
        : PlanValue.Of(text);

    private void Collect(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.TryGetProperty(Signature, out var mark) && mark.ValueKind == JsonValueKind.String && mark.GetString() == Secret:
                foreach (var name in new[] { "plaintext", "value" })
                {
                    if (value.TryGetProperty(name, out var plain))
                    {
                        Remember(plain, isJson: name == "plaintext");
                    }
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Collect(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Collect(item);
                }

                break;
        }
    }

    /// <summary>The plain text of a secret is JSON once more.</summary>
    private void Remember(JsonElement value, bool isJson) => secrets.Add(isJson && value.ValueKind == JsonValueKind.String ? StateJson.Read(value.GetString()!) ?? value : value);
}
