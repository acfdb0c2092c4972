using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Preview.Commands.Bases;

/// <summary>What a preview is compared with, or why with nothing.</summary>
/// <param name="Plan">Null where nothing was asked for, or it is not to be had.</param>
/// <param name="Source">What it is; null where there is no plan.</param>
internal sealed record BaseAnswer(PlanDocument? Plan, BaseSource? Source)
{
    /// <summary>Why there is none, a line each; none where nothing was asked for.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    public static BaseAnswer Nothing { get; } = new(null, null);

    public static BaseAnswer No(params IReadOnlyList<string> problems) => new(null, null) { Problems = problems };
}
