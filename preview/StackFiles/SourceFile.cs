using System.Text;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Preview.StackFiles;

/// <summary>A YAML file of the project, read and parsed, or the fault that it cannot be.</summary>
/// <param name="Name">Its path from the project's root, for people: <c>stacks/Pulumi.dev.yaml</c>.</param>
/// <param name="Root">Its outermost map; null where there is a fault.</param>
/// <param name="Fault">Why it cannot be read.</param>
internal sealed record SourceFile(string Name, MapNode? Root, Fault? Fault)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="root">The folder that the name counts from.</param>
    /// <param name="name">Its path from there.</param>
    /// <param name="reads">Who reads such a file.</param>
    public static SourceFile Read(string root, string name, string reads = "Pulumi") => Guarded(name, () => ReadText(Path.Combine(root, name)), reads);

    /// <summary>The same of a text that stands in no file yet.</summary>
    public static SourceFile Of(string name, string text) => Guarded(name, () => text, "Pulumi");

    private static SourceFile Guarded(string name, Func<string> read, string reads)
    {
        try
        {
            return YamlReader.Read(read(), reads) switch
            {
                MapNode map => new SourceFile(name, map, null),
                null => new SourceFile(name, null, new Fault(name, "is empty")),
                var other => new SourceFile(
                    name,
                    null,
                    new Fault(At(name, other.Place), "must be a map of keys", other is ListNode ? "a list" : "a single value")),
            };
        }
        catch (YamlFault fault)
        {
            return new SourceFile(name, null, FaultOf(name, fault));
        }
        catch (DecoderFallbackException)
        {
            return new SourceFile(name, null, new Fault(name, "is not UTF-8 text", Cure: "save it as UTF-8"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new SourceFile(name, null, new Fault(name, "cannot be read", Cure: "check that it is a file, and that you may read it"));
        }
    }

    /// <summary>A fault of the file's form, at its line.</summary>
    public static Fault FaultOf(string name, YamlFault fault) => new(At(name, fault.Place), fault.Message, Cure: fault.Cure);

    public static string At(string name, Place place) => $"{name}:{place.Line}:{place.Column}";

    /// <summary>The text of a file, which is UTF-8.</summary>
    public static string ReadText(string path)
    {
        var bytes = File.ReadAllBytes(path).AsSpan();
        return Strict.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
    }
}
