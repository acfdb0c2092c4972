using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Preview.Reports.Sarif;

/// <summary>The findings in SARIF 2.1.0, each at the line of the program that makes the resource, for code scanning and for editors.</summary>
/// <remarks>
/// No time, no machine and no path of one stands in it. It keeps GitHub's limits, of which the number of findings is the only one that a plan can
/// come near. Sources, read 2026-11-21: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html,
/// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning.
/// </remarks>
internal sealed class SarifReport : IReport
{
    /// <summary>GitHub refuses a run with more, and keeps the 5,000 worst of them.</summary>
    public const int MostResults = 25_000;

    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static readonly JsonWriterOptions Form = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public bool TellsSources(Detail detail) => true;

    public ReadOnlyMemory<byte> Render(PlanDocument plan, ReportStyle style)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Form))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            Run(json, plan, style.Occasion);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>A text in the form of a SARIF message.</summary>
    internal static void Message(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void Run(Utf8JsonWriter json, PlanDocument plan, ReportOccasion? occasion)
    {
        json.WriteStartObject();
        SarifRules.Tool(json, occasion?.Pages);
        // One run for each stack: what is uploaded for one must not close what another has found.
        json.WriteStartObject("automationDetails");
        json.WriteString("id", $"preview/{plan.Stack.Name}/");
        json.WriteEndObject();
        var left = Math.Max(0, plan.Findings.Count - MostResults);
        Invocation(json, occasion?.ExitCode, left);
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SarifResults.Root);
        Message(json, "description", "The root of the repository.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        new SarifResults(json, plan, occasion?.StackFile).Write(MostResults);
        json.WriteEndObject();
    }

    /// <summary>That it ran to its end, how it ended, and whether not all is told.</summary>
    private static void Invocation(Utf8JsonWriter json, int? exitCode, int left)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        if (exitCode is { } code)
        {
            json.WriteNumber("exitCode", code);
            json.WriteString("exitCodeDescription", Commands.ExitCode.Meaning(code));
        }

        if (left > 0)
        {
            json.WriteStartArray("toolExecutionNotifications");
            json.WriteStartObject();
            json.WriteString("level", "warning");
            Message(json, "message", $"{left} findings, the least severe, are left out, as no more than {MostResults} are taken.");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }
}
