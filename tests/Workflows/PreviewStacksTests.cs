namespace CrossCloudMesh.Tests.Workflows;

/// <summary>What the untrusted run asks of the two programs, and what becomes of a stack that one of them cannot preview.</summary>
public sealed class PreviewStacksTests : IDisposable
{
    private readonly Script script = new();

    /// <summary>Stands for <c>dotnet</c>: notes each call with its checkout, writes what it is asked to write, and ends as the test says.</summary>
    public PreviewStacksTests() => script.Pretend(
        "dotnet",
        """
        checkout=$(basename "$PWD")
        printf '%s: %s\n' "$checkout" "${*#"$FAKE"/}" | sed "s#$FAKE/##g; s#run --project preview --configuration Release --no-build -- ##" >> "$FAKE/calls"
        if [ "$1" = build ]; then [ ! -f "$FAKE/$checkout-does-not-build" ]; exit; fi
        shift 7
        case "$1 $*" in
          comment*) shift; printf 'one comment of %s\n' "$(cd "$FAKE/out/plans" && echo *)"; exit 0 ;;
        esac
        answer="$FAKE/answers/$checkout-$1"
        for word in "$@"; do [ "$word" != --base ] || [ ! -f "$answer-compared" ] || answer=$answer-compared; done
        code=0; [ ! -f "$answer" ] || code=$(cat "$answer")
        case " $* " in *" --format md "*) code=0 ;; esac
        if [ "$code" -eq 0 ] || [ "$code" -eq 5 ]; then while [ $# -gt 1 ] && [ "$1" != --out ]; do shift; done; echo made > "$2"; else echo "$1 is wrong" >&2; fi
        exit "$code"
        """);

    public void Dispose() => script.Dispose();

    [RunnerFact]
    public void EveryStack_IsPreviewedByBoth_AndCompared()
    {
        Stacks("base", "dev", "prod");
        Stacks("head", "dev", "prod");

        var (code, _) = Run();

        Assert.Equal(0, code);
        Assert.Equal("one comment of dev.json prod.json\n", script.Read("out/comment.md"));
        Assert.Contains(
            """
            base: dev --format json --fail-on never --out out/base/dev.json
            head: dev --format json --base out/base/dev.json --out out/plans/dev.json
            head: dev --format md --base out/base/dev.json --fail-on never --out out/reports/dev.md

            """.ReplaceLineEndings("\n"),
            script.Read("calls"),
            StringComparison.Ordinal);
    }

    [RunnerFact]
    public void NewStack_IsAFirstDeployment()
    {
        Stacks("base", "dev");
        Stacks("head", "dev", "new");

        Assert.Equal(0, Run().Code);
        Assert.Contains("head: new --format json --out out/plans/new.json\n", script.Read("calls"), StringComparison.Ordinal);
    }

    [RunnerFact]
    public void StackThatIsGone_IsTold()
    {
        Stacks("base", "dev", "old");
        Stacks("head", "dev");

        Assert.Equal(0, Run().Code);
        Assert.Equal("one comment of dev.json old.txt\n", script.Read("out/comment.md"));
        Assert.StartsWith("stacks/Pulumi.old.yaml is gone", script.Read("out/plans/old.txt"), StringComparison.Ordinal);
    }

    [RunnerTheory]
    [InlineData("base-dev", 4)]
    [InlineData("head-dev-compared", 2)]
    public void BaseOfNoUse_IsLeftOut(string answer, int code)
    {
        Stacks("base", "dev");
        Stacks("head", "dev");
        script.Write($"answers/{answer}", $"{code}");

        Assert.Equal(0, Run().Code);
        Assert.Contains("head: dev --format json --out out/plans/dev.json\nhead: dev --format md --fail-on never", script.Read("calls"), StringComparison.Ordinal);
    }

    [RunnerFact]
    public void BaseThatDoesNotBuild_IsLeftOut()
    {
        Stacks("base", "dev");
        Stacks("head", "dev");
        script.Write("base-does-not-build", "");

        Assert.Equal(0, Run().Code);
        Assert.DoesNotContain("--base", script.Read("calls"), StringComparison.Ordinal);
    }

    [RunnerFact]
    public void HeadThatDoesNotBuild_EndsTheRun()
    {
        Stacks("base", "dev");
        Stacks("head", "dev");
        script.Write("head-does-not-build", "");

        Assert.NotEqual(0, Run().Code);
        Assert.False(File.Exists(Path.Combine(script.Folder, "out", "comment.md")));
    }

    /// <summary>Findings make the check red, a failure more so; the comment is written all the same.</summary>
    [RunnerTheory]
    [InlineData(0, 0, 0, "dev.json prod.json")]
    [InlineData(5, 0, 5, "dev.json prod.json")]
    [InlineData(4, 5, 4, "dev.txt prod.json")]
    [InlineData(5, 2, 4, "dev.json prod.txt")]
    public void Run_EndsAsItsWorstStack_AndTellsAll(int dev, int prod, int code, string told)
    {
        Stacks("base", "dev", "prod");
        Stacks("head", "dev", "prod");
        script.Write("answers/head-dev", $"{dev}");
        script.Write("answers/head-prod", $"{prod}");

        Assert.Equal(code, Run().Code);
        Assert.Equal($"one comment of {told}\n", script.Read("out/comment.md"));
    }

    /// <summary>The name of a file comes from a stranger, and becomes an argument.</summary>
    [RunnerFact]
    public void FileWithAnOddName_IsNoStack()
    {
        Stacks("base", "dev");
        Stacks("head", "dev", "--out", "$(touch pwned)", "a b");

        Assert.Equal(0, Run().Code);
        Assert.Equal("one comment of dev.json\n", script.Read("out/comment.md"));
    }

    private void Stacks(string checkout, params string[] names)
    {
        foreach (var name in names)
        {
            script.Write($"{checkout}/stacks/Pulumi.{name}.yaml", "config: {}\n");
        }
    }

    private (int Code, string Said) Run()
    {
        var (code, said, error) = script.Run("preview-stacks.sh", new Dictionary<string, string>(StringComparer.Ordinal) { ["FAKE"] = script.Folder }, ["base", "head", "out"]);
        return (code, said + error);
    }
}
