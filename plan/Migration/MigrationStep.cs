namespace CrossCloudMesh.Plan.Migration;

/// <summary>One step of a move.</summary>
/// <param name="Title">What is done.</param>
/// <param name="Says">What one should know of it, a paragraph each.</param>
/// <param name="Commands">What is typed, a line each; none where it is done otherwise.</param>
/// <param name="Before">What must hold before the next step.</param>
public sealed record MigrationStep(string Title, Sequence<string> Says, Sequence<string> Commands, string Before);
