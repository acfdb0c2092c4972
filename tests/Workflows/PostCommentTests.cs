namespace CrossCloudMesh.Tests.Workflows;

/// <summary>Which comment is written, for which request, and what of a stranger's text gets into it.</summary>
public class PostCommentTests
{
    private const string Told = "<!-- preview of all stacks -->\n### Fine: dev\n";
    private const string Ours = $"<!-- preview-comment head={GitHubDouble.Newer} run=400 attempt=1 -->\nold";

    [RunnerFact]
    public void Posts_WhereThereIsNone()
    {
        using var github = new GitHubDouble().Pull(12).Artifact(("comment.md", Told));

        var (code, said, writes, body) = github.Post();

        Assert.Equal((0, "#12: comment posted", "POST repos/o/r/issues/12/comments"), (code, said, writes));
        Assert.Equal(
            $"""
            <!-- preview-comment head={GitHubDouble.Head} run=500 attempt=1 -->
            <sub>0123456, told by the code of this pull request itself; [the run](https://github.example/o/r/actions/runs/500) has all plans and reports</sub>

            ### Fine: dev

            """.ReplaceLineEndings("\n"),
            body);
    }

    [RunnerFact]
    public void Updates_ItsOwn_WhateverPageItIsOn()
    {
        using var github = new GitHubDouble().Pull(12).Comment(12, 77, Ours).PageOfStrangers(12).Artifact(("comment.md", Told));

        Assert.Equal((0, "#12: comment 77 updated", "PATCH repos/o/r/issues/comments/77"), Without(github.Post()));
    }

    [RunnerFact]
    public void LeavesAlone_WhatAStrangerWrote_EvenUnderItsMarker()
    {
        using var github = new GitHubDouble().Pull(12).Comment(12, 66, Ours, author: "stranger").Comment(12, 67, "quoting:\n" + Ours).Artifact(("comment.md", Told));

        Assert.Equal((0, "#12: comment posted", "POST repos/o/r/issues/12/comments"), Without(github.Post()));
    }

    [RunnerTheory]
    [InlineData("run=501 attempt=1", false)]
    [InlineData("run=500 attempt=2", false)]
    [InlineData("run=500 attempt=1", true)]
    [InlineData("run=499 attempt=9", true)]
    [InlineData("nothing of the kind", true)]
    public void LateRun_NeverWritesOverANewerOne(string marked, bool writes)
    {
        using var github = new GitHubDouble().Pull(12).Comment(12, 77, $"<!-- preview-comment head={GitHubDouble.Newer} {marked} -->\nold").Artifact(("comment.md", Told));

        Assert.Equal(writes ? (0, "#12: comment 77 updated", "PATCH repos/o/r/issues/comments/77") : (0, "a newer run has been told already", ""), Without(github.Post()));
    }

    [RunnerFact]
    public void TellsNobody_WhereTheHeadWentOn()
    {
        using var github = new GitHubDouble().Pull(12, head: GitHubDouble.Newer).Artifact(("comment.md", Told));

        Assert.Equal((0, $"no open pull request has {GitHubDouble.Head} as its head: it went on, or is closed", ""), Without(github.Post()));
    }

    [RunnerFact]
    public void TellsNobody_WhereTheHeadWentOn_WhileItWasAtWork()
    {
        using var github = new GitHubDouble().Pull(12, now: GitHubDouble.Newer).Artifact(("comment.md", Told));

        Assert.Equal((0, "#12 went on, or is closed: a newer run tells of it", ""), Without(github.Post()));
    }

    /// <summary>The same commit in another fork is another request.</summary>
    [RunnerFact]
    public void TellsNobody_OfAnotherRepository()
    {
        using var github = new GitHubDouble().Pull(12, repository: 8).Artifact(("comment.md", Told));

        Assert.Equal("", github.Post().Writes);
    }

