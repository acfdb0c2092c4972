using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CrossCloudMesh.Tests.Repository;

/// <summary>Every link and picture of every page leads to a file of this repository, and to a heading of it where it names one.</summary>
public sealed partial class DocLinksTests
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    public static TheoryData<string> Pages =>
    [
        .. new[] { "docs", "bench", "offline" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(ProjectRoot.Path, folder), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(ProjectRoot.Path, "*.md"))
            .Select(file => Path.GetRelativePath(ProjectRoot.Path, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryLink_LeadsSomewhere(string page)
    {
        var text = File.ReadAllText(Path.Combine(ProjectRoot.Path, page));
        Assert.All(Targets(text).Where(target => !target.Contains("://", StringComparison.Ordinal)), target => Assert.True(Leads(page, target), target));
    }

    [Theory]
    [InlineData("[a](nowhere.md)")]
    [InlineData("[a](README.md#nowhere)")]
    [InlineData("[a](#nowhere)")]
    [InlineData("<img src=\"docs/pictures/nowhere.png\">")]
    public void Link_ThatLeadsNowhere_IsFound(string text) => Assert.False(Leads("README.md", Targets(text).Single()));

    private static IEnumerable<string> Targets(string text)
    {
        var page = Markdown.Parse(text, GitHub);
        var html = page.Descendants<HtmlInline>().Select(inline => inline.Tag).Concat(page.Descendants<HtmlBlock>().Select(block => block.Lines.ToString()));
        return page.Descendants<LinkInline>().Select(link => link.Url!).Concat(html.SelectMany(tag => Source().Matches(tag)).Select(source => source.Groups["target"].Value));
    }

    private static bool Leads(string page, string target)
    {
        var (file, heading) = target.Split('#') is [var before, var after] ? (before, after) : (target, null);
        var path = file.Length == 0 ? Path.Combine(ProjectRoot.Path, page) : Path.Combine(ProjectRoot.Path, Path.GetDirectoryName(page)!, file);
        return heading is null ? File.Exists(path) || Directory.Exists(path)
            : File.Exists(path) && Markdown.Parse(File.ReadAllText(path), GitHub).Descendants<HeadingBlock>().Any(block => block.GetAttributes().Id == heading);
    }

    [GeneratedRegex("(?:src|srcset)=\"(?<target>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Source();
}
