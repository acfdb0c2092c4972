using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Values;
using Project = CrossCloudMesh.Tests.Settings.Project;

namespace CrossCloudMesh.Tests.Plan.Rules;

/// <summary>What becomes of a finding that somebody takes responsibility for.</summary>
[Collection(Evaluations.Name)]
public sealed class SuppressionTests : IDisposable
{
    private const string Expires = "2026-12-31";
    private const string Reason = "the flows of dev are nobody's evidence";

    private static readonly DateOnly LastDay = new(2026, 12, 31);

    private readonly Project project = new();
    private DateOnly today = LastDay;
    private int hour;
    private string written = "";

    public void Dispose() => project.Dispose();

    [Fact]
    public void Holds_UntilItsLastDay_AndTellsItsReason()
    {
        var finding = Assert.Single(Apply(LastDay, Suppressed("vpc-a")));

        Assert.Equal(new Waiver(Reason, Expires), finding.Suppressed);
        Assert.Equal("open-door", finding.Rule);
    }

    [Fact]
    public void Holds_NoMore_TheDayAfter()
    {
        var findings = Apply(LastDay.AddDays(1), Suppressed("vpc-a"));

        Assert.Equal(["open-door", "suppression-expired"], findings.Select(finding => finding.Rule));
        Assert.All(findings, finding => Assert.Null(finding.Suppressed));
        Assert.Equal($"rules.suppress[0] suppressed open-door for vpc-a until {Expires}, because: {Reason}", findings[1].Message);
    }

    [Theory]
    [InlineData("vpc-b")]
    [InlineData("vpc")]
    [InlineData("urn:pulumi:dev::mesh::aws:ec2/subnet:Subnet::vpc-a")]
    [InlineData("*-b")]
    [InlineData("aws:ec2*::vpc-a")]
    public void IsToldAsUnused_WhereItFindsNothing(string resource)
    {
        var findings = Apply(LastDay, Suppressed(resource));

        Assert.Equal(["open-door", "suppression-unused"], findings.Select(finding => finding.Rule));
        Assert.Null(findings[0].Suppressed);
        Assert.Equal(Severity.Info, findings[1].Severity);
    }

    [Theory]
    [InlineData("vpc-a")]
    [InlineData("urn:pulumi:dev::mesh::aws:ec2/vpc:Vpc::vpc-a")]
    [InlineData("*")]
    [InlineData("vpc-*")]
    [InlineData("*p*a")]
    [InlineData("urn:*:Vpc::vpc-?a", false)]
    [InlineData("urn:*:Vpc::vpc-*")]
    public void Finds_ItsResource_ByNameOrUrnOrPattern(string resource, bool finds = true) =>
        Assert.Equal(finds, ResourcePattern.Parse(resource)!.Value.Matches("urn:pulumi:dev::mesh::aws:ec2/vpc:Vpc::vpc-a"));

    [Fact]
    public void Leaves_OtherRulesAlone() =>
        Assert.Null(Apply(LastDay, Suppressed("vpc-a") with { Rule = "open-window" })[0].Suppressed);

