using System.Diagnostics;
using System.Text;
using CrossCloudMesh.Preview.Reports.Markdown;
using CrossCloudMesh.Tests.Preview;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CrossCloudMesh.Tests.Workflows;

/// <summary>What becomes of Markdown from strangers.</summary>
public class HarmlessTests
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().Build();

    public static TheoryData<string> Scripts => [.. Directory.GetFiles(Path.GetDirectoryName(Script.PathOf("any"))!).Select(file => Path.GetFileName(file))];

    [RunnerTheory]
    [MemberData(nameof(Scripts))]
    public void Script_IsBash(string name)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-n", Script.PathOf(name)]) { UseShellExecute = false, RedirectStandardError = true })!;
        Assert.Equal("", bash.StandardError.ReadToEnd());
        bash.WaitForExit();
        Assert.Equal(0, bash.ExitCode);
        Assert.Contains("\nset -euo pipefail\n", File.ReadAllText(Script.PathOf(name)), StringComparison.Ordinal);
    }

    [RunnerTheory]
    [InlineData("<img src=https://evil.example/pixel.png>", "<|img src=https:|//evil.example/pixel.png>")]
    [InlineData("text <details>", "text <|details>")]
    [InlineData("<details>", "<details>")]
    [InlineData("<details open>", "<details open>")]
    [InlineData("<details ontoggle=x>", "<|details ontoggle=x>")]
    [InlineData("<summary>dev: <b>fine</b></summary>", "<|summary>dev: <|b>fine<|/b><|/summary>")]
    [InlineData("<summary>dev for @everyone</summary>", "<summary>dev for @|everyone</summary>")]
    [InlineData("ask @platform-team, see #12, GH-12 and a&commat;b &#64;c &#x40;d", "ask @|platform-team, see #|12, GH|-12 and a&|commat;b &|#|64;c &|#x40;d")]
    [InlineData("[look](http://evil.example) ![seen][x]", "[look]|(http:|//evil.example) ![seen]|[x]")]
    [InlineData("[x]: javascript:alert(1)", "[x]|: javascript:alert(1)")]
    [InlineData("www.evil.example WWW.evil.example http:\\//evil.example", "www|.evil.example WWW|.evil.example http:|\\//evil.example")]
    [InlineData("<!-- preview-comment head=0 run=9 attempt=9 -->", "<|!-- preview-comment head=0 run=9 attempt=9 -->")]
    [InlineData("a\u0001b\u0002<summary>\u001b[31m", "ab<|summary>[31m")]
    [InlineData("### Stop: prod | `code` **bold** ± é 日本 😀", "### Stop: prod | `code` **bold** ± é 日本 😀")]
    public void Leaves_Nothing_ThatActs(string text, string made) => Assert.Equal(made + "\n", Harmless(text + "\n").Replace("\u2060", "|", StringComparison.Ordinal));

    [RunnerFact]
    public void Drops_RemarksThatNobodySees() => Assert.Equal("### Fine\n", Harmless("<!-- preview of all stacks -->\n### Fine\n"));

    [RunnerFact]
    public void Drops_WhatIsNoText()
    {
        using var script = new Script();
        Assert.Equal("ab\n", script.Run("harmless.sh", new Dictionary<string, string>(StringComparer.Ordinal), [], [(byte)'a', 0xFF, 0xC3, 0, (byte)'b', (byte)'\n']).Out);
    }

    /// <summary>What the preview itself writes has nothing to hide: folding, tables, lists and code come through.</summary>
    [RunnerFact]
    public void Keeps_WhatThePreviewWrites()
    {
        var told = CommentReport.Of([StackComment.OfFailure("broken", "links.edge: no such site"), StackComment.Of(DiffReportTests.Compared())]);

        Assert.Equal(told[(told.IndexOf('\n', StringComparison.Ordinal) + 1)..], Harmless(told));
    }

    [RunnerFact]
    public void Leaves_NoLink_InAnyText()
    {
        string[] words = ["[a]", "(b)", "](", "<", ">", "http://x.example", "www.x.example", "@me", "#1", "\n", "\n\n", "`", "\\", "!", ":", "&lt;", "[a]: http://x", "[a\nb]: /x", " ", "details", "/"];
        var random = new Random(7);
        var page = Markdown.Parse(Harmless(string.Concat(Enumerable.Range(0, 10_000).Select(_ => words[random.Next(words.Length)]))), GitHub);

        Assert.Empty(page.Descendants<LinkInline>());
        Assert.Empty(page.Descendants<AutolinkInline>());
        Assert.Empty(page.Descendants<HtmlInline>());
    }

    private static string Harmless(string text)
    {
        using var script = new Script();
        var (code, made, error) = script.Run("harmless.sh", new Dictionary<string, string>(StringComparer.Ordinal), [], Encoding.UTF8.GetBytes(text));
        Assert.Equal((0, ""), (code, error));
        return made;
    }
}
