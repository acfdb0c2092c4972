using CrossCloudMesh.Preview.Commands;

namespace CrossCloudMesh.Preview.Doctor;

/// <summary>What is looked at: a project, and the machine that it is on.</summary>
/// <param name="Around">The machine.</param>
/// <param name="Root">The folder of <c>Pulumi.yaml</c>.</param>
/// <param name="Load">Reads the settings of a stack.</param>
/// <param name="IsOnline">The network may be asked.</param>
internal sealed record Patient(Surroundings Around, string Root, ProgramLoader Load, bool IsOnline)
{
    /// <summary>Where Pulumi keeps what is its own; every Pulumi command makes it.</summary>
    public string PulumiHome => Named("PULUMI_HOME") ?? InHome(".pulumi");

    /// <summary>A variable of the environment; null where it is not set, or to nothing.</summary>
    public string? Named(string variable) => Around.Variable(variable) is { Length: > 0 } value ? value : null;

    /// <summary>Whether a variable is set to anything; what to is nobody's business.</summary>
    public bool Has(string variable) => Named(variable) is not null;

    public string InHome(params ReadOnlySpan<string> path) => Path.Combine([Around.Home, .. path]);

    public string InProject(params ReadOnlySpan<string> path) => Path.Combine([Root, .. path]);

    /// <summary>The first line of what a program says of itself; null where it is not there or fails.</summary>
    public string? Says(string program, params IReadOnlyList<string> args) =>
        Around.Tool(Root, program, args) is { Code: 0 } run ? run.Text.Trim().Split('\n')[0].Trim() : null;
}