    [Fact]
    public async Task InThePreview_CountsNoMore_ButStays()
    {
        Write("logRetentionDays: 30", "logRetentionDays: 7", "aws-log-retention", "*");

        var (code, text, _) = await PreviewAsync("--detail", "summary", "--fail-on", "info");

        Assert.Equal(0, code);
        Assert.Matches("│ no findings, 12 waived\n", text);
        Assert.Contains("  waived  5 resources  [aws-log-retention]\n          keeps its logs for 7 days only\n", text, StringComparison.Ordinal);
        Assert.Contains("LogGroup aws-east-cluster-log", text, StringComparison.Ordinal);
        Assert.Contains($"\n          until {Expires}: {Reason}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InThePreview_ComesBack_TheDayAfter()
    {
        Write("logRetentionDays: 30", "logRetentionDays: 7", "aws-log-retention", "aws-east-*");
        today = LastDay.AddDays(1);

        var (code, text, _) = await PreviewAsync("--detail", "summary", "--fail-on", "warning");

        Assert.Equal(5, code);
        Assert.Matches("│ [3-9] warnings, 7 waived\n", text);
        Assert.Contains("[suppression-expired]", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InJson_IsTheSame_OnEveryRunOfOneDay()
    {
        Write("logRetentionDays: 30", "logRetentionDays: 7", "aws-log-retention", "aws-east-cluster-log");

        var (_, first, _) = await PreviewAsync("--format", "json");
        hour = 23;
        var (_, second, _) = await PreviewAsync("--format", "json");

        Assert.Equal(first, second);
        var findings = PlanReader.Read(Encoding.UTF8.GetBytes(first)).Findings.Where(finding => finding.Rule == "aws-log-retention").ToList();
        Assert.Equal(new Waiver(Reason, Expires), Assert.Single(findings, finding => finding.Suppressed is not null).Suppressed);
        Assert.All(findings, finding => Assert.Equal([new Evidence("retentionInDays", PlanValue.Of(7))], finding.Evidence));
    }

    [Theory]
    [InlineData("aws-log-retenton", "aws-east-log", Reason, "\"2027-03-31\"", "rules.suppress[0].rule: must be a rule that can be suppressed; got aws-log-retenton; did you mean 'aws-log-retention'?")]
    [InlineData("Log Retention", "aws-east-log", Reason, "\"2027-03-31\"", "rules.suppress[0].rule: must be the id of a rule, such as aws-vpc-flow-logs; got \"Log Retention\"")]
    [InlineData("aws-log-retention", "a b", Reason, "\"2027-03-31\"", "rules.suppress[0].resource: must be the name or URN of a resource, with * for any run of characters; got \"a b\"")]
    [InlineData("aws-log-retention", "aws-east-log", "because", "\"2027-03-31\"", "rules.suppress[0].reason: must be a reason of 10 to 200 characters on one line; got \"because\"")]
    [InlineData("aws-log-retention", "aws-east-log", Reason, "2027-03-31", "rules.suppress[0].expires: must be a day in quotes, such as \"2027-03-31\"; got 2027-03-31, which is read as \"2027-03-31 00:00:00 +0000 UTC\"; put it in quotes, or YAML reads it as a date")]
    [InlineData("aws-log-retention", "aws-east-log", Reason, "\"2027-02-30\"", "rules.suppress[0].expires: must be a day in quotes, such as \"2027-03-31\"; got \"2027-02-30\"")]
    public async Task Rejects_WhatIsNoSuppression(string rule, string resource, string reason, string expires, string fault)
    {
        Write("maxNodesPerZone: 2", "maxNodesPerZone: 2", rule, resource, reason, expires);

        var (code, _, error) = await PreviewAsync();

        Assert.Equal(2, code);
        Assert.Matches("^stacks/Pulumi.dev.yaml:[0-9]+: ", error);
        Assert.Equal(fault + "\n", error[(error.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
    }

    [Theory]
    [InlineData("suppression-expired")]
    [InlineData("secret-as-plain-text")]
    public async Task Rejects_SuppressingWhatMustBeSeen(string rule)
    {
        Write("maxNodesPerZone: 2", "maxNodesPerZone: 2", rule, "*");

        var (code, _, error) = await PreviewAsync();

        Assert.Equal(2, code);
        Assert.Contains($"must be a rule that can be suppressed; got {rule}; known: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_SayingTheSameTwice()
    {
        Write("maxNodesPerZone: 2", "maxNodesPerZone: 2", "aws-log-retention", "aws-east-log");
        var first = written[written.IndexOf("      - rule:", StringComparison.Ordinal)..];
        var twice = written.TrimEnd('\n') + "\n" + first[..first.IndexOf("      - rule:", 10, StringComparison.Ordinal)].Replace(Reason, Reason + ", still");

        Assert.Equal(["rules.suppress[4]: says the same as rules.suppress[0]; keep one"], Project.FaultsOf(twice));
    }

    private void Write(string typed, string instead, string rule, string resource, string reason = Reason, string expires = $"\"{Expires}\"")
    {
        written = Project.Replaced(
            Project.DevWith(typed, instead),
            "    suppress:\n",
            $"    suppress:\n      - rule: {rule}\n        resource: \"{resource}\"\n        reason: \"{reason}\"\n        expires: {expires}\n");
        project.Write("stacks/Pulumi.dev.yaml", written);
    }

    private async Task<(int Code, string Text, string Error)> PreviewAsync(params string[] options)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var code = await PreviewCommand.RunAsync(
            ["dev", .. options],
            new()
            {
                Out = output,
                Error = error,
                Directory = project.Folder,
                Variable = _ => null,
                Clock = new FixedClock(new(today, new(hour, 0), TimeSpan.Zero)),
            },
            MeshProgram.Load);
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private static Suppression Suppressed(string resource) =>
        new("rules.suppress[0]", "open-door", ResourcePattern.Parse(resource)!.Value, Reason, CalendarDay.Parse(Expires)!.Value);

    private static List<Finding> Apply(DateOnly today, Suppression suppression) =>
        [.. Suppression.Apply([new("open-door", Severity.Warning, "urn:pulumi:dev::mesh::aws:ec2/vpc:Vpc::vpc-a", "the door is open", "close it")], [suppression], today)];
}
