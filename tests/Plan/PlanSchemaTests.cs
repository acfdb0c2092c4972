using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Tests.Repository;
using FsCheck;
using FsCheck.Fluent;
using NJsonSchema;

namespace CrossCloudMesh.Tests.Plan;

public class PlanSchemaTests
{
    private static readonly JsonSchema Schema =
        JsonSchema.FromFileAsync(Path.Combine(ProjectRoot.Path, "docs", "plan.schema.json")).GetAwaiter().GetResult();

    [Fact]
    public void Accepts_AnyPlan() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(50), Prop.ForAll(Plans.Any.ToArbitrary(), plan => Problems(Text(plan)).Length == 0));

    [Theory]
    [InlineData("\"name\": \"dev\"", "\"name\": \"dev\", \"age\": 1")]
    [InlineData("\"op\": \"create\"", "\"op\": \"destroy\"")]
    [InlineData("\"cost\": null", "\"cost\": {}")]
    [InlineData("\"custom\": true,", "")]
    [InlineData("\"cidrBlock\": \"10.0.0.0/16\"", "\"a\": {\"secret\": {\"plain\": \"x\"}}")]
    [InlineData("\"cidrBlock\": \"10.0.0.0/16\"", "\"a\": {\"unknown\": false}")]
    public void Rejects_WhatTheReaderRejects(string right, string wrong)
    {
        var json = Text(Plans.Of(Plans.Vpc("a")));
        Assert.Contains(right, json, StringComparison.Ordinal);
        Assert.Empty(Problems(json));

        Assert.NotEmpty(Problems(json.Replace(right, wrong, StringComparison.Ordinal)));
    }

    private static string Text(PlanDocument plan) => Encoding.UTF8.GetString(PlanWriter.Write(plan).Span);

    private static string[] Problems(string json) => [.. Schema.Validate(json).Select(e => e.ToString())];
}
