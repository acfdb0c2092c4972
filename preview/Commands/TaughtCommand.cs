using System.CommandLine;
using System.CommandLine.Completions;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>A command below <c>preview</c>.</summary>
/// <param name="name">The word that is typed.</param>
/// <param name="summary">What it does, in the one line that the list of commands has for it; without a full stop.</param>
/// <param name="lesson">The rest of its help.</param>
internal sealed class TaughtCommand(string name, string summary, Lesson lesson) : Command(name, summary)
{
    public Lesson Lesson { get; } = lesson;
}

/// <summary>Something that must be given.</summary>
internal interface INamedArgument
{
    /// <summary>One that can be given.</summary>
    string Example { get; }
}

/// <summary>An argument that must be given.</summary>
internal sealed class NamedArgument : Argument<string>, INamedArgument
{
    /// <param name="name">What it is: <c>stack</c>.</param>
    /// <param name="example">One that can be given, for those who left it out.</param>
    /// <param name="known">All that can be given; empty where nobody knows.</param>
    public NamedArgument(string name, string example, params string[] known)
        : base(name)
    {
        Example = example;
        if (known.Length == 0)
        {
            return;
        }

        CompletionSources.Add(known);
        Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var word }] && Array.IndexOf(known, word) < 0)
            {
                result.AddError($"{name}: must be one of {string.Join(", ", known)}; got {word}");
            }
        });
    }

    public string Example { get; }

    /// <summary>What can be given, as long as nothing was.</summary>
    public override IEnumerable<CompletionItem> GetCompletions(CompletionContext context) =>
        context.ParseResult.GetResult(this)?.Tokens.Count > 0 ? [] : base.GetCompletions(context);
}

/// <summary>Arguments of which one at least must be given.</summary>
internal sealed class NamedArguments : Argument<string[]>, INamedArgument
{
    /// <param name="name">What each is: <c>plan</c>.</param>
    /// <param name="example"><inheritdoc cref="NamedArgument" path="/param[@name='example']"/></param>
    public NamedArguments(string name, string example)
        : base(name) => (Example, Arity) = (example, ArgumentArity.OneOrMore);

    public string Example { get; }
}
