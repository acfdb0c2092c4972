using System.Globalization;
using System.Text;
using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Manifests;

/// <summary>Where a file stands, by what is in it alone: nothing else that a plan makes moves it, unless both would have one path.</summary>
/// <param name="Short">The usual path.</param>
/// <param name="Long">The path where another file would have the short one.</param>
internal sealed record ManifestPath(string Short, string Long)
{
    /// <summary>The folder of what names no namespace; no namespace begins so.</summary>
    private const string NoNamespace = "_cluster";

    /// <summary>The folder of what has a namespace that is not known yet, or a secret.</summary>
    private const string UnknownNamespace = "_unknown";

    public static ManifestPath OfObject(string site, PlannedResource resource)
    {
        var (kind, name) = (resource.Text("kind")!, Escaped(NameOf(resource, "metadata", "name")));
        var space = NamespaceOf(resource, "metadata", "namespace");
        var version = resource.Text("apiVersion")!;
        var group = version.Contains('/', StringComparison.Ordinal) ? "." + version[..version.IndexOf('/', StringComparison.Ordinal)] : "";
        var folder = $"{Escaped(site)}/{space}/";
        return new($"{folder}{Escaped(kind)}-{name}.yaml", $"{folder}{Escaped(kind + group)}-{name}.yaml");
    }

    public static ManifestPath OfRelease(string site, PlannedResource resource)
    {
        var name = Escaped(NameOf(resource, "name"));
        var folder = $"{Escaped(site)}/helm/";
        return new($"{folder}{name}.yaml", $"{folder}{NamespaceOf(resource, "namespace")}.{name}.yaml");
    }

    /// <summary>What the cluster knows it by; where that is not known, what the program does.</summary>
    private static string NameOf(PlannedResource resource, params ReadOnlySpan<string> path) =>
        resource.Text(path) is { Length: > 0 } name ? name : resource.Name;

    private static string NamespaceOf(PlannedResource resource, params ReadOnlySpan<string> path) => resource.At(path) switch
    {
        null or PlanValue.NullValue or PlanValue.TextValue { Value: "" } => NoNamespace,
        PlanValue.TextValue text => Escaped(text.Value),
        _ => UnknownNamespace,
    };

    /// <summary>A text as a part of a path on any system: what is no letter, digit, hyphen, dot or underscore stands as in a URL.</summary>
    private static string Escaped(string text)
    {
        var path = new StringBuilder(text.Length);
        foreach (var part in Encoding.UTF8.GetBytes(text))
        {
            var letter = (char)part;
            if (char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' || (letter == '.' && path.Length > 0))
            {
                path.Append(letter);
            }
            else
            {
                path.Append(CultureInfo.InvariantCulture, $"%{part:X2}");
            }
        }

        return path.ToString();
    }
}
