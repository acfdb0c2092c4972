using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Reports;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>What the caller asked for.</summary>
/// <param name="Stack">Name of the stack.</param>
/// <param name="Report">How to tell it.</param>
/// <param name="Out">File to write instead of standard output.</param>
/// <param name="Detail">How much of it.</param>
/// <param name="FailOn">The least severity that makes the command fail; null for none.</param>
/// <param name="Color">Null to decide by the terminal.</param>
/// <param name="Project">A folder in the project; null for the current one.</param>
/// <param name="Base">The plan's file or the commit to compare with; null for none.</param>
/// <param name="ExpectsNoChanges">A change makes the command fail.</param>
/// <param name="State">File of the state to compare with; null for none.</param>
internal sealed record PreviewRequest(
    string Stack, IReport Report, string? Out, Detail Detail, Severity? FailOn, bool? Color, string? Project,
    string? Base, bool ExpectsNoChanges, string? State);
