using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Plan.Risk;

namespace CrossCloudMesh.Plan.Json;

/// <summary>Writes a plan as JSON: sorted, without a time of day, the same bytes on every run. The form is <c>docs/plan.schema.json</c>.</summary>
public static class PlanWriter
{
    private static readonly JsonWriterOptions Form = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The plan as UTF-8 text that ends with a line feed.</summary>
    public static ReadOnlyMemory<byte> Write(PlanDocument plan)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Form))
        {
            Document(json, plan);
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>One value in the form that it has inside a plan.</summary>
    public static ReadOnlyMemory<byte> Write(PlanValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Form))
        {
            ValueWriter.Write(json, value);
        }

        return buffer.WrittenMemory;
    }

    /// <summary>The network proof alone, as the member <c>network</c> that it is of a plan, with a line feed at the end.</summary>
    public static ReadOnlyMemory<byte> Write(NetworkReport? report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Form))
        {
            json.WriteStartObject();
            NetworkJson.Write(json, "network", report);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    private static void Document(Utf8JsonWriter json, PlanDocument plan)
    {
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", PlanDocument.SchemaVersion);
        json.WriteStartObject("fidelity");
        json.WriteBoolean("survivesUnknownOutputs", plan.Fidelity.SurvivesUnknownOutputs);
        Texts(json, "notConsulted", plan.Fidelity.NotConsulted);
        json.WriteEndObject();
        json.WriteStartObject("stack");
        json.WriteString("project", plan.Stack.Project);
        json.WriteString("name", plan.Stack.Name);
        json.WriteEndObject();
        RiskJson.Write(json, PlanVerdict.Of(plan));
        Summary(json, plan.Summary);
        if (plan.Base is { } basis)
        {
            ChangeWriter.Write(json, basis);
            RiskJson.Write(json, plan.Risk);
        }

        json.WriteStartArray("resources");
        foreach (var resource in plan.Resources)
        {
            ResourceWriter.Write(json, resource);
        }

        json.WriteEndArray();
        json.WriteStartArray("changes");
        foreach (var change in plan.Changes)
        {
            ChangeWriter.Write(json, change);
        }

        json.WriteEndArray();
        Findings(json, plan.Findings);
        NetworkJson.Write(json, "network", plan.Network);
        CertificateJson.Write(json, "certificates", plan.Certificates);
        CostJson.Write(json, "cost", plan.Cost);
        CostChangeJson.Write(json, "costChange", plan.CostChange);
        TimelineJson.Write(json, "timeline", plan.Timeline);
        ValueWriter.Write(json, "outputs", plan.Outputs);
        json.WriteEndObject();
    }

    private static void Summary(Utf8JsonWriter json, PlanSummary summary)
    {
        json.WriteStartObject("summary");
        Counts(json, "changes", summary.Changes);
        json.WriteNumber("components", summary.Components);
        Counts(json, "packages", summary.Packages);
        json.WriteNumber("protected", summary.Protected);
        json.WriteNumber("secrets", summary.Secrets);
        json.WriteEndObject();
    }

    private static void Findings(Utf8JsonWriter json, Sequence<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Rule);
            json.WriteString("severity", Words.Of(finding.Severity));
            json.WriteString("urn", finding.Urn);
            json.WriteString("message", finding.Message);
            json.WriteString("fix", finding.Fix);
            FindingWriter.Details(json, finding);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Counts(Utf8JsonWriter json, string name, SortedMap<int> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts)
        {
            json.WriteNumber(key, count);
        }

        json.WriteEndObject();
    }

    internal static void Texts(Utf8JsonWriter json, string name, Sequence<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
