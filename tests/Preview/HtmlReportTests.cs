using System.Xml.Linq;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Tests.Plan;
using FsCheck;
using FsCheck.Fluent;
using static CrossCloudMesh.Tests.Plan.Diff.Parts;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>The page, whatever the plan: well formed, without a secret, and no larger than it must be.</summary>
public class HtmlReportTests
{
    private const string Canary = "canary-7f3a";
    private const string Hostile = "</style></title><script>alert(1)</script><img src=x onerror=alert(1)>\" onload=\"x' &amp; <!-- ]]> \u0000\u0007\ufffe";

    [Fact]
    public void Page_IsWellFormed_ForAnyPlan() => Prop.ForAll(Plans.Any.ToArbitrary(), plan => PageTests.Selfcontained(PageTests.Page(plan))).QuickCheckThrowOnFailure();

    [Fact]
    public void NothingInAPlan_IsTakenForMarkup()
    {
        var vpc = Of(Vpc, Hostile, ("tags", Text(Hostile)));
        var after = Plans.Of(Of(Vpc, Hostile + "2", ("tags", Text(Hostile))));
        var told = PlanComparison.Of(Plans.Of(vpc), after with
        {
            Stack = new(Hostile, Hostile),
            Findings = [new(Hostile, Severity.Error, vpc.Urn, Hostile, Hostile) { Evidence = [new(Hostile, Text(Hostile))] }, new(Hostile, Severity.Error, null, Hostile, Hostile) { Suppressed = new(Hostile, Hostile) }],
            Outputs = new([new(Hostile, Text(Hostile))]),
            Fidelity = new(true, [Hostile]),
        });

        var page = PageTests.Page(told);

        PageTests.Selfcontained(page);
        Assert.Contains("<script>alert(1)</script>", page.Descendants(XName.Get("h1", PageTests.Html)).Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_StandsFirst_AndInItWhatMayBeLost()
    {
        var page = PageTests.Page(DiffReportTests.Compared());
        var sections = page.Descendants(XName.Get("section", PageTests.Html)).ToList();

        Assert.Equal("changes", (string?)sections[0].Attribute("id"));
        Assert.Equal("Look at these first", sections[0].Descendants(XName.Get("h3", PageTests.Html)).First().Value);
        Assert.Equal(["replace", "Vpc net"], sections[0].Descendants(XName.Get("li", PageTests.Html)).First().Elements().Take(2).Select(element => element.Value));
        Assert.DoesNotContain(sections, section => (string?)section.Attribute("id") == "time");
        Assert.Contains("Stop", page.Descendants(XName.Get("strong", PageTests.Html)).First().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsLong_IsFolded_AndNoneOfItIsLost()
    {
        var findings = Enumerable.Range(0, 300).Select(place => new Finding("a-rule", place < 100 ? Severity.Error : Severity.Info, null, $"finding {place:000} here", "mend it"));
        var page = PageTests.Page(PlanComparison.Of(
            Plans.Of(Enumerable.Range(0, 200).Select(place => Of(Vpc, $"net-{place:000}", ("cidrBlock", Text($"10.{place}.0.0/16"))))),
            Plans.Of(Enumerable.Range(0, 200).Select(place => Of(Vpc, $"net-{place:000}", ("cidrBlock", Text($"11.{place}.0.0/16"))))) with { Findings = Sequence.Create<Finding>([.. findings]) }));
        XElement[] Items(string id) => [.. page.Descendants(XName.Get("section", PageTests.Html)).Single(section => (string?)section.Attribute("id") == id).Descendants(XName.Get("li", PageTests.Html))];
        static bool IsFolded(XElement item) => item.Ancestors(XName.Get("details", PageTests.Html)).Any();

        Assert.Equal(300, Items("findings").Length);
        Assert.Equal(40, Items("findings").Count(item => !IsFolded(item)));
        Assert.Contains("260 more, the worst of them: error", page.ToString(), StringComparison.Ordinal);
        Assert.Equal(200, Items("changes").Count(item => item.Value.Contains("Vpc net-", StringComparison.Ordinal)));
        Assert.InRange(Items("changes").Count(item => !IsFolded(item)), 20, 22);
    }

    [Fact]
    public void WhatIsLostAlike_IsOneItem_WithEachName()
    {
        var page = PageTests.Page(PlanComparison.Of(Plans.Of(Enumerable.Range(0, 30).Select(place => Of(Vpc, $"net-{place:00}"))), Plans.Of()));

        var item = Assert.Single(page.Descendants(XName.Get("li", PageTests.Html)), item => item.Value.Contains("30 Vpc", StringComparison.Ordinal));
        Assert.Contains("nothing depends on them", item.Value, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(0, 30), place => Assert.Contains($"net-{place:00}", item.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void APrintedPage_IsNotTakenForANarrowScreen_WhichShowsAMapInPart()
    {
        var style = PageTests.Page(Plans.Of()).Descendants(XName.Get("style", PageTests.Html)).First().Value;

        Assert.DoesNotContain("@media (", style.Replace("@media (prefers-color-scheme", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("@media screen and (max-width", style, StringComparison.Ordinal);
    }

    [Fact]
    public void NeverHoldsASecret() => Assert.DoesNotContain(Canary, PageTests.Text(DiffReportTests.Compared()), StringComparison.Ordinal);

    [Fact]
    public void Page_IsTheSameToTheByte_OnEveryRun() => Assert.Equal(PageTests.Text(DiffReportTests.Compared()), PageTests.Text(DiffReportTests.Compared()));

    [Fact]
    public void Page_GrowsWithItsPlan_AndNoFaster()
    {
        const int MostBytesEach = 100;
        static int Length(int resources) => PageTests.Text(Plans.Of(Enumerable.Range(0, resources).Select(index => Of("aws:ec2/route:Route", $"route-{index}", ("cidrBlock", Text("10.0.0.0/16")))))).Length;
        var (none, many, most) = (Length(0), Length(1_000), Length(10_000));

        Assert.InRange(most - none, 0, 10_000 * MostBytesEach);
        Assert.InRange(most - none, 0, 11 * (many - none));
    }
}
