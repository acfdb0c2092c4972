using System.Text;
using System.Xml.Linq;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Pictures;
using CrossCloudMesh.Preview.Reports;
using CrossCloudMesh.Tests.Plan;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>What <c>--format html</c> and <c>--format svg</c> make of each stack.</summary>
[Collection(Evaluations.Name)]
public class PageTests
{
    private static readonly string[] Sections = ["topology", "findings", "network", "mesh", "resources", "cost", "time", "not-asked"];

    [Theory]
    [MemberData(nameof(ShippedStackTests.Stacks), MemberType = typeof(ShippedStackTests))]
    public async Task Page_HasEveryPart_AndNeedsNothingButItself(string stack)
    {
        var plan = await ShippedPlan.OfAsync(stack);
        var page = Page(plan);

        Assert.Equal(stack == "fintrust", page.Descendants(XName.Get("h3", Html)).Any(head => head.Value.StartsWith("Every client", StringComparison.Ordinal)));
        Assert.Equal(Sections.Where(id => id != "network" || plan.Network is not null), page.Descendants(XName.Get("section", Html)).Select(section => (string?)section.Attribute("id")));
        Assert.All(page.Descendants(XName.Get("section", Html)), section => Assert.NotEmpty(section.Element(XName.Get("div", Html))!.Value));
        Selfcontained(page);
    }

    [Theory]
    [MemberData(nameof(ShippedStackTests.Stacks), MemberType = typeof(ShippedStackTests))]
    public async Task Pictures_AreLegible(string stack)
    {
        var plan = await ShippedPlan.OfAsync(stack);

        Legible.Map(plan);
        Legible.Schedule(plan.Timeline!);
        Assert.Equal(stack == "fintrust", TopologySvg.Draw(plan).Contains("bridge, 2 calls", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ShippedStackTests.Stacks), MemberType = typeof(ShippedStackTests))]
    public async Task Schedule_FitsThePage_AndIsWholeInFullDetailOnly(string stack)
    {
        var plan = await ShippedPlan.OfAsync(stack);
        string[] Lines(Detail detail) => Encoding.UTF8.GetString(Report.Of("text").Render(plan, new(detail, IsColored: false, IsUnicode: true)).Span).Split('\n');

        var (usual, full) = (Schedule(Lines(Detail.Changes)), Schedule(Lines(Detail.Full)));

        Assert.All(full, line => Assert.InRange(line.Length, 0, 96));
        Assert.All(full, line => Assert.Equal(line.TrimEnd(), line));
        Assert.Equal(plan.Timeline!.Lanes.Count + 2, full.Length - usual.Length);
    }

    [Fact]
    public async Task Picture_OfDev_IsThis() => Repository.Golden.Equal("dev.topology.svg", TopologySvg.Draw(await ShippedPlan.OfAsync("dev")));

    internal const string Html = "http://www.w3.org/1999/xhtml";

    internal static XDocument Page(PlanDocument plan)
    {
        var text = Text(plan);
        Assert.StartsWith("<!DOCTYPE html>\n<html ", text, StringComparison.Ordinal);
        return XDocument.Parse(text);
    }

    internal static string Text(PlanDocument plan) => Encoding.UTF8.GetString(Report.Of("html").Render(plan, new(Detail.Changes, IsColored: false, IsUnicode: true)).Span);

    /// <summary>No script, nothing that is fetched, no link but within the page, and a policy that would stop them all.</summary>
    internal static void Selfcontained(XDocument page)
    {
        string[] allowed =
        [
            "a", "body", "caption", "code", "dd", "desc", "details", "div", "dl", "dt", "figure", "footer", "h1", "h2", "h3", "head", "header", "html", "li", "link", "main", "meta", "nav",
            "ol", "p", "path", "pre", "rect", "section", "span", "strong", "style", "summary", "svg", "table", "tbody", "td", "text", "tfoot", "th", "thead", "title", "tr", "ul",
        ];
        Assert.Empty(page.Descendants().Select(element => element.Name.LocalName).Distinct().Except(allowed));
        var policy = page.Descendants(XName.Get("meta", Html)).Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy");
        Assert.StartsWith("default-src 'none'; style-src 'unsafe-inline';", (string?)policy.Attribute("content"), StringComparison.Ordinal);
        Assert.All(page.Descendants().Attributes("href"), href => Assert.True(href.Value.StartsWith('#') || href.Value == "data:,", href.Value));
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        string[] told = ["title", "aria-label"];
        Assert.DoesNotContain(
            page.Descendants().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && !told.Contains(attribute.Name.LocalName)),
            attribute => attribute.Value.Contains("//", StringComparison.Ordinal) || attribute.Value.Contains("url(", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(page.Descendants().Attributes("http-equiv"), kind => kind.Value != "Content-Security-Policy");
        Assert.DoesNotContain(page.Descendants().Where(element => element.Name.LocalName == "style"), style => Array.Exists(
            ["//", "url(", "image-set(", "@import"], word => style.Value.Contains(word, StringComparison.OrdinalIgnoreCase)));
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(page.Descendants().Attributes("aria-labelledby").SelectMany(label => label.Value.Split(' ')), id => Assert.Contains(id, ids));
        Assert.All(page.Descendants(XName.Get("table", Html)), table => Assert.NotEmpty(table.Element(XName.Get("caption", Html))!.Value));
    }

    /// <summary>All that is told of time, up to what is told next.</summary>
    private static string[] Schedule(string[] lines) =>
        [.. lines.SkipWhile(line => !line.StartsWith("  up takes", StringComparison.Ordinal)).TakeWhile(line => !line.StartsWith("  costs", StringComparison.Ordinal))];
}
