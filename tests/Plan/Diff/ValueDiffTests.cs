using CrossCloudMesh.Plan;
using static CrossCloudMesh.Tests.Plan.Diff.Parts;

namespace CrossCloudMesh.Tests.Plan.Diff;

public class ValueDiffTests
{
    private const string Odd = "odd:index:Thing";

    [Fact]
    public void Finds_TheSmallestPart_ThatChanged() => Assert.Equal(
        "x.a.b changed, x.gone removed, x.new added",
        Paths(
            Odd,
            Map(("a", Map(("b", Text("1")), ("c", Text("2")))), ("gone", Text("3"))),
            Map(("a", Map(("b", Text("9")), ("c", Text("2")))), ("new", Text("3")))));

    [Theory]
    [InlineData("a b c", "a x c", "x[1] changed")]
    [InlineData("a b c", "a c", "x[1] removed")]
    [InlineData("a c", "a b c", "x[1] added")]
    [InlineData("a b", "b a", "x[0] changed, x[1] changed")]
    public void Compares_AList_ByPlace(string before, string after, string paths) =>
        Assert.Equal(paths, Paths(Odd, List(before.Split(' ')), List(after.Split(' '))));

    [Theory]
    [InlineData("a b c", "c a b", "")]
    [InlineData("a b", "b c", "sourceRanges[] removed, sourceRanges[] added")]
    [InlineData("a", "a a", "sourceRanges[] added")]
    public void Compares_ASet_WithoutOrder(string before, string after, string paths) =>
        Assert.Equal(paths, Paths(Firewall, List(before.Split(' ')), List(after.Split(' ')), "sourceRanges"));

    [Fact]
    public void Compares_ASet_AlsoInsideAnItemOfASet()
    {
        static PlanValue Allow(params string[] ports) => Map(("protocol", Text("tcp")), ("ports", List(ports)));
        static PlanValue Rules(params PlanValue[] rules) => new PlanValue.ListValue(Sequence.Create<PlanValue>(rules));
        var other = Map(("protocol", Text("icmp")));

        Assert.Equal("", Paths(Firewall, Rules(Allow("80", "443"), other), Rules(other, Allow("443", "80")), "allows"));
        Assert.Equal("allows[0].ports[] added", Paths(Firewall, Rules(Allow("80"), other), Rules(other, Allow("443", "80")), "allows"));
    }

    [Theory]
    [InlineData("""{"a":1,"b":[1,2]}""", """{ "b": [1, 2], "a": 1.0 }""", "")]
    [InlineData("""{"a":1,"b":[1,2]}""", """{"a":1,"b":[2,1]}""", "x.b[0] changed, x.b[1] changed")]
    [InlineData("""{"a":1}""", "no document", "x changed")]
    [InlineData("""{"a":1}""", """[1]""", "x changed")]
    [InlineData("""{"a":1,"a":2}""", """{"a":2}""", "x changed")]
    [InlineData("""{"a":1e999}""", """{"a":2}""", "x changed")]
    public void Compares_AJsonText_AsADocument(string before, string after, string paths) =>
        Assert.Equal(paths, Paths(Odd, Text(before), Text(after)));

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"a"}""", """[{"Action":["a"],"Effect":"Allow"}]""", "")]
    [InlineData("""[{"Action":["a","b"]},{"Action":"c"}]""", """[{"Action":["c"]},{"Action":["b","a"]}]""", "")]
    [InlineData("""[{"Principal":{"AWS":"x"}}]""", """[{"Principal":{"AWS":["x"]}}]""", "")]
    [InlineData("""[{"Condition":{"StringEquals":{"k":"v"}}}]""", """[{"Condition":{"StringEquals":{"k":["v"]}}}]""", "")]
    [InlineData("""[{"Action":["a","b"]},{"Action":"c"}]""", """[{"Action":"c"},{"Action":["a","z"]}]""", "x.Statement[0].Action[] removed, x.Statement[0].Action[] added")]
    [InlineData("""[{"Action":"a"}]""", """[{"NotAction":"a"}]""", "x.Statement[0].Action removed, x.Statement[0].NotAction added")]
    public void Compares_APolicy_AsAwsReadsIt(string before, string after, string paths) =>
        Assert.Equal(paths, Paths(Odd, Policy(before), Policy(after)));

    [Fact]
    public void Secret_Changed_WhereItComesFromElsewhere()
    {
        var (a, b) = (new PlanValue.SecretValue("config:mesh:a"), new PlanValue.SecretValue("config:mesh:b"));

        Assert.Equal("", Paths(Odd, a, new PlanValue.SecretValue("config:mesh:a")));
        Assert.Equal("x changed", Paths(Odd, a, b));
    }

    [Fact]
    public void Text_ThatBecomesASecret_IsShownNoMore()
    {
        var change = Change(Of(Odd, "r", ("x", Text("canary"))), Of(Odd, "r", ("x", new PlanValue.SecretValue("config:mesh:a"))));

        Assert.Null(Assert.Single(change!.Paths).Before);
    }

    [Fact]
    public void Unknown_IsAChange_OnlyFromSomethingKnown()
    {
        Assert.Equal("", Paths(Odd, PlanValue.Unknown, PlanValue.Unknown));
        Assert.Equal("x changed", Paths(Odd, Text("a"), PlanValue.Unknown));
    }

    private static PlanValue Policy(string statements) => Text($$"""{"Version":"2012-10-17","Statement":{{statements}}}""");
}