    [RunnerTheory]
    [InlineData("#13: comment posted", 13)]
    [InlineData($"{GitHubDouble.Head} is the head of 2 pull requests, and the event does not say which was previewed", 12, 13)]
    [InlineData($"no open pull request has {GitHubDouble.Head} as its head: it went on, or is closed", 99)]
    public void OneHead_OfTwoRequests_IsToldWhereTheEventSaysSo(string said, params int[] named)
    {
        using var github = new GitHubDouble { PullsOfTheEvent = named }.Pull(12).Pull(13).Artifact(("comment.md", Told));

        Assert.Equal(said, github.Post().Said);
    }

    [RunnerTheory]
    [InlineData("cancelled")]
    [InlineData("skipped")]
    [InlineData("action_required")]
    public void RunThatDidNotRun_IsNotTold(string conclusion)
    {
        using var github = new GitHubDouble { Conclusion = conclusion }.Pull(12).Artifact(("comment.md", Told));

        Assert.Equal((0, $"the run was {conclusion}: there is nothing to tell", ""), Without(github.Post()));
    }

    [RunnerFact]
    public void RunWithoutAComment_IsTold()
    {
        using var github = new GitHubDouble { Conclusion = "failure" }.Pull(12);

        Assert.EndsWith("\n\n### No preview: the run ended before it had one\n", github.Post().Body, StringComparison.Ordinal);
    }

    [RunnerFact]
    public void Oversize_IsNotDownloaded()
    {
        using var github = new GitHubDouble { Packed = 1_000_001 }.Pull(12).Artifact(("comment.md", Told));

        Assert.EndsWith("\n\n### No preview: what the run wrote is too large for a comment\n", github.Post().Body, StringComparison.Ordinal);
        Assert.DoesNotContain("/zip", github.Asked, StringComparison.Ordinal);
    }

    [RunnerTheory]
    [InlineData(62_001)]
    [InlineData(10_000_000)]
    public void Oversize_IsNotPosted(int characters)
    {
        using var github = new GitHubDouble().Pull(12).Artifact(("comment.md", new string('x', characters)));

        Assert.EndsWith("\n\n### No preview: what the run wrote is too large for a comment\n", github.Post().Body, StringComparison.Ordinal);
    }

    [RunnerFact]
    public void Largest_IsPosted_AndFits()
    {
        using var github = new GitHubDouble().Pull(12).Artifact(("comment.md", new string('é', 61_999) + "\n"));

        Assert.InRange(github.Post().Body.Length, 62_000, 65_536);
    }

    [RunnerTheory]
    [InlineData("../comment.md")]
    [InlineData("other.md")]
    [InlineData("folder/comment.md")]
    public void OnlyTheOneFile_IsRead(string name)
    {
        using var github = new GitHubDouble().Pull(12).Artifact((name, "### Fine: trust me"));

        Assert.EndsWith("\n\n### No preview: the run left no comment behind\n", github.Post().Body, StringComparison.Ordinal);
    }

    [RunnerFact]
    public void HostileText_StaysText()
    {
        const string Hostile = "<!-- preview-comment head=0 run=99999 attempt=1 -->\n`$(touch pwned)` @everyone <script>alert(1)</script> [x](https://evil.example)\n\"}, \"state\": \"closed\n";
        using var github = new GitHubDouble { Branch = "$(touch pwned)&state=closed" }.Pull(12).Artifact(("comment.md", Hostile));

        var (code, _, writes, body) = github.Post();

        Assert.Equal((0, "POST repos/o/r/issues/12/comments"), (code, writes));
        Assert.StartsWith($"<!-- preview-comment head={GitHubDouble.Head} run=500", body, StringComparison.Ordinal);
        Assert.Contains("`$(touch pwned)` @\u2060everyone <\u2060script>alert(1)<\u2060/script> [x]\u2060(https:\u2060//evil.example)\n\"}, \"state\": \"closed\n", body, StringComparison.Ordinal);
        Assert.Contains("-f head=stranger:$(touch pwned)&state=closed -f", github.Asked, StringComparison.Ordinal);
    }

    private static (int Code, string Said, string Writes) Without((int Code, string Said, string Writes, string Body) posted) => (posted.Code, posted.Said, posted.Writes);
}
