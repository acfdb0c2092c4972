using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Cost;
using CrossCloudMesh.Plan.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Plan;

public class PlanJsonTests
{
    [Fact]
    public void Read_GivesBackWhatWasWritten_ForAnyPlan() =>
        Check.One(
            Config.QuickThrowOnFailure,
            Prop.ForAll(Plans.Any.ToArbitrary(), plan => PlanReader.Read(PlanWriter.Write(plan)).Equals(plan)));

    [Fact]
    public void Read_TakesAPlan_WithoutCostAndTimeline()
    {
        var json = Text(Plans.Of(Plans.Vpc("a"))).Replace("  \"cost\": null,\n  \"timeline\": null,\n", "", StringComparison.Ordinal);

        Assert.Equal(Plans.Of(Plans.Vpc("a")), PlanReader.Read(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void Read_TakesATimeline_FromBeforeItHadLanesAndSavings()
    {
        var plan = Plans.Of(Plans.Vpc("a")) with { Timeline = new(3, 1, 15, [new(Plans.Vpc("a").Urn, 0, 3)], [], 1) };
        var json = Text(plan)
            .Replace(",\n        \"savedSeconds\": 0", "", StringComparison.Ordinal)
            .Replace(",\n    \"lowerBoundSeconds\": 0,\n    \"next\": null,\n    \"lanes\": []", "", StringComparison.Ordinal);

        Assert.DoesNotContain("lanes", json, StringComparison.Ordinal);
        Assert.Equal(plan, PlanReader.Read(Encoding.UTF8.GetBytes(json)));
    }

    [Theory]
    [InlineData("\"fixedMonthlyUsd\": 1", "\"fixedMonthlyUsd\": 2", "cost.fixedMonthlyUsd: must be the sum of the fixed costs")]
    [InlineData("\"currency\": \"USD\"", "\"currency\": \"EUR\"", "cost.currency: must be USD")]
    [InlineData("\"readOn\": \"", "\"readOn\": \"2", "cost.fixed[0].readOn: must be a day as 2026-11-21")]
    [InlineData("\"pricesAsOf\": \"2026", "\"pricesAsOf\": \"2025", "cost: must be an estimate whose pricesAsOf is the oldest day of its rows")]
    public void Rejects_ACost_ThatContradictsItself(string right, string wrong, string message)
    {
        var key = Plans.Vpc("a") with { Type = "aws:kms/key:Key" };
        var json = Text(Plans.Of(key) with { Cost = CostEstimate.Of([key]) });
        Assert.Contains(right, json, StringComparison.Ordinal);

        Assert.Equal(message, Refusal(json.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void Write_SaysTheSame_WhateverTheOrderOfResources()
    {
        var forward = PlanWriter.Write(Plans.Of(Plans.Vpc("a"), Plans.Vpc("b"), Plans.Vpc("B")));
        var backward = PlanWriter.Write(Plans.Of(Plans.Vpc("B"), Plans.Vpc("b"), Plans.Vpc("a")));

        Assert.Equal(Encoding.UTF8.GetString(forward.Span), Encoding.UTF8.GetString(backward.Span));
    }

    [Fact]
    public void Write_SortsKeysAndResources_ByTheirCodes()
    {
        var json = Text(Plans.Of(Plans.Vpc("b"), Plans.Vpc("B"), Plans.Vpc("a") with
        {
            Inputs = new([new("b", PlanValue.Null), new("B", PlanValue.Null), new("a", PlanValue.Null)]),
        }));

        Assert.Equal(["Vpc::B", "Vpc::a", "Vpc::b"], Plans.Of(Plans.Vpc("b"), Plans.Vpc("a"), Plans.Vpc("B")).Resources.Select(r => r.Urn[^6..]));
        Assert.True(json.IndexOf("\"B\": null", StringComparison.Ordinal) < json.IndexOf("\"a\": null", StringComparison.Ordinal));
        Assert.True(json.IndexOf("\"a\": null", StringComparison.Ordinal) < json.IndexOf("\"b\": null", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_EndsWithOneLineFeed_AndUsesNoOther()
    {
        var json = Text(Plans.Of(Plans.Vpc("a")));

        Assert.EndsWith("}\n", json, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', json);
    }

    [Fact]
    public void Write_ShowsASecret_OnlyByItsReference()
    {
        var json = Text(Plans.Of(Plans.Vpc("a") with { Inputs = new([new("psk", new PlanValue.SecretValue("config:mesh:psk"))]) }));

        Assert.Contains("\"psk\": {\n          \"secret\": {\n            \"ref\": \"config:mesh:psk\"", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "line 1: must be JSON")]
    [InlineData("[]", "must be an object")]
    [InlineData("{}", "schemaVersion: must be there")]
    [InlineData("""{"schemaVersion": 2}""", "schemaVersion: must be 1; write the plan again with this version of the preview")]
    public void Rejects_WhatIsNoPlan(string text, string message) => Assert.Equal(message, Refusal(text));

    [Theory]
    [InlineData("\"name\": \"dev\"", "\"name\": \"dev\", \"age\": 1", "stack.age: is not part of a plan of this version")]
    [InlineData("\"name\": \"dev\"", "\"name\": 1", "stack.name: must be a text")]
    [InlineData("\"op\": \"create\"", "\"op\": \"destroy\"", "changes[0].op: must be create, import, read, update, replace, delete or rename")]
    [InlineData("\"cost\": null", "\"cost\": 1", "cost: must be an object")]
    [InlineData("\"timeline\": null", "\"timeline\": {}", "timeline.criticalPathSeconds: must be there")]
    [InlineData("\"network\": null", "\"network\": 1", "network: must be an object")]
    [InlineData("\"protected\": 0", "\"protected\": 7", "summary: must be the counts of the plan itself")]
    [InlineData("\"cidrBlock\": \"10.0.0.0/16\"", "\"a\": 1, \"a\": 2", "resources[0].inputs: must be an object whose keys stand there once each")]
    [InlineData("\"cidrBlock\": \"10.0.0.0/16\"", "\"a\": {\"secret\": {\"plain\": \"x\"}}", "resources[0].inputs.a.secret.ref: must be there")]
    public void Rejects_APlan_WithOneThingWrong(string right, string wrong, string message)
    {
        var json = Text(Plans.Of(Plans.Vpc("a")));
        Assert.Contains(right, json, StringComparison.Ordinal);

        Assert.Equal(message, Refusal(json.Replace(right, wrong, StringComparison.Ordinal)));
    }

    private static string Text(PlanDocument plan) => Encoding.UTF8.GetString(PlanWriter.Write(plan).Span);

    private static string Refusal(string json) =>
        Assert.Throws<InvalidPlanException>(() => PlanReader.Read(Encoding.UTF8.GetBytes(json))).Message;
}
