using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Preview.Reports.Markdown;
using CrossCloudMesh.Tests.Plan;
using CrossCloudMesh.Tests.Plan.Diff;
using FsCheck;
using FsCheck.Fluent;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using static CrossCloudMesh.Tests.Plan.Diff.Parts;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>The one comment for all stacks: what it says first, that it always fits, and that no stack is lost from it.</summary>
public class CommentReportTests
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().Build();

    [Fact]
    public void Looks_LikeThis() => Assert.StartsWith(
        """
        <!-- preview of all stacks -->
        ### Stop: broken, prod. Fine: staging. Nothing changes: dev

        | stack | verdict | resources | a month, fixed |
        | --- | --- | --- | ---: |
        | `broken` | **Stop**: its preview fails |  |  |
        | `prod` | **Stop**: 1 protected resource would be lost, so the update stops, 1 error, 1 resource replaced, 1 resource deleted, 1 resource protected no longer | 1 to create, 1 to delete, 1 to rename, 2 to replace, 2 to update, 1 stays as it is |  |
        | `staging` | **Fine**: nothing is lost, and nothing stands against it | 1 to create, 1 stays as it is |  |
        | `dev` | **Nothing changes**: what is deployed stays as it is | 1 stays as it is |  |

        <details open>
        <summary>broken: Stop, its preview fails</summary>

        ```text
        sites.aws-east.zones: must name three zones
        ```

        </details>

        <details open>
        <summary>prod: Stop, 1 protected resource would be lost, so the update stops, 1 error, 1 resource replaced, 1 resource deleted, 1 resource protected no longer</summary>

        **Look at these first**

        """.ReplaceLineEndings("\n"),
        CommentReport.Of(
        [
            StackComment.Of(Named("dev", PlanComparison.Of(Plans.Of(Of(Vpc, "a")), Plans.Of(Of(Vpc, "a"))))),
            StackComment.OfFailure("broken", "sites.aws-east.zones: must name three zones\n"),
            StackComment.Of(Named("staging", PlanComparison.Of(Plans.Of(Of(Vpc, "a")), Plans.Of(Of(Vpc, "a"), Of(Vpc, "b"))))),
            StackComment.Of(Named("prod", DiffReportTests.Compared())),
        ]));

    [Fact]
    public void Stack_ThatStaysAsItIs_HasItsRowAndNoMore()
    {
        var told = CommentReport.Of([StackComment.Of(Named("dev", PlanComparison.Of(Plans.Of(Of(Vpc, "a")), Plans.Of(Of(Vpc, "a")))))]);

        Assert.Contains("| `dev` |", told, StringComparison.Ordinal);
        Assert.DoesNotContain("<details", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 10_000)]
    [InlineData(4, 10)]
    [InlineData(4, 1_000)]
    [InlineData(4, 10_000)]
    [InlineData(60, 100)]
    [InlineData(300, 10)]
    public void Fits_WhateverItsPlansHold_AndKeepsEveryVerdict(int stacks, int resources)
    {
        var before = Enumerable.Range(0, resources).Select(index => Of(Vpc, $"vpc-{index}", ("cidrBlock", Text("10.0.0.0/16")))).ToList();
        var after = before.Select(each => each with { Inputs = new([new("cidrBlock", Text("10.1.0.0/16"))]) });
        var plan = PlanComparison.Of(Plans.Of(before), Plans.Of(after));

        var told = CommentReport.Of(Enumerable.Range(0, stacks).Select(index => StackComment.Of(Named($"stack-{index:000}", plan))));

        Assert.InRange(told.Length, 1, MarkdownReport.MostCharacters);
        Assert.StartsWith($"{CommentReport.Marker}\n### Look first: stack-000", told, StringComparison.Ordinal);
        Assert.Equal(Math.Min(stacks, 100), told.Split($"**Look first**: {resources} resources replaced").Length - 1);
        Assert.Equal(stacks > 100, told.Contains($"_And {stacks - 100} more stacks._", StringComparison.Ordinal));
        AssertWhole(told);
    }

    [Fact]
    public void Room_ThatOneStackLeaves_GoesToTheOthers()
    {
        var few = PlanComparison.Of(Plans.Of(Of(Vpc, "a")), Plans.Of());
        var many = PlanComparison.Of(Plans.Of(Many(10)), Plans.Of(Many(11)));

        var told = CommentReport.Of([StackComment.Of(Named("few", few)), StackComment.Of(Named("many", many)), StackComment.Of(Named("none", few))]);

        Assert.InRange(told.Length, MarkdownReport.MostCharacters * 3 / 4, MarkdownReport.MostCharacters);
        Assert.Equal(2, told.Split("does not fit into a comment").Length);
        Assert.Contains("-- many` tells all", told, StringComparison.Ordinal);

        static IEnumerable<PlannedResource> Many(int first) =>
            Enumerable.Range(0, 5_000).Select(index => Of(Vpc, $"vpc-{index}", ("cidrBlock", Text($"{first}.{index / 256}.{index % 256}.0/24"))));
    }

    [Fact]
    public void Fits_AndStaysWhole_ForAnyPlans() => Prop.ForAll(Gen.ListOf(Plans.Any).ToArbitrary(), plans =>
    {
        var told = CommentReport.Of(plans.Select((plan, index) => StackComment.Of(Named($"stack-{index}", plan))));
        Assert.InRange(told.Length, 1, MarkdownReport.MostCharacters);
        Assert.StartsWith("###", told.Split('\n')[1], StringComparison.Ordinal);
        AssertWhole(told);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void NothingInAPlan_IsTakenForMarkdown()
    {
        const string Name = "a`b` | </details> ```` [x](http://evil.example) https://evil.example www.evil.example @everyone <img src=x>";
        var told = CommentReport.Of(
        [
            StackComment.OfFailure(Name, "```\n</details>\n<img src=x> " + new string('x', 100_000)),
            StackComment.Of(Named(Name, PlanComparison.Of(Plans.Of(Of(Vpc, Name, ("tags", Text("```\n</details>")))), Plans.Of()))),
        ]);

        Assert.InRange(told.Length, 1, MarkdownReport.MostCharacters);
        AssertWhole(told);
        var rows = Markdown.Parse(told, GitHub).Descendants<TableRow>().ToList();
        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.Equal(4, row.Count));
    }

    private static void AssertWhole(string told)
    {
        var page = Markdown.Parse(told, GitHub);
        Assert.Empty(page.Descendants<LinkInline>());
        Assert.Empty(page.Descendants<HtmlInline>());
        Assert.DoesNotContain(page.Descendants<FencedCodeBlock>(), block => block.ClosingFencedCharCount < 3);
        var html = page.Descendants<HtmlBlock>().SelectMany(block => block.Lines.ToString().Split('\n')).Where(line => line.Length > 0).ToList();
        Assert.Equal(html.Count(line => line is "<details>" or "<details open>"), html.Count(line => line is "</details>"));
        Assert.All(html, line => Assert.Matches("^(<details( open)?>|</details>|<summary>[^<>]*</summary>|<!-- preview of all stacks -->)$", line));
    }

    private static PlanDocument Named(string stack, PlanDocument plan) => plan with { Stack = new("mesh", stack) };
}
