namespace CrossCloudMesh.Plan.Rules;

/// <summary>Every rule that judges the resources of a plan.</summary>
public static class AllRules
{
    private static readonly Func<IReadOnlyList<PlannedResource>, IEnumerable<Finding>>[] Rules = [DefaultProviderRule.Judge];

    /// <summary>What all rules find, in no particular order.</summary>
    public static IReadOnlyList<Finding> Judge(IReadOnlyList<PlannedResource> resources)
    {
        var findings = new List<Finding>();
        foreach (var rule in Rules)
        {
            findings.AddRange(rule(resources));
        }

        return findings;
    }
}
