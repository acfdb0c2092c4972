using System.Text;
using CrossCloudMesh.Preview.Commands.Bases;

namespace CrossCloudMesh.Preview.Commands;

/// <summary>What a command finds around it: streams, environment and where it was called.</summary>
public sealed record Surroundings
{
    /// <summary>Where the result goes, and nothing else.</summary>
    public required Stream Out { get; init; }

    /// <summary>Where faults and progress go.</summary>
    public required TextWriter Error { get; init; }

    public required string Directory { get; init; }

    /// <summary>A variable of the environment, or null.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The home folder of whoever calls; empty where nobody has one.</summary>
    public string Home { get; init; } = "";

    /// <summary>Runs other programs, for what only they know of themselves.</summary>
    public ToolRunner Tool { get; init; } = (_, _, _) => null;

    /// <summary>What tells the day on which support windows and suppressions are judged.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What runs git, and the preview of another commit.</summary>
    internal IProcesses Processes { get; init; } = new Processes();

    /// <summary>Somebody looks at the result as it comes.</summary>
    public bool IsOutTerminal { get; init; }

    /// <summary>Somebody looks at the faults as they come.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Where the result goes, characters beyond ASCII can be read.</summary>
    public bool IsUnicode { get; init; } = true;

    public static Surroundings OfProcess() => new()
    {
        Out = Console.OpenStandardOutput(),
        Error = Console.Error,
        Directory = Environment.CurrentDirectory,
        Variable = Environment.GetEnvironmentVariable,
        Home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        Tool = ExternalTool.Run,
        IsOutTerminal = !Console.IsOutputRedirected,
        IsErrorTerminal = !Console.IsErrorRedirected,
        IsUnicode = Console.OutputEncoding.CodePage == Encoding.UTF8.CodePage,
    };

    /// <summary>Today in UTC, so that it is the same day for everybody.</summary>
    internal DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>Where GitHub shows the files of the commit that its workflow looks at, with a slash at the end; null outside of one.</summary>
    /// <remarks>Source: https://docs.github.com/en/actions/reference/workflows-and-actions/variables, read 2026-11-21.</remarks>
    internal string? Pages =>
        Variable("GITHUB_SERVER_URL") is { Length: > 0 } server && Variable("GITHUB_REPOSITORY") is { Length: > 0 } repository && Variable("GITHUB_SHA") is { Length: > 0 } commit
            && Uri.TryCreate($"{server}/{repository}/blob/{commit}/", UriKind.Absolute, out var pages) && pages.Scheme == Uri.UriSchemeHttps
            ? pages.AbsoluteUri
            : null;

    /// <summary>Whether a stream that is or is no terminal gets colour, as the variables that people agreed on have it.</summary>
    internal bool WantsColor(bool isTerminal)
    {
        if (Variable("NO_COLOR") is { Length: > 0 })
        {
            return false;
        }

        if (Variable("CLICOLOR_FORCE") is { Length: > 0 } force && force != "0")
        {
            return true;
        }

        return isTerminal && Variable("TERM") != "dumb";
    }

    /// <summary>Writes the result. That a reader has seen enough and closed the pipe, as <c>head</c> does, .NET itself takes for success.</summary>
    /// <exception cref="UntoldException">Not all of it could be written: a full disk must not pass for a whole result.</exception>
    internal void Tell(ReadOnlyMemory<byte> result)
    {
        try
        {
            Out.Write(result.Span);
            Out.Flush();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UntoldException(problem);
        }
    }

    /// <summary>Says what is wrong, a line each.</summary>
    /// <returns>The code given.</returns>
    internal int Fail(int code, params IReadOnlyList<string> messages)
    {
        foreach (var message in messages)
        {
            Error.WriteLine(message);
        }

        Error.Flush();
        return code;
    }

    /// <summary>Whether passing remarks would be seen by a person and swept away again.</summary>
    internal bool WantsProgress => IsErrorTerminal && Variable("TERM") != "dumb" && string.IsNullOrEmpty(Variable("CI"));
}
