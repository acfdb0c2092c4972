using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Preview.Reports;
using CrossCloudMesh.Preview.Reports.Markdown;
using CrossCloudMesh.Tests.Plan;
using CrossCloudMesh.Tests.Plan.Diff;
using FsCheck;
using FsCheck.Fluent;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using static CrossCloudMesh.Tests.Plan.Diff.Parts;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>The comment of a pull request: what it says first, that it always fits, and that nothing in a plan can break it.</summary>
public class MarkdownReportTests
{
    private const string Canary = "canary-7f3a";

    [Fact]
    public void Looks_LikeThis() => Assert.StartsWith(
        """
        <!-- preview of mesh/dev -->
        ### Stop: 1 protected resource would be lost, so the update stops, 1 error, 1 resource replaced, 1 resource deleted, 1 resource protected no longer

        `dev` of mesh: 1 to create, 1 to delete, 1 to rename, 2 to replace, 2 to update, 1 stays as it is

        **Look at these first**

        - **replace** `Vpc net`: refused: it is protected, so the update stops here; replaced: cidrBlock changes; 1 resource depends on it
        - **replace** `RouteTable table`: replaced: vpcId follows the replacement of Vpc net; nothing depends on it
        - **delete** `Vpc old`: the old one stays in the cloud, and the engine forgets it; nothing depends on it

        **Findings**

        - **error** `protected-loss` `Vpc net`: is protected, and this update would replace it, because of cidrBlock. To mend it: take the change back; if it is meant, set lifecycle.protect to false and deploy that alone first

        <details>
        <summary>Every change, place by place</summary>

        ```text
          look at these first

        """.ReplaceLineEndings("\n"),
        Told(DiffReportTests.Compared()));

    [Theory]
    [InlineData("nothing", "### Nothing changes: what is deployed stays as it is")]
    [InlineData("new", "### Fine: nothing is lost, and nothing stands against it")]
    [InlineData("first", "### Fine: all of it is new, and nothing stands against it")]
    [InlineData("lost", "### Look first: 1 resource deleted")]
    public void Verdict_IsTheFirstLine(string change, string verdict)
    {
        var (one, two) = (Of(Vpc, "a"), Of(Vpc, "b"));
        var plan = change switch
        {
            "first" => Plans.Of(one),
            "new" => PlanComparison.Of(Plans.Of(one), Plans.Of(one, two)),
            "lost" => PlanComparison.Of(Plans.Of(one, two), Plans.Of(one)),
            _ => PlanComparison.Of(Plans.Of(one), Plans.Of(one)),
        };

        Assert.Equal(verdict, Told(plan).Split('\n')[1]);
    }

    [Fact]
    public void Many_ThatAreAlike_AreToldTogether_ThoseThatStopTheUpdateFirst()
    {
        var gone = Enumerable.Range(0, 200).Select(index => Of(Subnet, $"a-{index}")).Append(Of(Vpc, "kept").With(new() { Protect = true }));
        var lines = Told(PlanComparison.Of(Plans.Of(gone), Plans.Of())).Split('\n').Where(line => line.StartsWith("- **delete**", StringComparison.Ordinal)).ToList();

        Assert.Equal(
            """
            - **delete** `Vpc kept`: refused: it is protected, so the update stops here; nothing depends on it
            - **delete** 200 `Subnet`: nothing depends on them (`a-0`, `a-1`, `a-10`, `a-100` and 196 more)
            """.ReplaceLineEndings("\n"),
            string.Join('\n', lines));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void Fits_WhateverItsPlanHolds_AndKeepsTheVerdict(int resources)
    {
        var before = Enumerable.Range(0, resources).Select(index => Of(Vpc, $"vpc-{index}", ("cidrBlock", Text($"10.{index / 256}.{index % 256}.0/24")))).ToList();
        var after = before.Select((each, index) => each with { Inputs = new([new("cidrBlock", Text($"11.{index / 256}.{index % 256}.0/24"))]) });
        foreach (var plan in new[] { Plans.Of(before), PlanComparison.Of(Plans.Of(before), Plans.Of(after)), PlanComparison.Of(Plans.Of(before), Plans.Of()) })
        {
            var told = Told(plan);
            Assert.InRange(told.Length, 1, MarkdownReport.MostCharacters);
            Assert.StartsWith(MarkdownReport.MarkerOf(plan.Stack) + "\n### ", told, StringComparison.Ordinal);
        }

        // So many replacements cannot all be told; so few can.
        var replaced = Told(PlanComparison.Of(Plans.Of(before), Plans.Of(after)));
        Assert.Equal(resources > 10, replaced.Contains("does not fit into a comment", StringComparison.Ordinal));
        Assert.Equal(resources > 10, replaced.Contains(" more\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Fits_AndStaysWhole_ForAnyPlan() => Prop.ForAll(Plans.Any.ToArbitrary(), plan =>
    {
        var told = Told(plan);
        Assert.InRange(told.Length, 1, MarkdownReport.MostCharacters);
        var page = Markdown.Parse(told);
        Assert.StartsWith("###", told.Split('\n')[1], StringComparison.Ordinal);
        Assert.Equal(told.Split("\n<details>\n").Length, told.Split("\n</details>\n").Length);
        Assert.Empty(page.Descendants<LinkInline>());
        Assert.Empty(page.Descendants<HtmlInline>());
        Assert.DoesNotContain(page.Descendants<FencedCodeBlock>(), block => block.ClosingFencedCharCount < 3);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void NothingInAPlan_IsTakenForMarkdown()
    {
        const string Name = "a`b` </details> ```` [x](http://evil.example) @everyone <img src=x>";
        var told = Told(PlanComparison.Of(Plans.Of(Of(Vpc, Name, ("tags", Text("```\n</details>")))), Plans.Of()));
        var page = Markdown.Parse(told);
        Assert.Empty(page.Descendants<LinkInline>());
        Assert.Empty(page.Descendants<HtmlInline>());
        Assert.Contains(page.Descendants<CodeInline>(), code => code.Content.Contains("</details>", StringComparison.Ordinal));
        Assert.Equal(told.Split("\n<details>\n").Length, told.Split("\n</details>\n").Length);
    }

    [Fact]
    public void NeverHoldsASecret() => Assert.DoesNotContain(Canary, Told(DiffReportTests.Compared(), Detail.Full), StringComparison.Ordinal);

    [Fact]
    public void Summary_FoldsNothing() => Assert.DoesNotContain("<details>", Told(DiffReportTests.Compared(), Detail.Summary), StringComparison.Ordinal);

    private static string Told(PlanDocument plan, Detail detail = Detail.Changes) =>
        Encoding.UTF8.GetString(Report.Of("md").Render(plan, new(detail, IsColored: false, IsUnicode: true)).Span);
}
