using CrossCloudMesh.Preview.StackFiles;
using CrossCloudMesh.Tests.Repository;
using CrossCloudMesh.Tests.Workflows;

namespace CrossCloudMesh.Tests.Deployments;

/// <summary>The settings of Pulumi Deployments are of the providers' form, name what is there, and give no operation more than it needs.</summary>
public class DeploymentProgramTests
{
    private const string Namespace = "cross-cloud-mesh-deployments:";

    private static readonly DeploymentProgram Program = DeploymentProgram.In("");

    [Theory]
    [InlineData("")]
    [InlineData("account")]
    [InlineData("until")]
    public void Program_HasTheFormOfItsProviders(string folder) => Assert.Equal([], DeploymentProgram.In(folder).Faults());

    [Theory]
    [InlineData("autoRemediate: false", "autoRemedy: false", "drift: unknown input autoRemedy")]
    [InlineData("        previewPullRequests: ", "        previewPulls: ", "settings: unknown input github.previewPulls")]
    [InlineData("type: pulumiservice:DriftSchedule", "type: pulumiservice:Drift", "drift: unknown type pulumiservice:Drift")]
    [InlineData("      scheduleCron: ${driftCron}\n", "", "drift: lacks scheduleCron")]
    [InlineData("${reader.arn}", "${raeder.arn}", "unknown ${raeder}")]
    [InlineData("      protect: true", "      protected: true", "writer: unknown option protected", "deployers: unknown option protected", "writerAccount: unknown option protected")]
    public void Fails_When_SomethingIsMisspelt(string old, string now, params string[] faults)
    {
        Assert.Contains(old, Program.Source, StringComparison.Ordinal);
        Assert.Equal(faults, DeploymentProgram.Of(Program.Source.Replace(old, now, StringComparison.Ordinal)).Faults());
    }

    public static TheoryData<string> Stacks => [.. Directory.GetFiles(DeploymentProgram.Folder, "Pulumi.*.yaml").Select(file => Path.GetFileName(file).Split('.')[1])];

