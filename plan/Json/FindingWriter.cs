using System.Text.Json;

namespace CrossCloudMesh.Plan.Json;

/// <summary>Writes what a finding rests on, and why it may not count; what says nothing is left out.</summary>
internal static class FindingWriter
{
    public static void Details(Utf8JsonWriter json, Finding finding)
    {
        if (finding.Evidence.Count > 0)
        {
            json.WriteStartArray("evidence");
            foreach (var evidence in finding.Evidence)
            {
                json.WriteStartObject();
                json.WriteString("path", evidence.Path);
                if (evidence.Value is { } value)
                {
                    json.WritePropertyName("value");
                    ValueWriter.Write(json, value);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (finding.Related.Count > 0)
        {
            PlanWriter.Texts(json, "related", finding.Related);
        }

        if (finding.Source is { } source)
        {
            json.WriteStartObject("source");
            json.WriteString("file", source.File);
            json.WriteNumber("line", source.Line);
            json.WriteEndObject();
        }

        if (finding.Stood)
        {
            json.WriteBoolean("stood", true);
        }

        if (finding.Suppressed is { } waiver)
        {
            json.WriteStartObject("suppressed");
            json.WriteString("reason", waiver.Reason);
            json.WriteString("expires", waiver.Expires);
            json.WriteEndObject();
        }
    }
}
