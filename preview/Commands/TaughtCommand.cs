using System.CommandLine;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>A command below <c>preview</c>.</summary>
/// <param name="name">The word that is typed.</param>
/// <param name="summary">What it does, in the one line that the list of commands has for it; without a full stop.</param>
/// <param name="lesson">The rest of its help.</param>
internal sealed class TaughtCommand(string name, string summary, Lesson lesson) : Command(name, summary)
{
    public Lesson Lesson { get; } = lesson;
}

/// <summary>An argument that must be given.</summary>
/// <param name="name">What it is: <c>stack</c>.</param>
/// <param name="example">One that can be given, for those who left it out.</param>
internal sealed class NamedArgument(string name, string example) : Argument<string>(name)
{
    /// <summary>One that can be given.</summary>
    public string Example { get; } = example;
}
