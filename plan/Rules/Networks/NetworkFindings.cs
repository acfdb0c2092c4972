using CrossCloudMesh.Plan.Network;

namespace CrossCloudMesh.Plan.Rules.Networks;

/// <summary>What the network proof means for a plan: every pair of sites that it shows apart is an error.</summary>
public static class NetworkFindings
{
    /// <param name="report">What was proven; null where nothing had to be.</param>
    public static IEnumerable<Finding> Of(NetworkReport? report)
    {
        foreach (var pair in report?.Pairs ?? [])
        {
            if (pair.Counterexample is { } shown)
            {
                var about = OtherFindings.NetworkProof;
                yield return new(about.Id, about.Severity, pair.Urn, $"{pair.Aws} and {pair.Google}: {Sentence(shown)}", about.Fix);
            }
        }
    }

    /// <summary>A counterexample for a reader, without a full stop.</summary>
    public static string Sentence(Counterexample shown)
    {
        var down = shown.Failures.Count == 0 ? "with nothing down" : $"with {string.Join(" and ", shown.Failures)} down";
        return shown.Flow.Length == 0 ? $"{down}, {shown.Fault}" : $"{down}, {shown.Flow} does not get through: {shown.Fault}";
    }
}
