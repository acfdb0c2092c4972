using System.Text.RegularExpressions;

namespace CrossCloudMesh.Tests.Workflows;

/// <summary>What no workflow of a public repository may do, and what each of ours is trusted with.</summary>
public partial class WorkflowSafetyTests
{
    [Fact]
    public void Permissions_AreWrittenDown_AndNoMoreThanNeeded()
    {
        var granted = WorkflowFile.All.ToDictionary(
            file => file.Name,
            file => string.Join(" | ", [WorkflowFile.Words(file.Root.Find("permissions")), .. file.Jobs.Select(job => job.Node.Find("permissions")).Where(each => each is not null).Select(WorkflowFile.Words)]),
            StringComparer.Ordinal);

        Assert.Equal(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["build"] = "contents: read",
                ["comment"] = " | actions: read, contents: read, pull-requests: write",
                ["preview"] = "contents: read",
                ["pulumi-preview"] = " | contents: read, id-token: write",
            },
            granted);
    }

    [Fact]
    public void NoWorkflow_RunsARequestsCode_WithTheRightsOfTheRepository() =>
        Assert.All(WorkflowFile.All, file => Assert.DoesNotContain("pull_request_target", file.Events));

    [Fact]
    public void NoSecret_IsNamedAnywhere() => Assert.All(WorkflowFile.All, file => Assert.DoesNotMatch(@"secrets\s*[.\[]", file.Source));

    [Fact]
    public void NoExpression_IsPutIntoACommand() => Assert.All(
        WorkflowFile.All.SelectMany(file => file.Steps).Where(step => step.Run is not null),
        step => Assert.DoesNotContain("${{", step.Run, StringComparison.Ordinal));

    [Fact]
    public void EveryAction_IsPinned_ToTheCommitOfARelease()
    {
        var pins = WorkflowFile.All.SelectMany(file => Pin().Matches(file.Source)).ToList();

        Assert.Equal(WorkflowFile.All.SelectMany(file => file.Steps).Count(step => step.Uses is not null), pins.Count);
        Assert.All(pins, pin =>
        {
            var known = Assert.Contains(pin.Groups["repository"].Value, PinnedAction.Known);
            Assert.Equal((known.Commit, known.Release), (pin.Groups["commit"].Value, pin.Groups["release"].Value));
        });
        Assert.Equal(PinnedAction.Known.Keys.Order(StringComparer.Ordinal), pins.Select(pin => pin.Groups["repository"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NoCheckout_LeavesATokenBehind() => Assert.All(
        WorkflowFile.All.SelectMany(file => file.Steps).Where(step => step.Uses?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true),
        step => Assert.Equal("false", step.With("persist-credentials")));

    [Fact]
    public void Preview_HoldsNoToken_ThatItsCodeCouldUse()
    {
        var preview = WorkflowFile.Named("preview");

        Assert.Equal(["pull_request"], preview.Events);
        Assert.DoesNotContain("github.token", preview.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("vars.", preview.Source, StringComparison.Ordinal);
    }

    /// <summary>What may write reads scripts of the default branch, and neither checks out nor unpacks nor runs anything of the request.</summary>
    [Fact]
    public void Comment_RunsNothingOfTheRequest()
    {
        var comment = WorkflowFile.Named("comment");

        Assert.Equal(["workflow_run"], comment.Events);
        Assert.Equal(["actions/checkout"], comment.Steps.Select(step => step.Uses?.Split('@')[0]).OfType<string>());
        var checkout = comment.Steps.First();
        Assert.Equal("persist-credentials: false, sparse-checkout: .github/scripts", Sorted(checkout));
        Assert.Equal(["bash .github/scripts/post-comment.sh"], comment.Steps.Select(step => step.Run).OfType<string>());
        Assert.Equal("github.event.workflow_run.event == 'pull_request'", WorkflowFile.Text(comment.Jobs.Single().Node.Find("if")));
        Assert.All(
            Directory.GetFiles(Path.Combine(WorkflowFile.Folder, "..", "scripts"), "*.sh").Where(file => !file.EndsWith("preview-stacks.sh", StringComparison.Ordinal)),
            file => Assert.DoesNotMatch(@"\b(eval|source|git|dotnet|npm|sudo|curl|wget)\b", File.ReadAllText(file)));
    }

    [Fact]
    public void Comment_FollowsThePreview_ByItsName() => Assert.Contains(
        $"workflows: [{WorkflowFile.Text(WorkflowFile.Named("preview").Root.Find("name"))}]", WorkflowFile.Named("comment").Source, StringComparison.Ordinal);

    [Fact]
    public void RealPreview_NeverRunsForAFork_NorBeforeItIsSetUp()
    {
        var job = WorkflowFile.Named("pulumi-preview").Jobs.Single();
        var condition = WorkflowFile.Text(job.Node.Find("if"));

        Assert.Equal(
            "vars.PULUMI_ORGANIZATION != '' && (github.event_name == 'push' || (github.event.pull_request.head.repo.full_name == github.repository && contains(github.event.pull_request.labels.*.name, 'pulumi preview')))",
            condition);
        Assert.Equal("preview-${{ matrix.stack }}", WorkflowFile.Text(job.Node.Find("environment")));
        Assert.Equal("preview", job.Steps.Last().With("command"));
    }

    [Fact]
    public void RealPreview_IsOfEveryStackThatIsDeployed()
    {
        var stacks = Directory.GetFiles(Path.Combine(WorkflowFile.Folder, "..", "..", "stacks"), "Pulumi.*.yaml")
            .Select(file => Path.GetFileName(file).Split('.')[1]).Where(stack => stack != "pr").Order(StringComparer.Ordinal);

        Assert.Contains($"        stack: [{string.Join(", ", stacks)}]\n", WorkflowFile.Named("pulumi-preview").Source, StringComparison.Ordinal);
    }

    private static string Sorted(WorkflowStep step) =>
        string.Join(", ", WorkflowFile.Words(step.Node.Find("with")).Split(", ").Order(StringComparer.Ordinal));

    [GeneratedRegex("^ +(- )?uses: (?<repository>[^@\n]+)@(?<commit>[0-9a-f]{40}) # (?<release>v[0-9.]+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pin();
}
