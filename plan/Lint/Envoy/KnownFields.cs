using System.Collections.Frozen;

namespace CrossCloudMesh.Plan.Lint.Envoy;

/// <summary>The names of fields of the messages that a file of a mesh is made of; what is below others is not judged.</summary>
/// <remarks>
/// They stand in <c>fields.table</c>, a message each: its fields, behind a field <c>></c> and its message, <c>>*</c> for a map of them, and
/// <c>@</c> for whatever message it says it is.
/// Source: https://github.com/envoyproxy/data-plane-api, at 2026-01-29.
/// </remarks>
public static class KnownFields
{
    public const string Bootstrap = "envoy.config.bootstrap.v3.Bootstrap";

    private const string Any = "@";
    private const string Version = ".v3.";

    /// <summary>By message, its fields, each with the message that it holds; null where that is not in the table.</summary>
    public static FrozenDictionary<string, FrozenDictionary<string, string?>> Table { get; } = Read();

    /// <summary>Every field that its message does not have, with the message's name.</summary>
    public static IEnumerable<(EnvoyPlace Place, string Message)> UnknownOf(EnvoyPlace root) => UnknownOf(root, Bootstrap);

    private static IEnumerable<(EnvoyPlace Place, string Message)> UnknownOf(EnvoyPlace place, string? message)
    {
        if (message?.StartsWith('*') ?? false)
        {
            return place.Members.SelectMany(member => UnknownOf(member.Place, message[1..]));
        }

        if (place.Items.Any())
        {
            return place.Items.SelectMany(item => UnknownOf(item, message));
        }

        return (message == Any ? place.Message : message) is { } known && Table.TryGetValue(known, out var fields)
            ? place.Members.SelectMany(member => member.Name == "@type" ? [] : fields.TryGetValue(member.Name, out var below) ? UnknownOf(member.Place, below) : [(member.Place, known[(known.IndexOf(Version, StringComparison.Ordinal) + Version.Length)..])])
            : [];
    }

    private static FrozenDictionary<string, FrozenDictionary<string, string?>> Read()
    {
        using var stream = typeof(KnownFields).Assembly.GetManifestResourceStream("envoy-fields.table")!;
        using var reader = new StreamReader(stream);
        var table = new Dictionary<string, FrozenDictionary<string, string?>>(StringComparer.Ordinal);
        foreach (var row in reader.ReadToEnd().Replace("\n  ", " ", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (message, fields) = (row[..row.IndexOf(':', StringComparison.Ordinal)], row[(row.IndexOf(':', StringComparison.Ordinal) + 2)..]);
            var package = message[..(message.IndexOf(Version, StringComparison.Ordinal) + Version.Length)];
            table[message] = fields.Split(' ').Select(field => field.Split('>')).ToFrozenDictionary(
                field => field[0], field => field is [_, var below] ? below.Replace("*.", "*" + package, StringComparison.Ordinal) is var whole && whole.StartsWith('.') ? package + whole[1..] : whole : null, StringComparer.Ordinal);
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
