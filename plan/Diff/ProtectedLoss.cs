using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Diff;

/// <summary>What was protected before an update and would not survive it.</summary>
/// <remarks>
/// The engine lets a replacement pass if the same update lifts the protection. Here it is refused too: to lift it is a step of its own, so
/// that nobody loses a cluster by one edit.
/// </remarks>
internal static class ProtectedLoss
{
    public static IEnumerable<Finding> Of(PlanDiff diff)
    {
        foreach (var (change, before, _) in diff.Changes)
        {
            if (before is { Options.Protect: true } && change.Op is Operation.Replace or Operation.Delete)
            {
                yield return new(
                    OtherFindings.ProtectedLoss.Id,
                    OtherFindings.ProtectedLoss.Severity,
                    change.Urn,
                    change.Op == Operation.Delete
                        ? "is protected, and this update would delete it"
                        : $"is protected, and this update would replace it, because of {string.Join(", ", change.Reasons.Select(reason => reason.Path.ToString()).Distinct())}",
                    OtherFindings.ProtectedLoss.Fix);
            }
        }
    }
}
