using System.Text.Encodings.Web;
using System.Text.Json;
using CrossCloudMesh.Preview.Migration;

namespace CrossCloudMesh.Preview.Reports;

/// <summary>The move of a stack from App Mesh to Istio, for programs.</summary>
internal static class MigrationJson
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(MigrationReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Form))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 1);
            json.WriteString("project", report.Stack.Project);
            json.WriteString("stack", report.Stack.Name);
            Texts(json, "sites", report.Sites);
            json.WriteBoolean("same", report.IsSame);
            Texts(json, "differences", report.Differences);
            List(json, "calls", report.Calls.Calls, call =>
            {
                json.WriteString("caller", call.Caller);
                json.WriteString("host", call.Host);
                json.WriteBoolean("bridge", report.Calls.OverBridge.Contains(call));
            });
            List(json, "objects", report.Objects.Objects, each =>
            {
                json.WriteString("site", each.Site);
                json.WriteString("kind", each.Kind);
                json.WriteString("name", each.Name);
                json.WriteString("fate", $"{each.Fate}".ToLowerInvariant());
            });
            List(json, "parts", report.Objects.Parts, part =>
            {
                json.WriteString("part", part.Part);
                json.WriteNumber("before", part.Before);
                json.WriteNumber("untouched", part.Untouched);
                Texts(json, "touched", part.Touched);
            });
            List(json, "steps", report.Steps, step =>
            {
                json.WriteString("title", step.Title);
                Texts(json, "says", step.Says);
                Texts(json, "commands", step.Commands);
                json.WriteString("before", step.Before);
            });
            json.WriteStartObject("updates");
            Texts(json, "first", report.Updates.First);
            Texts(json, "second", report.Updates.Second);
            Texts(json, "back", report.Updates.Back);
            json.WriteEndObject();
            json.WriteString("settings", report.Change.Diff);
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
