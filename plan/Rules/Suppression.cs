using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Rules;

/// <summary>That somebody takes responsibility for what one rule finds, for a time.</summary>
/// <param name="Path">Where it stands in the settings: <c>rules.suppress[0]</c>.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Resource">The resources that it is about.</param>
/// <param name="Reason">Why it is right as it is.</param>
/// <param name="Expires">The last day on which it holds.</param>
public sealed record Suppression(string Path, string Rule, ResourcePattern Resource, string Reason, CalendarDay Expires)
{
    /// <summary>The line of the settings on which it stands; null where that is not known.</summary>
    public SourceLine? Source { get; init; }

    /// <summary>The findings, those that are suppressed marked as such, and those that the suppressions themselves give rise to.</summary>
    /// <remarks>A finding about the whole plan belongs to no resource, so only the pattern <c>*</c> takes it.</remarks>
    /// <param name="findings">What the rules found.</param>
    /// <param name="suppressions">What the settings say; where two are about the same finding, the first holds.</param>
    /// <param name="today">The day on which the plan is judged.</param>
    public static IEnumerable<Finding> Apply(IEnumerable<Finding> findings, IReadOnlyList<Suppression> suppressions, DateOnly today)
    {
        var matched = new bool[suppressions.Count];
        foreach (var finding in findings)
        {
            Waiver? waiver = null;
            for (var i = 0; i < suppressions.Count; i++)
            {
                var each = suppressions[i];
                if (each.Rule == finding.Rule && each.Resource.Matches(finding.Urn ?? ""))
                {
                    matched[i] = true;
                    waiver ??= today <= each.Expires.Date ? new(each.Reason, each.Expires.ToString()) : null;
                }
            }

            yield return waiver is null ? finding : finding with { Suppressed = waiver };
        }

        for (var i = 0; i < suppressions.Count; i++)
        {
            var each = suppressions[i];
            if (!matched[i])
            {
                yield return About(
                    OtherFindings.SuppressionUnused, each, $"suppresses {each.Rule} for {each.Resource}, where there is nothing to suppress");
            }
            else if (today > each.Expires.Date)
            {
                yield return About(
                    OtherFindings.SuppressionExpired, each, $"suppressed {each.Rule} for {each.Resource} until {each.Expires}, because: {each.Reason}");
            }
        }
    }

    private static Finding About(RuleFacts rule, Suppression suppression, string what) =>
        new(rule.Id, rule.Severity, null, $"{suppression.Path} {what}", rule.Fix) { Source = suppression.Source };
}
