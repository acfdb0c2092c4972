using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports.Sarif;

/// <summary>The member <c>results</c>: each finding with its line, the worst first.</summary>
/// <param name="json">Where they are written.</param>
/// <param name="plan">The plan.</param>
/// <param name="stackFile">Where a finding stands that is about no line; null where there is no such file.</param>
internal sealed class SarifResults(Utf8JsonWriter json, PlanDocument plan, string? stackFile)
{
    /// <summary>The name that GitHub gives to the root of what it has checked out.</summary>
    public const string Root = "%SRCROOT%";

    private readonly Dictionary<string, PlannedResource> resources = plan.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    public void Write(int most)
    {
        json.WriteStartArray("results");
        foreach (var finding in plan.Findings.Take(most))
        {
            Result(finding);
        }

        json.WriteEndArray();
    }

    private void Result(Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        if (SarifRules.PlaceOf(finding.Rule) is { } place)
        {
            json.WriteNumber("ruleIndex", place);
        }

        json.WriteString("level", SarifRules.LevelOf(finding.Severity));
        var subject = finding.Urn is { } about ? $"{Signs.Short(about)}: " : "";
        SarifReport.Message(json, "message", $"{subject}{finding.Message}. To mend it: {finding.Fix}.");
        Locations(finding);
        Related(finding);
        Fingerprints(finding);
        Suppressions(finding);
        json.WriteStartObject("properties");
        json.WriteStartArray("evidence");
        foreach (var evidence in finding.Evidence)
        {
            json.WriteStringValue(evidence.Path);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>One place, which GitHub needs to show anything: a line of the settings, of the program, or the stack's file as a whole.</summary>
    private void Locations(Finding finding)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        var line = finding.Source ?? LineOf(finding.Urn) ?? (stackFile is null ? null : new SourceLine(stackFile, 1));
        if (line is not null)
        {
            Physical(line);
        }

        if (finding.Urn is { } urn)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("name", urn[(urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..]);
            json.WriteString("fullyQualifiedName", urn);
            json.WriteString("kind", "resource");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void Related(Finding finding)
    {
        var related = finding.Related.Select(urn => (Urn: urn, Line: LineOf(urn))).Where(each => each.Line is not null).ToList();
        if (related.Count == 0)
        {
            return;
        }

        json.WriteStartArray("relatedLocations");
        for (var i = 0; i < related.Count; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("id", i + 1);
            Physical(related[i].Line!);
            SarifReport.Message(json, "message", Signs.Short(related[i].Urn));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private SourceLine? LineOf(string? urn) => urn is null ? null : resources.GetValueOrDefault(urn)?.Source;

    private void Physical(SourceLine line)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', line.File.Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", line.Line);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>What stays the same while lines move: the rule and the resource, and which one it is of several about both.</summary>
    private void Fingerprints(Finding finding)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Rule}\n{finding.Urn}")));
        var count = seen[hash] = seen.GetValueOrDefault(hash) + 1;
        json.WriteStartObject("partialFingerprints");
        json.WriteString("primaryLocationLineHash", $"{hash[..16]}:{count}");
        json.WriteString("ruleAndUrn/v1", hash);
        json.WriteEndObject();
    }

    private void Suppressions(Finding finding)
    {
        if (finding.Suppressed is not { } waiver)
        {
            return;
        }

        json.WriteStartArray("suppressions");
        json.WriteStartObject();
        json.WriteString("kind", "external");
        json.WriteString("status", "accepted");
        json.WriteString("justification", $"{waiver.Reason}; until {waiver.Expires}");
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
