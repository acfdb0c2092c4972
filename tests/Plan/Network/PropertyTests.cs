using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Network.Proof;
using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Tests.Plan.Network;

/// <summary>Each of the 27 properties has a rule that refuses a plan without it, and that no plan with it is refused by.</summary>
public class PropertyTests
{
    private const int Count = 27;

    /// <summary>What the proof says when anything at all is wrong.</summary>
    private static readonly string[] Consequences = ["link-capacity", "link-preference", "link-reachability"];

    public static TheoryData<int, string, string> Faults
    {
        get
        {
            var data = new TheoryData<int, string, string>();
            foreach (var each in Properties.All)
            {
                data.Add(each.Number, each.Rule, each.Fault);
            }

            return data;
        }
    }

    [Fact]
    public void EveryProperty_HasARow() => Assert.Equal(Enumerable.Range(1, Count), Properties.All.Select(each => each.Number).Distinct().Order());

    [Fact]
    public void EveryRow_NamesARule_ThatThereIs() => Assert.Subset(
        AllRules.List.Select(rule => rule.About.Id).Concat(NetworkFindings.Rules.Select(rule => rule.Id)).Append("link-change-order").ToHashSet(StringComparer.Ordinal),
        Properties.All.Select(each => each.Rule).ToHashSet(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Faults))]
    public void TheRule_RefusesTheFault_AndNoOtherDoes(int number, string rule, string fault)
    {
        var property = Properties.All.Single(each => (each.Number, each.Rule, each.Fault) == (number, rule, fault));
        var good = property.Good();
        var found = Found(property, good, property.Break(good)).ToHashSet(StringComparer.Ordinal);

        Assert.Contains(rule, found);
        Assert.Subset(new HashSet<string>([rule, .. property.Along, .. Consequences], StringComparer.Ordinal), found);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void NoRule_RefusesTheControl(int number, string rule, string fault)
    {
        var property = Properties.All.Single(each => (each.Number, each.Rule, each.Fault) == (number, rule, fault));
        var good = property.Good();

        Assert.Empty(Found(property, good, good));
    }

    private static IEnumerable<string> Found(Property property, PlanDocument before, PlanDocument after)
    {
        var found = property.IsOfTheStep ? PlanComparison.Of(before, after).Findings
            : AllRules.Judge(after.Resources, new DateOnly(2026, 11, 21), after.Outputs).Concat(NetworkFindings.Of(NetworkProof.Of(after)));
        return found.Select(finding => finding.Rule).Where(id => id.StartsWith("link-", StringComparison.Ordinal));
    }
}
