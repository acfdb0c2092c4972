using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Observability;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Observability;

/// <summary>The alarms, policies and dashboards of every shipped stack that has some, against what the clouds document of their metrics.</summary>
[Collection(Evaluations.Name)]
public sealed partial class ShippedAlarmsTests
{
    private const string Metric = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Composite = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
    private const string Policy = "gcp:monitoring/alertPolicy:AlertPolicy";
    private const string Dashboard = "aws:cloudwatch/dashboard:Dashboard";
    private const string Query = "evaluationCriteria.promqlCriteria.query";
    private const int MostAlarms = 60;

    private static readonly Dictionary<string, PlanDocument> Plans = new(StringComparer.Ordinal);

    public static TheoryData<string> Stacks => new("dev", "staging", "prod");

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task EveryAlarm_LooksAtAMetric_ThatIsDocumentedUnderItsDimensions(string stack)
    {
        foreach (var alarm in await OfTypeAsync(stack, Metric))
        {
            string[] paths = alarm.At("metricName") is null ? [.. alarm.Items("metricQueries").Select(query => query + ".metric.")] : [""];
            foreach (var path in paths.Where(path => alarm.Text(path + "metricName") is not null))
            {
                var row = CloudWatchMetrics.Find(alarm.Text(path + "namespace")!, alarm.Text(path + "metricName")!);
                Assert.NotNull(row);
                Assert.True(row.Has(((PlanValue.ObjectValue)alarm.At(path + "dimensions")!).Members.Select(dimension => dimension.Key)), alarm.Name);
            }

            Assert.NotEqual(alarm.Text(Query) is null, alarm.At("metricName") is null && alarm.At("metricQueries") is null);
            if (alarm.Text(Query) is { } query)
            {
                AssertDocumented(query);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task EveryAlarm_NamesItsPage_AndThePageIsThere(string stack)
    {
        var pages = AlarmKind.All.Select(kind => kind.Runbook).ToHashSet(StringComparer.Ordinal);
        foreach (var alarm in await AlarmsAsync(stack))
        {
            var page = RunbookName().Match(alarm.Text("alarmDescription") ?? alarm.Text("documentation.content") ?? "").Value;
            Assert.Contains(page, pages);
            Assert.True(File.Exists(Path.Combine(ProjectRoot.Path, page)), page);
        }
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Alarms_AreUnderSixty_EachOfItsOwnName(string stack)
    {
        var alarms = await AlarmsAsync(stack);
        Assert.InRange(alarms.Count, 1, MostAlarms - 1);
        var names = alarms.Where(alarm => alarm.Type != Policy).Select(alarm => (alarm.Provider, alarm.Text("name") ?? alarm.Text("alarmName"))).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Policies_NameMetricsThatAreDocumented_AndLastAsLongAsASampleMayBeLate(string stack)
    {
        foreach (var policy in await OfTypeAsync(stack, Policy))
        {
            foreach (var condition in policy.Items("conditions").SelectMany(item => new[] { item + ".conditionThreshold", item + ".conditionAbsent" }).Where(path => policy.At(path) is not null))
            {
                var type = MetricType().Match(policy.Text(condition + ".filter")!);
                var row = Assert.Single(GoogleMetrics.All, row => row.Namespace == type.Groups["service"].Value && row.Name == type.Groups["name"].Value);
                Assert.Contains($"resource.type=\"{GoogleMetrics.ResourceOf(row.Namespace)}\"", policy.Text(condition + ".filter")!, StringComparison.Ordinal);
                Assert.Equal($"{GoogleMetrics.LatestSeconds}s", policy.Text(condition + ".duration"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Dashboards_ShowMetricsThatAreDocumented_AndNoWidgetLiesOnAnother(string stack)
    {
        var dashboards = await OfTypeAsync(stack, Dashboard);
        Assert.Equal(4, dashboards.Count);
        foreach (var dashboard in dashboards)
        {
            var taken = new HashSet<(int X, int Y)>();
            foreach (var widget in JsonNode.Parse(dashboard.Text("dashboardBody")!)!["widgets"]!.AsArray())
            {
                var (x, y, width, height) = ((int)widget!["x"]!, (int)widget["y"]!, (int)widget["width"]!, (int)widget["height"]!);
                Assert.InRange(x + width, 1, 24);
                Assert.All(Enumerable.Range(0, width * height), cell => Assert.True(taken.Add((x + (cell % width), y + (cell / width))), dashboard.Name));
                AssertDrawn(widget["properties"]!);
            }
        }
    }

    [Fact]
    public void Runbooks_AreThoseOfTheKinds_AndTellCauseCheckAndCure()
    {
        var folder = Path.Combine(ProjectRoot.Path, "docs", "runbooks");
        Assert.Equal(
            AlarmKind.All.Select(kind => kind.Name + ".md").Order(StringComparer.Ordinal),
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(AlarmKind.All, kind => Assert.Matches(
            $"^# {kind.Name}\n\n[^#]+\n## Cause\n\n- [^#]+\n## Check\n\n```\n[^`]+```\n[^#]*\n## Mend\n\n- ", File.ReadAllText(Path.Combine(ProjectRoot.Path, kind.Runbook))));
    }

    [Fact]
    public async Task ALinkThatIsDown_KeepsTheAlarmsItExplainsQuiet()
    {
        var composites = (await OfTypeAsync("prod", Composite)).ToDictionary(alarm => alarm.Text("alarmName")!, StringComparer.Ordinal);
        Assert.Equal("prod-us-down", composites["prod-us-degraded"].Text("actionsSuppressor.alarm"));
        Assert.Equal("prod-slo-links-down", composites["prod-slo-page"].Text("actionsSuppressor.alarm"));
        Assert.Equal("ALARM(\"prod-us-down\") OR ALARM(\"prod-us-eu-down\")", composites["prod-slo-links-down"].Text("alarmRule"));
        Assert.All((await OfTypeAsync("prod", Metric)).Where(alarm => alarm.Text("metricName") == "TunnelState"), tunnel => Assert.True(tunnel.IsEmpty("alarmActions")));
    }

    private static void AssertDrawn(JsonNode properties)
    {
        foreach (var line in properties["metrics"]?.AsArray() ?? [])
        {
            var cells = line!.AsArray();
            var row = CloudWatchMetrics.Find((string)cells[0]!, (string)cells[1]!);
            Assert.NotNull(row);
            Assert.True(row.Has(cells.Skip(2).SkipLast(1).Where((_, index) => index % 2 == 0).Select(name => (string)name!)), row.Name);
        }

        foreach (var query in properties["data"]?["queries"]?.AsArray() ?? [])
        {
            AssertDocumented((string)query!["query"]!);
        }
    }

    /// <summary>Every metric of a query has a row, and every label that it is asked by stands there.</summary>
    private static void AssertDocumented(string query)
    {
        var rows = MeshMetrics.All.Where(row => query.Contains(row.Name, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(rows);
        var labels = rows.SelectMany(row => row.Dimensions).SelectMany(set => set).ToImmutableHashSet(StringComparer.Ordinal);
        Assert.All(Label().Matches(query).Select(match => match.Groups["label"].Value), label => Assert.Contains(label, labels));
        Assert.All(
            Grouped().Matches(query).SelectMany(match => match.Groups["labels"].Value.Split(", ")).Where(label => label.Length > 0),
            label => Assert.Contains(label, labels));
    }

    private static async Task<IReadOnlyList<PlannedResource>> AlarmsAsync(string stack) =>
        [.. await OfTypeAsync(stack, Metric), .. await OfTypeAsync(stack, Composite), .. await OfTypeAsync(stack, Policy)];

    private static async Task<IReadOnlyList<PlannedResource>> OfTypeAsync(string stack, string type)
    {
        if (!Plans.TryGetValue(stack, out var plan))
        {
            Plans[stack] = plan = await Rendered.PlanAsync(stack);
        }

        return [.. plan.Resources.Where(resource => resource.Type == type)];
    }

    [GeneratedRegex(@"docs/runbooks/[a-z-]+\.md$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RunbookName();

    [GeneratedRegex("metric[.]type=\"(?<service>[^/]+)/(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MetricType();

    [GeneratedRegex("(?<label>[@a-z_0-9.]+)\"?(=~|!=|=)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();

    [GeneratedRegex(@"\bby \((?<labels>[^)]*)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grouped();
}
