using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Preview.Reports;
using CrossCloudMesh.Preview.Reports.Sarif;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>What code scanning reads: the form, the limits, and what stays the same from run to run.</summary>
public class SarifReportTests
{
    private const string Urn = "urn:pulumi:dev::mesh::infra:networks:AwsNetwork$aws:ec2/vpc:Vpc::main";

    private static readonly ReportStyle Style = new(Detail.Changes, IsColored: false, IsUnicode: true)
    {
        Occasion = new(new(2026, 11, 21), 5, "stacks/Pulumi.dev.yaml", null),
    };

    private static readonly PlannedResource Vpc = new()
    {
        Urn = Urn,
        Type = "aws:ec2/vpc:Vpc",
        Name = "main",
        IsCustom = true,
        Inputs = SortedMap<PlanValue>.Empty,
        Source = new("components/Networks/Aws Network.cs", 42),
    };

    [Fact]
    public void Report_IsOfTheForm() => Assert.Empty(SarifForm.Problems(Rendered(
        Found("aws-vpc-flow-logs", Severity.Warning, Urn) with { Related = [Urn], Suppressed = new("known", "2027-03-31") },
        Found("link-asn", Severity.Error, null),
        Found("suppression-unused", Severity.Info, null) with { Source = new("stacks/Pulumi.dev.yaml", 7) })));

