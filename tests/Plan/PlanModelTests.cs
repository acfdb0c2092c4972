using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Tests.Plan;

public class PlanModelTests
{
    [Fact]
    public void Secrets_AreEqual_WhenTheyComeFromTheSamePlace()
    {
        Assert.Equal(new PlanValue.SecretValue("config:mesh:a"), new PlanValue.SecretValue("config:mesh:a"));
        Assert.NotEqual(new PlanValue.SecretValue("config:mesh:a"), new PlanValue.SecretValue("config:mesh:b"));
    }

    [Fact]
    public void Values_AreEqual_ByTheirContent()
    {
        static PlanValue Tree() => new PlanValue.ObjectValue(new(
            [new("b", new PlanValue.ListValue([PlanValue.Of(1), PlanValue.Null])), new("a", PlanValue.Of("x"))]));

        Assert.Equal(Tree(), Tree());
        Assert.Equal(Tree().GetHashCode(), Tree().GetHashCode());
    }

    [Fact]
    public void SortedMap_FindsByKey_AndRejectsTwins()
    {
        var map = new SortedMap<string>([new("b", "2"), new("a", "1")]);

        Assert.Equal("1", map["a"]);
        Assert.Null(map["c"]);
        Assert.Equal(["a", "b"], map.Select(e => e.Key));
        Assert.Throws<ArgumentException>(() => new SortedMap<string>([new("a", "1"), new("b", "2"), new("a", "3")]));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Rejects_ANumber_ThatIsNotFinite(double number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PlanValue.Of(number));

    [Fact]
    public void FirstUpdate_Creates_UnlessAResourceIsReadOrImported()
    {
        var plan = Plans.Of(
            Plans.Vpc("a"),
            Plans.Vpc("b") with { Options = new() { ReadId = "vpc-1" } },
            Plans.Vpc("c") with { Options = new() { ImportId = "vpc-2" } });

        Assert.Equal([Operation.Create, Operation.Read, Operation.Import], plan.Changes.Select(c => c.Op));
        Assert.Equal(["create 1", "import 1", "read 1"], plan.Summary.Changes.Select(c => $"{c.Key} {c.Value}"));
    }

    [Fact]
    public void Summary_CountsWhatIsThere()
    {
        var secret = new PlanValue.SecretValue("config:mesh:psk");
        var plan = Plans.Of(
            Plans.Vpc("a") with { Options = new() { Protect = true }, Inputs = new([new("x", new PlanValue.ListValue([secret, secret]))]) },
            Plans.Vpc("net") with { Type = "infra:networks:AwsNetwork", IsCustom = false, Options = new() { Protect = true } },
            Plans.Vpc("aws") with { Type = "pulumi:providers:aws" });

        Assert.Equal((1, 1, 1), (plan.Summary.Components, plan.Summary.Protected, plan.Summary.Secrets));
        Assert.Equal(["aws 1"], plan.Summary.Packages.Select(c => $"{c.Key} {c.Value}"));
    }

    [Fact]
    public void Findings_StandTheWorstFirst()
    {
        var plan = PlanDocument.OfFirstUpdate(
            new("mesh", "dev"),
            new(true, []),
            [],
            [
                new("b-rule", Severity.Info, null, "m", "f"),
                new("b-rule", Severity.Error, "urn:b", "m", "f"),
                new("b-rule", Severity.Error, "urn:a", "m", "f"),
                new("a-rule", Severity.Warning, null, "m", "f"),
            ],
            SortedMap<PlanValue>.Empty);

        Assert.Equal(["Error urn:a", "Error urn:b", "Warning ", "Info "], plan.Findings.Select(f => $"{f.Severity} {f.Urn}"));
    }

    [Fact]
    public void DefaultProvider_IsFound_OnlyWhereACloudWouldBeAsked()
    {
        PlannedResource[] resources =
        [
            Plans.Vpc("a"),
            Plans.Vpc("b") with { Provider = "urn:pulumi:dev::mesh::pulumi:providers:aws::aws" },
            Plans.Vpc("c") with { Type = "pulumi:providers:aws" },
            Plans.Vpc("d") with { Type = "infra:networks:AwsNetwork", IsCustom = false },
            Plans.Vpc("e") with { Type = "pulumi:pulumi:StackReference" },
        ];

        var finding = Assert.Single(new DefaultProvider().Judge(new(resources)));

        Assert.Equal(("default-provider", resources[0].Urn), (finding.Rule, finding.Urn));
    }
}
