using System.Globalization;
using System.Text.Json;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Preview.Explain;

/// <summary>What becomes of a service's policy, for programs.</summary>
internal static class ExplainJson
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n" };

    public static ReadOnlyMemory<byte> Write(StackIdentity stack, Explanation told)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Form))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 1);
            json.WriteString("project", stack.Project);
            json.WriteString("stack", stack.Name);
            json.WriteString("service", $"{told.Service}");
            json.WriteString("mesh", $"{told.Kind}");
            List(json, "sites", told.Sites, json.WriteStringValue);
            List(json, "elements", told.Elements, element => Write(json, element));
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ExplainedElement told)
    {
        json.WriteStartObject();
        json.WriteString("element", told.Element.Path);
        json.WriteString("title", told.Element.Title);
        json.WriteString("demanded", told.Demanded);
        List(json, "fields", told.Fields, field => Write(json, field));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExplainedField told)
    {
        json.WriteStartObject();
        json.WriteString("mesh", $"{told.Kind}");
        if (told.Field.Path is { } path)
        {
            json.WriteString("object", told.Field.Carrier);
            json.WriteString("path", path);
        }

        json.WriteString("otherwise", told.Field.Otherwise);
        Write(json, told.Field.Source);
        if (told.Assumption is { } assumption)
        {
            json.WriteStartObject("assumption");
            json.WriteString("about", assumption.About);
            json.WriteString("says", assumption.Says);
            Write(json, assumption.Source);
            json.WriteEndObject();
        }

        List(json, "found", told.Found, found =>
        {
            json.WriteStartObject();
            json.WriteString("site", found.Site);
            json.WriteString("object", found.Object);
            json.WriteString("path", found.Path);
            json.WritePropertyName("value");
            json.WriteRawValue(found.Value);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Source? source)
    {
        if (source is not null)
        {
            json.WriteString("source", source.Url);
            json.WriteString("readOn", source.ReadOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