    [Fact]
    public void EveryStack_HasSettings_AndNoOther() => Assert.Equal(
        Directory.GetFiles(Path.Combine(ProjectRoot.Path, "stacks"), "Pulumi.*.yaml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal),
        Directory.GetFiles(DeploymentProgram.Folder, "Pulumi.*.yaml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Stacks))]
    public void Settings_AreOfTheStacksOwnAccounts_AndComplete(string stack)
    {
        var settings = Config(Path.Combine(DeploymentProgram.Folder, $"Pulumi.{stack}.yaml"));
        var cloud = (MapNode)Config(Path.Combine(ProjectRoot.Path, "stacks", $"Pulumi.{stack}.yaml")).Find("cross-cloud-mesh:cloud")!;

        var needed = Program.Map("config").Where(entry => ((MapNode)entry.Value).Find("default") is null).Select(entry => Namespace + entry.Key);
        Assert.Equal(needed.Order(StringComparer.Ordinal), settings.Entries.Select(entry => entry.Key).Order(StringComparer.Ordinal));
        Assert.Equal(WorkflowFile.Text(((MapNode)cloud.Find("aws")!).Find("accountId")), WorkflowFile.Text(settings.Find(Namespace + "awsAccount")));
        Assert.Equal(WorkflowFile.Text(((MapNode)cloud.Find("google")!).Find("project")), WorkflowFile.Text(settings.Find(Namespace + "googleProject")));
        Assert.Equal(stack == "pr" ? "pr-*" : stack, WorkflowFile.Text(settings.Find(Namespace + "stacks")));
        Assert.Equal(stack == "pr" ? "pr-.*" : stack, WorkflowFile.Text(settings.Find(Namespace + "stacksPattern")));
    }

    /// <summary>A template is no stack that anybody uses, nothing in it is protected, and what is made after it goes whole.</summary>
    [Fact]
    public void OnlyTheTemplate_IsATemplate() => Assert.All(
        Directory.GetFiles(DeploymentProgram.Folder, "Pulumi.*.yaml"),
        file => Assert.Equal(file.EndsWith("Pulumi.pr.yaml", StringComparison.Ordinal), WorkflowFile.Text(Config(file).Find(Namespace + "reviewTemplate")) == "true"));

    [Fact]
    public void Paths_AreThere()
    {
        var github = (MapNode)Program.Properties("settings").Find("github")!;
        foreach (var glob in ((ListNode)github.Find("paths")!).Items.Select(WorkflowFile.Text).OfType<string>().Where(glob => glob[0] != '!'))
        {
            var path = glob.Replace("${stack}", "dev", StringComparison.Ordinal);
            Assert.True(
                path.EndsWith("/**", StringComparison.Ordinal) ? Directory.Exists(Path.Combine(ProjectRoot.Path, path[..^3])) : Directory.GetFiles(ProjectRoot.Path, path).Length > 0,
                $"nothing is at {path}");
        }
    }

    /// <summary>What writes has the writer, what reads the reader, in both clouds; and GitHub's previews have the reader alone.</summary>
    [Fact]
    public void Operation_HasTheIdentityThatItNeeds_AndNoOther()
    {
        foreach (var (operation, writes) in DeploymentFacts.Writes)
        {
            foreach (var identity in new[] { "reader", "writer" })
            {
                var isMeant = writes == (identity == "writer");
                Assert.Equal(isMeant, Texts(Program.Properties(identity)).Contains($"${{subject}}:{operation}:scope:write", StringComparer.Ordinal));
                Assert.Equal(isMeant, Members($"{identity}Account").Contains($"principal://iam.googleapis.com/${{pool}}/subject/${{stack}}:{operation}", StringComparer.Ordinal));
            }
        }

        Assert.DoesNotContain("github", string.Join(' ', Texts(Program.Properties("writer")).Concat(Members("writerAccount"))), StringComparison.Ordinal);
        Assert.Contains("principal://iam.googleapis.com/${pool}/subject/github:preview-${stack}", Members("readerAccount"));
        Assert.Equal(DeploymentFacts.Writes.Count + 1, Members("readerAccount").Count + Members("writerAccount").Count);
    }

    [Fact]
    public void Reader_OnlyReads()
    {
        Assert.Equal("arn:aws:iam::aws:policy/ReadOnlyAccess", WorkflowFile.Text(Program.Properties("readerSees").Find("policyArn")));
        Assert.Contains("Deny", Texts(Program.Properties("readerSeesNoData")));
        Assert.DoesNotContain("Allow", Texts(Program.Properties("readerSeesNoData")));
        Assert.Equal(["roles/iam.securityReviewer", "roles/viewer"], Roles("readerAccount"));
    }

    /// <summary>One identity for all operations would be the writer's, also for a stranger's preview.</summary>
    [Fact]
    public void Settings_NameNoIdentity_ForAllOperations() =>
        Assert.Null(((MapNode)Program.Properties("settings").Find("operationContext")!).Find("oidc"));

    [Fact]
    public void NoSecret_StandsInAnyFile() => Assert.All(
        Directory.GetFiles(DeploymentProgram.Folder, "*", SearchOption.AllDirectories),
        file => Assert.DoesNotMatch("(?i)secure:|password|privateKey|AKIA|-----BEGIN|pul-[0-9a-f]{40}", File.ReadAllText(file)));

    private static List<string> Members(string account) =>
        [.. Bound("gcp:serviceaccount:IAMMember", "serviceAccountId", $"${{{account}.name}}").Select(node => WorkflowFile.Text(node.Find("member"))!)];

    private static IEnumerable<string> Roles(string account) =>
        Bound("gcp:projects:IAMMember", "member", $"serviceAccount:${{{account}.email}}").Select(node => WorkflowFile.Text(node.Find("role"))!).Order(StringComparer.Ordinal);

    private static IEnumerable<MapNode> Bound(string type, string key, string value) => Program.Resources.Where(each => each.Type == type)
        .Select(each => (MapNode)each.Node.Find("properties")!).Where(node => WorkflowFile.Text(node.Find(key)) == value);

    private static IEnumerable<string> Texts(Node node) => node switch
    {
        MapNode map => map.Entries.SelectMany(entry => Texts(entry.Value)),
        ListNode list => list.Items.SelectMany(Texts),
        ScalarNode scalar => [scalar.Text],
        _ => [],
    };

    private static MapNode Config(string file) => (MapNode)((MapNode)YamlReader.Read(File.ReadAllText(file))!).Find("config")!;
}
