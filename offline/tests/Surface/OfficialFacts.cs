using System.Text.Json;
using System.Text.RegularExpressions;

namespace CrossCloudMesh.Offline.Tests.Surface;

/// <summary>The official packages as seen from outside, where that knowledge is present on this machine.</summary>
internal static partial class OfficialFacts
{
    /// <summary>The folder of the project that the tests belong to.</summary>
    public static string ProjectRoot { get; } = FindRoot();

    /// <summary>The folder with the facts, or null; <c>SDK_FACTS</c> wins over <c>../shared/sdk-facts</c> beside the project.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>By namespace, the names of all official types that are known; AWS is not.</summary>
    public static ILookup<string, string> TypeNames() => Core().Keys
        .Select(head => head.Split(' ').First(word => word.StartsWith("Pulumi.", StringComparison.Ordinal)).Split('<')[0])
        .Concat(new[] { "gcp.json", "kubernetes.json", "tls.json" }.SelectMany(file => Provider(file).Keys))
        .ToLookup(type => type[..type.LastIndexOf('.')], type => type[(type.LastIndexOf('.') + 1)..], StringComparer.Ordinal);

    /// <summary>By class: its head and members, each member as <c>wire: Name type kind [required]</c>.</summary>
    public static Dictionary<string, (string Head, HashSet<string> Members)> Provider(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder!, file)));
        return json.RootElement.EnumerateObject().ToDictionary(
            type => type.Name,
            type => (Head(type.Value.GetProperty("header").GetString()!), Members(type.Name, type.Value.GetProperty("members"))),
            StringComparer.Ordinal);
    }

    /// <summary>Head lines of the core's types with their member lines.</summary>
    public static Dictionary<string, HashSet<string>> Core()
    {
        var types = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var current = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(Folder!, "pulumi-core.txt")).Where(l => l.Length > 0))
        {
            if (line[0] == ' ')
                current.Add(CoreText.Normal(line.Trim()));
            else
                types[line] = current = new HashSet<string>(StringComparer.Ordinal);
        }

        return types;
    }

    private static string Head(string head) => head
        .Replace("global::", "", StringComparison.Ordinal)
        .Replace("partial ", "", StringComparison.Ordinal)
        .Replace(" Pulumi.", " ", StringComparison.Ordinal);

    private static HashSet<string> Members(string type, JsonElement members)
    {
        var space = type[..type.LastIndexOf('.')];
        if (space.EndsWith(".Inputs", StringComparison.Ordinal) || space.EndsWith(".Outputs", StringComparison.Ordinal))
            space = space[..space.LastIndexOf('.')];
        return members.EnumerateObject()
            .Select(m => $"{m.Name}: {string.Join(' ', m.Value.EnumerateArray().Select((part, at) => at == 1 ? Type(part.GetString()!, space) : part.GetString()))}")
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Nested types are written from their module on; they get their full names.</summary>
    private static string Type(string type, string space) => TypeStart().Replace(type, $"{space}.${{name}}.");

    [GeneratedRegex(@"(?<![\w.])(?<name>Inputs|Outputs)\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TypeStart();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("SDK_FACTS") is { Length: > 0 } given)
            return given;
        var facts = Path.Combine(ProjectRoot, "..", "shared", "sdk-facts");
        return Directory.Exists(facts) ? facts : null;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Infra.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No Infra.sln above {AppContext.BaseDirectory}.");
    }
}
