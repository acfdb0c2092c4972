using System.Text;
using CrossCloudMesh.Preview.Commands.Bases;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>What <c>--base</c> does with what names a commit.</summary>
[Collection(Evaluations.Name)]
public sealed class CommitBaseTests : IDisposable
{
    private readonly CommitRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task OtherSettings_AreRunWithTheProgramAtHand_AndNothingIsBuilt()
    {
        var commit = repository.Commit();
        repository.Write("stacks/Pulumi.dev.yaml", "b");
        repository.Write("README.md", "text\n");

        Assert.Equal(7, await repository.PreviewAsync("--base", "main", "--expect-no-changes"));
        Assert.Contains($"compared with main ({commit[..7]}), 2 resources", repository.Output, StringComparison.Ordinal);
        Assert.Contains("\"a\" -> \"b\"", repository.Output, StringComparison.Ordinal);
        Assert.Contains("as much as before", repository.Output, StringComparison.Ordinal);
        Assert.Contains("warnings as before\n", repository.Output, StringComparison.Ordinal);
        Assert.Empty(repository.Calls);
        Assert.Equal("", repository.Error);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("main")]
    [InlineData("v1")]
    [InlineData("refs/heads/main")]
    public async Task Commit_IsFound_ByAnyOfItsNames(string name)
    {
        repository.Git("tag", "v1");

        Assert.Equal(0, await repository.PreviewAsync("--base", name, "--expect-no-changes"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OtherCode_IsBuiltOnce_AndKept(bool isTracked)
    {
        await repository.PreviewAsync("--format", "json", "--out", Path.Combine(repository.Root, "..", "plan.json"));
        var plan = await File.ReadAllBytesAsync(Path.Combine(repository.Root, "..", "plan.json"));
        repository.Built = () => new(0, plan, "");
        repository.Write(isTracked ? "preview/Preview.csproj" : "preview/New.cs", "<Project></Project>\n");

        Assert.Equal(0, await repository.PreviewAsync("--base", "HEAD", "--expect-no-changes"));
        Assert.Equal(["build", "run"], repository.Calls);
        Assert.Equal(0, await repository.PreviewAsync("--base", "main", "--expect-no-changes"));
        Assert.Equal(["build", "run"], repository.Calls);
        Assert.Single(Directory.GetFiles(Path.Combine(repository.Cache, "cross-cloud-mesh", "bases")));
    }

    [Fact]
    public async Task WorkingTree_IsLeftAsItIs_AndNothingStaysBehind()
    {
        repository.Write("preview/Preview.csproj", "<Project></Project>\n");
        var before = (repository.Git("status", "--porcelain"), repository.Git("worktree", "list"), Left());

        Assert.Equal(2, await repository.PreviewAsync("--base", "HEAD"));
        Assert.Equal(before, (repository.Git("status", "--porcelain"), repository.Git("worktree", "list"), Left()));

        static int Left() => Directory.GetDirectories(Path.GetTempPath(), "preview-base-*").Length;
    }

    [Fact]
    public async Task Stack_ThatACommitLacks_IsAllNew()
    {
        File.Delete(Path.Combine(repository.Root, "stacks", "Pulumi.dev.yaml"));
        var commit = repository.Commit();
        repository.Write("stacks/Pulumi.dev.yaml", "a");

        Assert.Equal(0, await repository.PreviewAsync("--base", "HEAD"));
        Assert.Contains($"compared with HEAD ({commit[..7]}), which has no such stack", repository.Output, StringComparison.Ordinal);
        Assert.Contains("+2 =0", repository.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_SaysWhichCommit()
    {
        var commit = repository.Commit();

        Assert.Equal(0, await repository.PreviewAsync("--base", "HEAD", "--format", "json"));
        Assert.Contains($"\"commit\": \"{commit}\"", repository.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BadSettings_OfTheBase_AreToldAsItsFault()
    {
        repository.Write("stacks/Pulumi.dev.yaml", "bad");
        var at = repository.Commit()[..7];
        repository.Write("stacks/Pulumi.dev.yaml", "good");

        Assert.Equal(2, await repository.PreviewAsync("--base", "HEAD"));
        Assert.Equal($"--base: the settings at HEAD ({at}) are at fault, not yours: stacks/Pulumi.dev.yaml:1: must be good\n", repository.Error);
    }

    [Fact]
    public async Task Build_ThatFails_IsToldAsTheBasesFault()
    {
        repository.Write("preview/Preview.csproj", "<Project></Project>\n");

        Assert.Equal(2, await repository.PreviewAsync("--base", "HEAD"));
        Assert.Equal(
            $"--base: HEAD ({repository.Git("rev-parse", "--short=7", "HEAD").Trim()}) does not build, whatever the working tree does; name a commit that builds, or a plan's file\n  a.cs(1,1): error CS1002: ; expected\n",
            repository.Error);
    }

    [Theory]
    [InlineData(2, "stacks/Pulumi.dev.yaml:1: must be good", "are at fault, not yours")]
    [InlineData(4, "the program fails", "fails, whatever the working tree does")]
    [InlineData(0, "", "writes plans of another form (line 1: must be JSON)")]
    public async Task Preview_OfTheBase_ThatEndsOtherwise_IsToldAsItsFault(int code, string said, string message)
    {
        repository.Built = () => new(code, Encoding.UTF8.GetBytes("no plan"), said);
        repository.Write("preview/Preview.csproj", "<Project></Project>\n");

        Assert.Equal(2, await repository.PreviewAsync("--base", "HEAD"));
        Assert.Contains(message, repository.Error, StringComparison.Ordinal);
        Assert.Contains(said, repository.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_OfTheSameNameAsACommit_IsRefused_AndItsPathTellsThemApart()
    {
        Assert.Equal(0, await repository.PreviewAsync("--format", "json", "--out", "main"));
        repository.Built = () => new(0, File.ReadAllBytes(Path.Combine(repository.Root, "main")), "");

        Assert.Equal(2, await repository.PreviewAsync("--base", "main"));
        Assert.Equal(
            "--base: main is a file as well as a commit; write ./main for the file, or the whole name of the other, such as refs/heads/main\n", repository.Error);
        Assert.Equal(0, await repository.PreviewAsync("--base", "./main"));
        Assert.Contains("compared with a plan of 2 resources", repository.Output, StringComparison.Ordinal);
        Assert.Equal(0, await repository.PreviewAsync("--base", "refs/heads/main"));
    }

    [Theory]
    [InlineData("no-such", true, "git knows no such commit here (a shallow clone lacks most: git fetch it first)")]
    [InlineData("--upload-pack=x", true, "git knows no such commit here (a shallow clone lacks most: git fetch it first)")]
    [InlineData("main", false, "git, which would know a commit, is not to be found")]
    public async Task Rejects_WhatNamesNoCommit(string name, bool hasGit, string why)
    {
        repository.HasGit = hasGit;

        Assert.Equal(2, await repository.PreviewAsync($"--base={name}"));
        Assert.Equal($"--base: must name a plan's file or a commit; got {name}, which is no file, and {why}; write a plan with --format json --out\n", repository.Error);
    }

    [Fact]
    public async Task Project_BelowTheTop_OfItsRepository_IsFound()
    {
        var prefix = new CrossCloudMesh.Preview.Commands.Bases.Repository(Path.Combine(repository.Root, "stacks"), repository);

        Assert.NotNull((await prefix.CommitAsync("HEAD")).Commit);
        Assert.Equal("stacks/", prefix.Prefix);
        Assert.Equal("a"u8.ToArray(), await prefix.FileAsync("HEAD", "Pulumi.dev.yaml"));
    }
}
