using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Json;
using CrossCloudMesh.Plan.Risk;
using static CrossCloudMesh.Tests.Plan.Diff.Parts;

namespace CrossCloudMesh.Tests.Plan.Risk;

/// <summary>The one line: what it says of each kind of change.</summary>
public class PlanVerdictTests
{
    private const string Logs = "aws:cloudwatch/logGroup:LogGroup";
    private const string Policy = "kubernetes:security.istio.io/v1:AuthorizationPolicy";

    private static readonly PlannedResource Kept = Of(Vpc, "kept", ("cidrBlock", Text("10.0.0.0/16")));

    [Fact]
    public void Nothing_IsSaidOfNothing() => Assert.Equal("nothing: what is deployed stays as it is", Verdict([Kept], [Kept]));

    [Fact]
    public void Warning_AsksForALook_OnlyWhereTheChangeBringsIt()
    {
        Assert.Equal(new(VerdictWord.Nothing, "what is deployed stays as it is, with 1 warning as before"), PlanVerdict.Of(PlanComparison.Of(Warned("ends in 12 days", Kept), Warned("ends in 11 days", Kept))));
        Assert.Equal(new(VerdictWord.Fine, "nothing is lost, with 1 warning as before"), PlanVerdict.Of(PlanComparison.Of(Warned("ends", Kept), Warned("ends", Kept, Of(Vpc, "new")))));
        Assert.Equal(new(VerdictWord.Look, "1 warning"), PlanVerdict.Of(PlanComparison.Of(Plans.Of(Kept), Warned("ends", Kept, Of(Vpc, "new")))));
        Assert.Equal(new(VerdictWord.Look, "1 warning"), PlanVerdict.Of(Warned("ends", Kept)));
    }

    [Fact]
    public void Warning_ThatComesBesideAnother_IsNew_AndReadBackSo()
    {
        var compared = PlanComparison.Of(Warned("ends", Kept), Warned("ends", Kept) with { Findings = [Warning("begins"), Warning("ends")] });

        Assert.Equal([("begins", false), ("ends", true)], compared.Findings.Select(finding => (finding.Message, finding.Stood)));
        Assert.Equal(new(VerdictWord.Nothing, "what is deployed stays as it is, with 1 warning, 1 warning as before"), PlanVerdict.Of(PlanReader.Read(PlanWriter.Write(compared))));
    }

    [Fact]
    public void Warning_OfWhatIsOnlyRenamed_IsNoNewOne()
    {
        var renamed = Of(Vpc, "renamed", ("cidrBlock", Text("10.0.0.0/16"))).With(new() { Aliases = [Kept.Urn] });

        Assert.Equal(
            new(VerdictWord.Fine, "nothing is lost, with 1 warning as before"),
            PlanVerdict.Of(PlanComparison.Of(Warned("ends", Kept), Warned("ends", renamed) with { Findings = [Warning("ends") with { Urn = renamed.Urn }] })));
    }

    [Fact]
    public void NewResource_IsFine() => Assert.Equal("fine: nothing is lost, and nothing stands against it", Verdict([Kept], [Kept, Of(Vpc, "new")]));

    [Fact]
    public void FirstDeployment_IsFine() =>
        Assert.Equal(new(VerdictWord.Fine, "all of it is new, and nothing stands against it"), PlanVerdict.Of(Plans.Of(Kept)));

    [Fact]
    public void Replacement_And_Deletion_AreToldApart() => Assert.Equal(
        "look: 1 resource replaced, 1 resource deleted",
        Verdict([Kept, Of(Vpc, "old")], [Kept with { Inputs = new([new("cidrBlock", Text("10.1.0.0/16"))]) }]));

    [Fact]
    public void Protection_Lost_IsNamed() => Assert.Equal(
        "look: 1 resource protected no longer", Verdict([Kept.With(new() { Protect = true })], [Kept]));

    [Fact]
    public void ProtectedResource_Lost_StopsTheUpdate() => Assert.StartsWith(
        "stop: 1 protected resource would be lost, so the update stops, 1 error", Verdict([Kept.With(new() { Protect = true })], []), StringComparison.Ordinal);

    [Theory]
    [InlineData(30, 14, "look: 1 update to look at twice")]
    [InlineData(14, 30, "fine: nothing is lost, and nothing stands against it")]
    public void Retention_IsALoss_OnlyWhereItBecomesShorter(double before, double after, string verdict) => Assert.Equal(
        verdict, Verdict([Of(Logs, "l", ("retentionInDays", PlanValue.Of(before)))], [Of(Logs, "l", ("retentionInDays", PlanValue.Of(after)))]));

    [Fact]
    public void Caller_ComingOrGoing_IsToBeLookedAt()
    {
        static PlannedResource Calls(params string[] callers) => Of(Policy, "p", ("spec", Map(("rules", List(callers)))));

        Assert.Equal("look: 1 update to look at twice", Verdict([Calls("a")], [Calls("a", "b")]));
        Assert.Equal("look: 1 update to look at twice", Verdict([Calls("a", "b")], [Calls("a")]));
    }

    [Fact]
    public void Dependents_OfAllThatIsLost_AreCountedOnce_ThemselvesLeftOut()
    {
        var subnet = Of(Subnet, "s", ("vpcId", Text("vpc-1"))).From("vpcId", Kept);
        var host = Of("aws:ec2/instance:Instance", "h").From("subnetId", subnet);

        Assert.Equal(1, PlanComparison.Of(Plans.Of(Kept, subnet, host), Plans.Of(host)).Risk.Dependents);
    }

    private static Finding Warning(string message) => new("end-of-life", Severity.Warning, Kept.Urn, message, "move");

    private static PlanDocument Warned(string message, params IEnumerable<PlannedResource> resources) =>
        PlanDocument.OfFirstUpdate(new("mesh", "dev"), new(true, []), resources, [Warning(message)], SortedMap<PlanValue>.Empty);

    private static string Verdict(IEnumerable<PlannedResource> before, IEnumerable<PlannedResource> after)
    {
        var verdict = PlanVerdict.Of(PlanComparison.Of(Plans.Of(before), Plans.Of(after)));
        return $"{Words.Of(verdict.Word)}: {verdict.Why}";
    }
}
