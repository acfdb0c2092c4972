using System.Text.Json;
using System.Text.Json.Nodes;
using CrossCloudMesh.Plan.Lint.Envoy;
using CrossCloudMesh.Preview.StackFiles;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>A file that an Envoy starts with, or the fault that it is none.</summary>
/// <param name="Root">What it says; null where there is a fault.</param>
/// <param name="Fault">Why it cannot be read, or is no such file.</param>
internal sealed record EnvoySource(JsonNode? Root, Fault? Fault)
{
    private const string Reader = "Envoy";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <param name="directory">The folder that the name counts from.</param>
    /// <param name="name">The file, JSON where its name ends so, else YAML.</param>
    public static EnvoySource Read(string directory, string name)
    {
        var (root, fault) = name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Json(directory, name) : Yaml(directory, name);
        return (fault ?? EnvoyLint.FaultOf(root, name)) is { } wrong ? new(null, wrong) : new(root, null);
    }

    private static (JsonNode?, Fault?) Json(string directory, string name)
    {
        try
        {
            return (JsonNode.Parse(File.ReadAllBytes(Path.Combine(directory, name)), documentOptions: Strict), null);
        }
        catch (JsonException problem)
        {
            return (null, new(problem.LineNumber is { } line ? $"{name}:{line + 1}" : name, "is not valid JSON", Cure: "look for a missing bracket, quote or comma, or a key that stands twice"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (null, new(name, "cannot be read", Cure: "check that it is a file, and that you may read it"));
        }
    }

    private static (JsonNode?, Fault?) Yaml(string directory, string name)
    {
        var source = SourceFile.Read(directory, name, Reader);
        if (source.Fault is { } fault)
        {
            return (null, fault);
        }

        try
        {
            return (YamlJson.Of(source.Root!), null);
        }
        catch (YamlFault unfit)
        {
            return (null, SourceFile.FaultOf(name, unfit));
        }
    }
}
