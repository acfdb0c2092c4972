using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Preview.Reports;
using CrossCloudMesh.Tests.Plan;
using static CrossCloudMesh.Tests.Plan.Diff.Parts;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>Noise is told once, whatever of it is told at all.</summary>
public class FoldedChangesTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";

    [Fact]
    public void Difference_ThatManyShare_IsToldOnce_AndWhatOneHasBeside_IsToldThere()
    {
        var text = Told(
            [.. Enumerable.Range(0, 30).Select(index => Tagged(Firewall, $"w{index}", "a", 1)), Tagged(Subnet, "s", "a", 1)],
            [.. Enumerable.Range(0, 30).Select(index => Tagged(Firewall, $"w{index}", "b", index == 7 ? 2 : 1)), Tagged(Subnet, "s", "b", 1)]);

        Assert.Single(Lines(text), line => line.Contains("tags.owner: \"a\" -> \"b\"", StringComparison.Ordinal));
        Assert.Contains("31 resources alike", text, StringComparison.Ordinal);
        Assert.Contains("30 Firewall, Subnet", text, StringComparison.Ordinal);
        Assert.Contains("~  Firewall w7\n      ~ priority: 1 -> 2\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("w8", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Full_FoldsNothing()
    {
        var text = Told(
            [.. Enumerable.Range(0, 9).Select(index => Tagged(Firewall, $"w{index}", "a", 1))],
            [.. Enumerable.Range(0, 9).Select(index => Tagged(Firewall, $"w{index}", "b", 1))],
            Detail.Full);

        Assert.Equal(9, Lines(text).Count(line => line.Contains("tags.owner: \"a\" -> \"b\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Few_OfOneKind_ThatChangeAlike_StandTogether()
    {
        var text = Told([Tagged(Firewall, "x", "a", 1), Tagged(Firewall, "y", "a", 1)], [Tagged(Firewall, "x", "a", 3), Tagged(Firewall, "y", "a", 3)]);

        Assert.Contains("~  2 Firewall\n      ~ priority: 1 -> 3\n      x, y\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Summary_CountsWhatOnlyFollows()
    {
        var net = Of(Vpc, "net", ("cidrBlock", Text("10.0.0.0/16")));
        PlannedResource[] others = [.. Enumerable.Range(0, 4).Select(index => Of(Subnet, $"s{index}", ("vpcId", Text("vpc-1"))).From("vpcId", net))];
        var text = Told([net, .. others], [net with { Inputs = new([new("cidrBlock", Text("10.1.0.0/16"))]) }, .. others], Detail.Summary);

        Assert.Contains("4 more, as they follow: 4 Subnet", text, StringComparison.Ordinal);
        Assert.DoesNotContain("s3", text, StringComparison.Ordinal);
    }

    [Fact]
    public void LongTexts_AreShown_WhereTheyPart()
    {
        static PlannedResource Wall(string end) => Of(Firewall, "w", ("description", Text(new string('x', 100) + end)));

        Assert.Contains("…xxxxxxxxxxxxone\" -> …xxxxxxxxxxxxtwo\"", Told([Wall("one")], [Wall("two")]).Replace("\n        ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void HelmValues_Manifests_AndPolicies_AreComparedPlaceByPlace()
    {
        static PlannedResource Chart(string tag) => Of(Release, "c", ("values", Map(("image", Map(("tag", Text(tag)), ("repository", Text("r")))))));
        static PlannedResource Set(string port) => Of("kubernetes:core/v1:ConfigMap", "m", ("data", Map(("config.json", Text($$"""{"listen": {"port": {{port}}}, "name": "x"}""")))));
        static PlannedResource Role(string action) => Of(
            "aws:iam/role:Role", "r", ("assumeRolePolicy", Text($$"""{"Statement":[{"Effect":"Allow","Action":["sts:AssumeRole","{{action}}"]}]}""")));
        var text = Told([Chart("1"), Set("80"), Role("sts:A")], [Chart("2"), Set("81"), Role("sts:B")]);

        Assert.Contains("~ values.image.tag: \"1\" -> \"2\"", text, StringComparison.Ordinal);
        Assert.Contains("~ data[\"config.json\"].listen.port: 80 -> 81", text, StringComparison.Ordinal);
        Assert.Contains("+ assumeRolePolicy.Statement[0].Action[]: \"sts:B\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Secret_IsToldAsChanged_WhenItComesFromElsewhere_AndByNoValue()
    {
        static PlannedResource Wall(string reference) => Of(Firewall, "w", ("password", new PlanValue.SecretValue(reference)));

        Assert.Contains("~ password: secret changed\n", Told([Wall("derived:0011")], [Wall("derived:0022")]), StringComparison.Ordinal);
        Assert.Contains("~ password: secret changed: [secret config:m:a] -> [secret config:m:b]", Told([Wall("config:m:a")], [Wall("config:m:b")]), StringComparison.Ordinal);
        Assert.Contains("no changes", Told([Wall("derived:0011")], [Wall("derived:0011")]), StringComparison.Ordinal);
    }

    private static PlannedResource Tagged(string type, string name, string owner, double priority) =>
        Of(type, name, ("priority", PlanValue.Of(priority)), ("tags", Map(("owner", Text(owner)))));

    private static string[] Lines(string text) => text.Split('\n');

    private static string Told(IEnumerable<PlannedResource> before, IEnumerable<PlannedResource> after, Detail detail = Detail.Changes) =>
        Encoding.UTF8.GetString(Report.Of("text").Render(PlanComparison.Of(Plans.Of(before), Plans.Of(after)), new(detail, false, true)).Span);
}
