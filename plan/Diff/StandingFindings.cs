namespace CrossCloudMesh.Plan.Diff;

/// <summary>Which findings a change does not bring, as what stood before has them too.</summary>
internal static class StandingFindings
{
    /// <summary>Findings of the later plan, those marked that the earlier one has of the same rule and resource, one for one.</summary>
    /// <remarks>A message may count days until something ends, so the same message comes first and another one counts as well.</remarks>
    public static IEnumerable<Finding> Of(PlanDocument before, PlanDocument after)
    {
        var renames = new Pairing(before, after).Renames;
        var same = new Dictionary<(string Rule, string? Urn, Severity Severity, string Message), int>();
        var alike = new Dictionary<(string Rule, string? Urn, Severity Severity), int>();
        foreach (var old in before.Findings.Where(finding => finding.Suppressed is null).Select(finding => finding with { Urn = renames.UrnOrNull(finding.Urn) }))
        {
            same[Exactly(old)] = same.GetValueOrDefault(Exactly(old)) + 1;
            alike[About(old)] = alike.GetValueOrDefault(About(old)) + 1;
        }

        Finding[] now = [.. after.Findings];
        Mark(finding => Took(same, Exactly(finding)) && Took(alike, About(finding)));
        Mark(finding => Took(alike, About(finding)));
        return now;

        void Mark(Predicate<Finding> stood)
        {
            for (var i = 0; i < now.Length; i++)
            {
                if (now[i] is { Suppressed: null, Stood: false } finding && stood(finding))
                {
                    now[i] = finding with { Stood = true };
                }
            }
        }
    }

    private static (string Rule, string? Urn, Severity Severity, string Message) Exactly(Finding finding) => (finding.Rule, finding.Urn, finding.Severity, finding.Message);

    private static (string Rule, string? Urn, Severity Severity) About(Finding finding) => (finding.Rule, finding.Urn, finding.Severity);

    private static bool Took<T>(Dictionary<T, int> counts, T key)
        where T : notnull
    {
        if (counts.GetValueOrDefault(key) is not (> 0 and var count))
        {
            return false;
        }

        counts[key] = count - 1;
        return true;
    }
}
