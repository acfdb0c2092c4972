using System.Text;
using System.Text.Json;
using System.Text.Encodings.Web;

namespace CrossCloudMesh.Plan.State;

/// <summary>The plain texts of a state's secrets, and whether a text holds one: as it stands, inside JSON, in an address, in Base64.</summary>
internal sealed class StateSecrets
{
    private const string Pem = "-----BEGIN ";

    /// <summary>The same in Base64, as far as it does not depend on what follows.</summary>
    private const string PackedPem = "LS0tLS1CRUdJTi";

    /// <summary>Shorter texts stand in too many places by chance.</summary>
    private const int Least = 6;

    /// <summary>So many quotations inside one another are looked through.</summary>
    private const int Deepest = 4;

    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>Every text of a value that is one secret.</summary>
    public void Add(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String when value.GetString() is { Length: >= Least } text:
                known.UnionWith([text, Uri.EscapeDataString(text), Packed(text), JsonEncodedText.Encode(text).ToString(), JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString()]);
                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Add(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Add(item);
                }

                break;
        }
    }

    public bool IsIn(string text) => IsIn(text, Deepest);

    private bool IsIn(string text, int depth) =>
        text.Contains(Pem, StringComparison.Ordinal) || text.Contains(PackedPem, StringComparison.Ordinal) || known.Any(secret => text.Contains(secret, StringComparison.Ordinal))
        || (depth > 0 && known.Count > 0 && Document(text) is { } document && IsIn(document, depth - 1));

    private bool IsIn(JsonElement value, int depth) => value.ValueKind switch
    {
        JsonValueKind.String => IsIn(value.GetString()!, depth),
        JsonValueKind.Object => value.EnumerateObject().Any(member => IsIn(member.Name, depth) || IsIn(member.Value, depth)),
        JsonValueKind.Array => value.EnumerateArray().Any(item => IsIn(item, depth)),
        _ => false,
    };

    /// <summary>What a text says that is JSON; null of any other, and of a lone number or word.</summary>
    private static JsonElement? Document(string text) => text.AsSpan().TrimStart() is ['{' or '[' or '"', ..] ? StateJson.Read(text) : null;

    /// <summary>In Base64, as far as it does not depend on what may follow.</summary>
    private static string Packed(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Convert.ToBase64String(bytes, 0, bytes.Length - (bytes.Length % 3));
    }
}