    [Theory]
    [InlineData("\"version\": \"2.1.0\"", "\"version\": \"2.2\"")]
    [InlineData("\"level\": \"warning\",\n          \"message\"", "\"level\": \"info\",\n          \"message\"")]
    [InlineData("\"startLine\": 42", "\"startLine\": 0")]
    [InlineData("\"uri\": \"components/", "\"uri\": \"/components/")]
    [InlineData("\"security-severity\": \"5.0\"", "\"security-severity\": 5.0")]
    [InlineData("\"kind\": \"external\"", "\"kind\": \"waived\"")]
    public void Form_IsStrict(string right, string wrong)
    {
        var report = Rendered(Found("aws-vpc-flow-logs", Severity.Warning, Urn) with { Suppressed = new("known", "2027-03-31") });
        Assert.Contains(right, report, StringComparison.Ordinal);

        Assert.NotEmpty(SarifForm.Problems(report.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void AResult_StandsAtTheLine_ThatMakesTheResource()
    {
        var result = Results(Found("aws-vpc-flow-logs", Severity.Warning, Urn))[0];
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");

        Assert.Equal("components/Networks/Aws%20Network.cs", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal("%SRCROOT%", place.GetProperty("artifactLocation").GetProperty("uriBaseId").GetString());
        Assert.Equal(42, place.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal(Urn, result.GetProperty("locations")[0].GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString());
    }

    [Fact]
    public void AResult_AboutTheSettings_StandsAtTheirLine_AndOneAboutAll_AtTheirFile()
    {
        var results = Results(
            Found("link-asn", Severity.Error, null), Found("suppression-expired", Severity.Warning, null) with { Source = new("stacks/Pulumi.dev.yaml", 7) });

        Assert.Equal(["stacks/Pulumi.dev.yaml:1", "stacks/Pulumi.dev.yaml:7"], results.ConvertAll(result =>
        {
            var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            return $"{place.GetProperty("artifactLocation").GetProperty("uri").GetString()}:{place.GetProperty("region").GetProperty("startLine").GetInt32()}";
        }));
    }

    [Theory]
    [InlineData(Severity.Error, "error")]
    [InlineData(Severity.Warning, "warning")]
    [InlineData(Severity.Info, "note")]
    public void ASeverity_IsALevel(Severity severity, string level) =>
        Assert.Equal(level, Results(Found("link-asn", severity, Urn))[0].GetProperty("level").GetString());

    [Fact]
    public void AWaivedFinding_IsSuppressed_WithItsReason()
    {
        var result = Results(Found("link-asn", Severity.Error, Urn) with { Suppressed = new("the other side is not ours", "2027-03-31") })[0];
        var suppression = Assert.Single(result.GetProperty("suppressions").EnumerateArray());

        Assert.Equal("accepted", suppression.GetProperty("status").GetString());
        Assert.Equal("the other side is not ours; until 2027-03-31", suppression.GetProperty("justification").GetString());
        Assert.False(Results(Found("link-asn", Severity.Error, Urn))[0].TryGetProperty("suppressions", out _));
    }

    [Fact]
    public void Fingerprints_FollowRuleAndUrn_AndNotTheLine_AndTellTwinsApart()
    {
        var finding = Found("link-asn", Severity.Error, Urn);
        var moved = Vpc with { Source = new("components/Networks/AwsNetwork.cs", 99) };

        Assert.Equal(Prints(Report([Vpc], finding)), Prints(Report([moved], finding with { Message = "says it in other words" })));
        Assert.NotEqual(Prints(Report([Vpc], finding)), Prints(Report([Vpc], finding with { Rule = "link-cipher" })));
        Assert.NotEqual(Prints(Report([Vpc], finding)), Prints(Report([Vpc], finding with { Urn = null })));
        Assert.Equal(2, Prints(Report([Vpc], finding, finding with { Message = "and another" })).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void TheRun_TellsItsStack_AndHowItEnded_AndNoTime()
    {
        var report = Rendered(Found("link-asn", Severity.Error, Urn));
        var run = JsonDocument.Parse(report).RootElement.GetProperty("runs")[0];

        Assert.Equal("preview/dev/", run.GetProperty("automationDetails").GetProperty("id").GetString());
        Assert.Equal((5, "findings at or above --fail-on"), (run.GetProperty("invocations")[0].GetProperty("exitCode").GetInt32(), run.GetProperty("invocations")[0].GetProperty("exitCodeDescription").GetString()));
        Assert.DoesNotContain("2026-11-21", report, StringComparison.Ordinal);
        Assert.Equal(report, Rendered(Found("link-asn", Severity.Error, Urn)));
    }

    [Fact]
    public void Rules_KeepGitHubsLimits_AndNameTheirPage()
    {
        var pages = Style with { Occasion = Style.Occasion! with { Pages = "https://github.com/OWNER/mesh/blob/abc/" } };
        var report = Encoding.UTF8.GetString(new SarifReport().Render(Plan([Vpc]), pages).Span);
        Assert.Empty(SarifForm.Problems(report));
        var rules = JsonDocument.Parse(report).RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();

        Assert.Equal(RulesCommand.All.Select(rule => rule.Id), rules.Select(rule => rule.GetProperty("id").GetString()));
        Assert.All(rules, rule => Assert.InRange(rule.GetProperty("properties").GetProperty("tags").GetArrayLength(), 1, SarifRules.MostTags));
        Assert.All(rules, rule => Assert.Equal($"https://github.com/OWNER/mesh/blob/abc/docs/rules/{rule.GetProperty("id").GetString()}.md", rule.GetProperty("helpUri").GetString()));
    }

    [Fact]
    public void SecurityRules_Exist_AndAreAllThatABenchmarkAsksFor()
    {
        var known = RulesCommand.All.Where(rule => rule.SecuritySeverity is not null).Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(CrossCloudMesh.Plan.Rules.SecurityRules.All.Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
        // Whose a cluster is, how its pools are declared and where its pods have their addresses are of order, not of security.
        string[] ofOrder = ["cluster-tags", "gke-inline-pools", "gke-vpc-native"];
        Assert.Equal(ofOrder, RulesCommand.All.Where(rule => rule.References.Count > 0 && !known.Contains(rule.Id)).Select(rule => rule.Id));
    }

    [Fact]
    public void TenThousandResources_WithFindingsEverywhere_StayWithinGitHubsLimits_TheWorstFirst()
    {
        var resources = Enumerable.Range(0, 10_000).Select(i => Vpc with { Urn = $"{Urn}-{i:D5}", Name = $"main-{i:D5}" }).ToArray();
        var findings = resources.SelectMany(resource => new[]
        {
            Found("aws-vpc-flow-logs", Severity.Warning, resource.Urn),
            Found("eks-addon-version", Severity.Info, resource.Urn),
            Found("default-provider", Severity.Error, resource.Urn),
        }).ToArray();
        var report = Report(resources, findings);
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(report));
        }

        using var json = JsonDocument.Parse(report);
        var run = json.RootElement.GetProperty("runs")[0];
        var levels = run.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("level").GetString()!).ToList();
        Assert.Equal(SarifReport.MostResults, levels.Count);
        Assert.Equal(Enumerable.Repeat("error", 10_000).Concat(Enumerable.Repeat("warning", 10_000)).Concat(Enumerable.Repeat("note", 5_000)), levels);
        Assert.InRange(packed.Length, 1, 10_000_000);
        Assert.StartsWith("5000 findings, the least severe,", run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private static Finding Found(string rule, Severity severity, string? urn) => new(rule, severity, urn, "is not as it should be", "make it so") { Evidence = [new("cidrBlock", null)] };

    private static PlanDocument Plan(PlannedResource[] resources, params Finding[] findings) => PlanDocument.OfFirstUpdate(
        new("mesh", "dev"), new(SurvivesUnknownOutputs: true, []), resources, findings, SortedMap<PlanValue>.Empty);

    private static string Report(PlannedResource[] resources, params Finding[] findings) =>
        Encoding.UTF8.GetString(new SarifReport().Render(Plan(resources, findings), Style).Span);

    private static string Rendered(params Finding[] findings) => Report([Vpc], findings);

    private static List<JsonElement> Results(params Finding[] findings) =>
        [.. JsonDocument.Parse(Rendered(findings)).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()];

    private static List<string> Prints(string report) => [.. JsonDocument.Parse(report).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
        .Select(result => result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()!)];
}
