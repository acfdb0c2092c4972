using System.Text.Json;
using CrossCloudMesh.Plan.Risk;

namespace CrossCloudMesh.Plan.Json;

/// <summary>Reads back what <see cref="PlanWriter"/> wrote, and nothing else.</summary>
public static class PlanReader
{
    /// <exception cref="InvalidPlanException">The text is no JSON, or not a plan of this version; the first place that shows it is named.</exception>
    public static PlanDocument Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var json = JsonDocument.Parse(utf8);
            return Document(new JsonNode(json.RootElement, ""));
        }
        catch (JsonException problem)
        {
            throw new InvalidPlanException($"line {problem.LineNumber + 1}", "must be JSON");
        }
    }

    private static PlanDocument Document(JsonNode node)
    {
        var members = node.Object();
        if (members["schemaVersion"] is var version && version.Count() != PlanDocument.SchemaVersion)
        {
            throw version.Wrong($"{PlanDocument.SchemaVersion}; write the plan again with this version of the preview");
        }

        var (fidelity, stack, summary) = (members["fidelity"], members["stack"], members["summary"]);
        PlannedResource[] resources = [.. members["resources"].Items().ConvertAll(ResourceReader.Read)];
        PlannedChange[] changes = [.. members["changes"].Items().ConvertAll(ChangeReader.Change)];
        var findings = members["findings"].Items().ConvertAll(Finding);
        var network = members["network"];
        var certificates = members.Optional("certificates");
        var (cost, timeline) = (members.Optional("cost"), members.Optional("timeline"));
        var costChange = members.Optional("costChange");
        var outputs = members["outputs"].Map(ValueReader.Read);
        var basis = members.Optional("base") is { } compared ? ChangeReader.Base(compared) : null;
        var risk = members.Optional("risk") is { } told ? RiskJson.Risk(told) : UpdateRisk.None;
        // The verdict follows from the rest, in whatever words another version has for it.
        _ = members.Optional("verdict");
        members.End();
        var plan = PlanDocument.Assemble(
            Stack(stack), Fidelity(fidelity), new(resources), new(changes), findings, outputs) with
        {
            Base = basis,
            Risk = risk,
            Certificates = certificates is null ? null : CertificateJson.Read(certificates.Value),
            Network = network.Kind == JsonValueKind.Null ? null : NetworkJson.Read(network),
            Cost = cost is { } estimate ? CostJson.Read(estimate) : null,
            CostChange = costChange is { } difference ? CostChangeJson.Read(difference) : null,
            Timeline = timeline is { } schedule ? TimelineJson.Read(schedule) : null,
        };
        return Summary(summary).Equals(plan.Summary) ? plan : throw summary.Wrong("the counts of the plan itself");
    }

    private static StackIdentity Stack(JsonNode node)
    {
        var members = node.Object();
        var stack = new StackIdentity(members["project"].Text(), members["name"].Text());
        members.End();
        return stack;
    }

    private static Fidelity Fidelity(JsonNode node)
    {
        var members = node.Object();
        var fidelity = new Fidelity(members["survivesUnknownOutputs"].Flag(), members["notConsulted"].Texts());
        members.End();
        return fidelity;
    }

    private static PlanSummary Summary(JsonNode node)
    {
        var members = node.Object();
        var summary = new PlanSummary(
            members["changes"].Map(n => n.Count()),
            members["components"].Count(),
            members["packages"].Map(n => n.Count()),
            members["protected"].Count(),
            members["secrets"].Count());
        members.End();
        return summary;
    }

    private static Finding Finding(JsonNode node)
    {
        var members = node.Object();
        var severity = members["severity"];
        var finding = new Finding(
            members["rule"].Text(),
            Words.SeverityOf(severity.Text()) ?? throw severity.Wrong("error, warning or info"),
            members.Optional("urn")?.Text(),
            members["message"].Text(),
            members["fix"].Text())
        {
            Evidence = Sequence.Create<Evidence>([.. members.Optional("evidence")?.Items().ConvertAll(Evidence) ?? []]),
            Related = members.Optional("related")?.Texts() ?? [],
            Source = members.Optional("source") is { } source ? ResourceReader.Source(source) : null,
            Stood = members.Optional("stood")?.Flag() ?? false,
            Suppressed = members.Optional("suppressed") is { } waiver ? Waiver(waiver) : null,
        };
        members.End();
        return finding;
    }

    private static Evidence Evidence(JsonNode node)
    {
        var members = node.Object();
        // Present and null is a value; left out is none.
        var evidence = new Evidence(members["path"].Text(), members.Has("value") ? ValueReader.Read(members["value"]) : null);
        members.End();
        return evidence;
    }

    private static Waiver Waiver(JsonNode node)
    {
        var members = node.Object();
        var waiver = new Waiver(members["reason"].Text(), members["expires"].Text());
        members.End();
        return waiver;
    }
}
