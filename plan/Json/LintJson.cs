using System.Text.Json;

namespace CrossCloudMesh.Plan.Json;

/// <summary>Writes what was found in a file.</summary>
public static class LintJson
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n" };

    /// <param name="file">The file's name.</param>
    /// <param name="findings">What was found, in their order.</param>
    public static ReadOnlyMemory<byte> Write(string file, IReadOnlyList<Finding> findings)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Form))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 1);
            json.WriteString("file", file);
            json.WriteStartArray("findings");
            foreach (var finding in findings)
            {
                json.WriteStartObject();
                json.WriteString("rule", finding.Rule);
                json.WriteString("severity", Words.Of(finding.Severity));
                json.WriteString("message", finding.Message);
                json.WriteString("fix", finding.Fix);
                FindingWriter.Details(json, finding);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}
