namespace CrossCloudMesh.Plan.Diff;

/// <summary>One difference inside a resource.</summary>
/// <param name="Path">Where.</param>
/// <param name="Kind">What happens there.</param>
/// <param name="Before">Null where nothing was there, and where it was plain text and becomes a secret: then nobody may read it any more.</param>
/// <param name="After">Null where nothing is left.</param>
public sealed record PathChange(PropertyPath Path, PathChangeKind Kind, PlanValue? Before, PlanValue? After);

/// <summary>What happens at a place.</summary>
public enum PathChangeKind
{
    Added,
    Changed,
    Removed,
}
