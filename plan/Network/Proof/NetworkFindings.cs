using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>What the proof finds wrong, as findings of the plan.</summary>
public static class NetworkFindings
{
    public static RuleFacts Reachability { get; } = new()
    {
        Id = "link-reachability",
        Title = "Linked sites reach one another both ways, at every port of the mesh, whatever one thing or two independent ones fail",
        Severity = Severity.Error,
        Scope = RuleScope.Stack,
        Fix = "mend what stops the packet, or what takes the last way away; other findings may say which input it is",
    };

    public static RuleFacts Capacity { get; } = new()
    {
        Id = "link-capacity",
        Title = "What a link must carry, it still carries after those failures",
        Severity = Severity.Error,
        Scope = RuleScope.Stack,
        Fix = "demand less, make the tunnels large, or add a link",
    };

    public static RuleFacts Preference { get; } = new()
    {
        Id = "link-preference",
        Title = "Both sites send by the primary of their link while any of it is there, and by its backup when none is",
        Severity = Severity.Error,
        Scope = RuleScope.Stack,
        Fix = "announce the same ranges to AWS on both, and to Google the halves of AWS's ranges on the interconnect and the whole ones on the VPN",
    };

    public static RuleFacts PacketSize { get; } = new()
    {
        Id = "link-packet-size",
        Title = "The largest packet of the sites fits into whatever joins them, primary and backup",
        Severity = Severity.Error,
        Scope = RuleScope.Stack,
        Fix = "lower packetBytes and what the clusters send, or choose a cipher that leaves more room",
    };

    public static IReadOnlyList<RuleFacts> Rules { get; } = [Capacity, PacketSize, Preference, Reachability];

    /// <summary>One finding for each pair of sites that is not joined as it must be.</summary>
    public static IEnumerable<Finding> Of(NetworkReport? report)
    {
        foreach (var pair in report?.Pairs ?? [])
        {
            if (pair.Counterexample is { } found)
            {
                var rule = Rules.First(each => each.Id == found.Rule);
                yield return new(rule.Id, rule.Severity, pair.Urn, Text(pair, found), rule.Fix);
            }
        }
    }

    private static string Text(PairVerdict pair, Counterexample found)
    {
        var after = found.Failures.Count == 0 ? "" : $" without {string.Join(" and ", found.Failures)}";
        var flow = found.Flow.Length == 0 ? "" : $"{found.Flow}: ";
        return $"{pair.From} and {pair.To} are not joined as they must be{after}: {flow}{found.Fault}";
    }
}
