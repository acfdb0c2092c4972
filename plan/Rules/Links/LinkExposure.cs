using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Plan.Rules.Networks;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>A link joins networks that somebody else may run: what is let in from there without need is let in from whoever gets hold of them.</summary>
public sealed class LinkExposure() : Rule(new()
{
    Id = "link-exposure",
    Title = "Whoever comes over a link is let in by his own ranges and at named ports alone",
    Severity = Severity.Error,
    Scope = RuleScope.Stack,
    Fix = "admit exactly the ranges of the linked sites, each at the ports that it calls",
})
{
    private static readonly Cidr Anywhere = Cidr.Parse("0.0.0.0/0")!.Value;

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        if (LinkedRanges.Of(plan) is not { } linked)
        {
            yield break;
        }

        foreach (var group in MachineGroups.Of(plan))
        {
            var beyond = linked.Beyond(group.Vpc);
            foreach (var opening in group.Openings)
            {
                foreach (var path in opening.Ranges)
                {
                    if (opening.Range(path) is { } range && Fault(linked, beyond, range, opening.IsOpenAllOver ? "every port" : null) is { } fault)
                    {
                        yield return Found(opening.Resource, fault, path);
                    }
                }
            }
        }

        foreach (var rule in plan.Of(Types.Firewall).Where(rule => rule.Text("direction") != "EGRESS" && !rule.Is("disabled", true) && !rule.IsEmpty("allows")))
        {
            foreach (var (range, path) in Sources(rule))
            {
                if (Fault(linked, linked.BeyondGoogle, range, Unnamed(rule)) is { } fault)
                {
                    yield return Found(rule, fault, path);
                }
            }
        }
    }

    /// <summary>Why a range must not be let in so; null where it may be.</summary>
    private static string? Fault(LinkedRanges linked, IReadOnlyCollection<Cidr> beyond, Cidr range, string? unnamed)
    {
        Cidr[] met = [.. beyond.Where(each => each.Overlaps(range)).Order()];
        return met.Length == 0 ? null
            : !linked.All.Cover(range) ? $"lets in {range}, which holds {met[0]} beyond a link and addresses of nobody"
            : unnamed is not null ? $"lets in {range}, which is beyond a link, at {unnamed}"
            : null;
    }

    /// <summary>Where a rule names nobody, it means everybody.</summary>
    private static IEnumerable<(Cidr Range, string Path)> Sources(PlannedResource rule) =>
        rule.At("sourceRanges") is null && rule.IsEmpty("sourceTags") && rule.IsEmpty("sourceServiceAccounts")
            ? [(Anywhere, "sourceRanges")]
            : rule.Items("sourceRanges").Where(path => VpcReader.Range(rule, path) is not null).Select(path => (VpcReader.Range(rule, path)!.Value, path));

    /// <summary>ICMP has types instead of ports, and Google lets in all of them or none.</summary>
    private static string? Unnamed(PlannedResource rule)
    {
        foreach (var item in rule.Items("allows"))
        {
            var protocol = rule.Text(item + ".protocol");
            if (protocol is "all" || (protocol is "tcp" or "udp" or "6" or "17" && rule.Items(item + ".ports").All(path => rule.Text(path) is "0-65535" or "1-65535")
                && !Inputs.IsHidden(rule.At(item + ".ports"))))
            {
                return protocol is "all" ? "every port" : $"every port of {protocol}";
            }
        }

        return null;
    }
}
