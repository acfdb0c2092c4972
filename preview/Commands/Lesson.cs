using System.CommandLine;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>What the help of a command says beside its arguments and options.</summary>
/// <param name="About">What it does, a paragraph each.</param>
/// <param name="Groups">Its options, by what they are for.</param>
/// <param name="Examples">What people type first, and why.</param>
/// <param name="Ends">Each exit code that the command may have.</param>
internal sealed record Lesson(
    IReadOnlyList<string> About, IReadOnlyList<OptionGroup> Groups, IReadOnlyList<Example> Examples, IReadOnlyList<Ending> Ends);

/// <summary>Options that are looked for together.</summary>
/// <param name="Title">What they are for: <c>What it tells</c>.</param>
/// <param name="Options">In the order in which they are told.</param>
internal sealed record OptionGroup(string Title, params IReadOnlyList<Option> Options);

/// <summary>A command line that works in this repository.</summary>
/// <param name="Args">What stands after <c>preview</c>.</param>
/// <param name="Purpose">What it is typed for, without a full stop.</param>
internal sealed record Example(string Args, string Purpose);

/// <summary>How a command can end.</summary>
/// <param name="Code">One of <see cref="ExitCode"/>.</param>
/// <param name="Meaning">When it does, without a full stop.</param>
internal sealed record Ending(int Code, string Meaning)
{
    public static Ending Fine { get; } = new(ExitCode.Fine, "fine");

    public static Ending BadSettings { get; } = new(ExitCode.BadSettings, "bad settings or arguments");

    public static Ending ProgramFailed { get; } = new(ExitCode.ProgramFailed, "the program failed");
}
