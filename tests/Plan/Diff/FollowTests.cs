using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using static CrossCloudMesh.Tests.Plan.Diff.Parts;

namespace CrossCloudMesh.Tests.Plan.Diff;

/// <summary>What a replacement and a rename do to the resources around.</summary>
public class FollowTests
{
    private const string Route = "aws:ec2/route:Route";
    private const string Table = "aws:ec2/routeTable:RouteTable";

    [Fact]
    public void Replacement_IsFollowed_FromInputToInput() => Assert.Equal(
        "replace net, replace route, replace table",
        Told(Chain("10.0.0.0/16"), Chain("10.1.0.0/16")));

    [Fact]
    public void Follower_NamesTheInput_AndWhereItComesFrom()
    {
        var reason = Assert.Single(Changes(Chain("10.0.0.0/16"), Chain("10.1.0.0/16"))["table"].Reasons);

        Assert.Equal(("vpcId", ReasonSource.Follows, Urn(Vpc, "net")), (reason.Path.ToString(), reason.Source, reason.Urn));
    }

    [Fact]
    public void Follower_IsUpdated_WhereTheInputReplacesNothing()
    {
        static PlannedResource[] Made(string range)
        {
            var net = Of(Vpc, "net", ("cidrBlock", Text(range)));
            return [net, Of("aws:ec2/internetGateway:InternetGateway", "way", ("vpcId", Text("vpc-1"))).From("vpcId", net)];
        }

        Assert.Equal("replace net, update way", Told(Made("10.0.0.0/16"), Made("10.1.0.0/16")));
    }

    [Fact]
    public void Provider_OfWhatIsReplaced_MayReplaceWhatItMakes()
    {
        static PlannedResource[] Made(string region)
        {
            var cluster = Of("gcp:container/cluster:Cluster", "c", ("location", Text(region)));
            return [cluster, Of("pulumi:providers:kubernetes", "k", ("kubeconfig", Text("of c"))).From("kubeconfig", cluster)];
        }

        Assert.True(Changes(Made("us-east4"), Made("us-west1"))["k"].MayReplace);
    }

    [Theory]
    [InlineData(false, "replace net")]
    [InlineData(true, "replace net, replace table")]
    public void Input_ThatRepeatsAGivenName_Follows_OnlyWhereTheOldOneGoesFirst(bool first, string told)
    {
        PlannedResource[] Made(string range)
        {
            var net = Of(Vpc, "net", ("cidrBlock", Text(range)), ("name", Text("given"))).With(new() { DeleteBeforeReplace = first });
            return [net, Of(Table, "table", ("vpcId", Text("given"))).From("vpcId", net)];
        }

        Assert.Equal(told, Told(Made("10.0.0.0/16"), Made("10.1.0.0/16")));
    }

    [Fact]
    public void Dependents_AreCounted_ThroughComponents_AndBlocksLeftAlone()
    {
        static PlannedResource[] Made(string range)
        {
            var net = Of(Vpc, "net", ("cidrBlock", Text(range))) with { Parent = Urn("infra:networks:AwsNetwork", "group") };
            var group = Of("infra:networks:AwsNetwork", "group") with { IsCustom = false };
            var waits = Of(Vpc, "waits") with { DependsOn = [group.Urn] };
            var beside = Of(Vpc, "beside") with { Parent = group.Urn };
            return [net, group, waits, beside, Of(Table, "table", ("vpcId", Text("vpc-1"))).From("vpcId", net)];
        }

        Assert.Equal(2, Changes(Made("10.0.0.0/16"), Made("10.1.0.0/16"))["net"].Dependents);
    }

    [Fact]
    public void Circle_OfDependencies_EndsNevertheless()
    {
        static PlannedResource[] Made(string range)
        {
            var a = Of(Vpc, "a", ("cidrBlock", Text(range)));
            var b = Of(Table, "b", ("vpcId", Text("vpc-1"))).From("vpcId", a);
            return [a.From("cidrBlock", b), b];
        }

        Assert.Equal("replace a, replace b", Told(Made("10.0.0.0/16"), Made("10.1.0.0/16")));
    }

    [Fact]
    public void Protected_Follower_OfWhatGoesFirst_IsRefused_ThoughItsProtectionIsLifted()
    {
        static PlannedResource[] Made(string range, bool protect)
        {
            var net = Of(Vpc, "net", ("cidrBlock", Text(range))).With(new() { DeleteBeforeReplace = true });
            return [net, Of(Table, "table", ("vpcId", Text("vpc-1"))).From("vpcId", net).With(new() { Protect = protect })];
        }

        Assert.True(Changes(Made("10.0.0.0/16", protect: true), Made("10.1.0.0/16", protect: false))["table"].IsRefused);
    }

    [Fact]
    public void Alias_IsARename_AndNothingElse()
    {
        var change = Change(Of(Vpc, "old"), Of(Vpc, "new").With(new() { Aliases = [Urn(Vpc, "elder"), Urn(Vpc, "old")] }))!;

        Assert.Equal((Operation.Rename, Urn(Vpc, "old")), (change.Op, change.RenamedFrom));
    }

    [Fact]
    public void Alias_OfWhatStillStands_ClaimsNothing() =>
        Assert.Equal("create new", Told([Of(Vpc, "old")], [Of(Vpc, "old"), Of(Vpc, "new").With(new() { Aliases = [Urn(Vpc, "old")] })]));

    [Fact]
    public void Rename_MovesNothing_ThatNamesTheRenamedOne()
    {
        static PlannedResource[] Made(string name, string id)
        {
            var net = Of(Vpc, name).With(new() { Aliases = name == "old" ? [] : [Urn(Vpc, "old")] });
            var provider = Of("pulumi:providers:aws", name).With(new() { Aliases = name == "old" ? [] : [Urn("pulumi:providers:aws", "old")] });
            return
            [
                net,
                provider,
                Of(Table, "table", ("vpcId", Text(id)), ("key", new PlanValue.SecretValue(net.Urn + "#key"))).From("vpcId", net)
                    with { Provider = provider.Urn, Options = new() { DeletedWith = net.Urn } },
            ];
        }

        Assert.Equal("rename new, rename new", Told(Made("old", "vpc-0a1b2c3d4e5f60718"), Made("new", "vpc-0f9e8d7c6b5a40312")));
    }

    [Fact]
    public void Rename_Hides_NoOtherChange()
    {
        static PlannedResource[] Made(string name, string path)
        {
            var net = Of(Vpc, name).With(new() { Aliases = name == "old" ? [] : [Urn(Vpc, "old")] });
            return [net, Of(Table, "table", ("vpcId", Text(path))).From("vpcId", net)];
        }

        Assert.Equal("replace table, rename new", Told(Made("old", "vpc/plain"), Made("new", "vpc/other")));
    }

    private static PlannedResource[] Chain(string range)
    {
        var net = Of(Vpc, "net", ("cidrBlock", Text(range)));
        var table = Of(Table, "table", ("vpcId", Text("vpc-1"))).From("vpcId", net);
        return [net, table, Of(Route, "route", ("routeTableId", Text("rtb-1"))).From("routeTableId", table)];
    }

    private static Dictionary<string, PlannedChange> Changes(PlannedResource[] before, PlannedResource[] after) =>
        PlanDiff.Of(Plans.Of(before), Plans.Of(after)).Changes.ToDictionary(c => c.After!.Name, c => c.Change, StringComparer.Ordinal);
}
