using System.Text.RegularExpressions;

namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>An exception that is left only as text, as the SDK hands on what its program threw.</summary>
/// <param name="Type">Full name of its type; null where the text is a sentence and nothing else.</param>
/// <param name="Message">Its message.</param>
/// <param name="Frames">The methods that it passed, from where it was thrown, with file and line where symbols are there.</param>
internal sealed partial record ThrownText(string? Type, string Message, IReadOnlyList<string> Frames)
{
    private const string Cause = " ---> ";

    /// <summary>The build writes paths from here, so that they are the same in every clone.</summary>
    private const string Root = " in /_/";

    /// <summary>Reads the innermost exception of a text: what wraps it tells only that it was wrapped.</summary>
    public static ThrownText Of(string text)
    {
        var inner = text.LastIndexOf(Cause, StringComparison.Ordinal);
        var lines = (inner < 0 ? text : text[(inner + Cause.Length)..]).Split('\n');
        var message = string.Join('\n', lines.TakeWhile(line => !IsFrame(line) && !IsEnd(line)).Select(line => line.TrimEnd()).Where(line => line.Length > 0));
        List<string> frames = [.. lines.Where(IsFrame)];
        return Named().Match(message) is { Success: true } named
            ? new(named.Groups["type"].Value, named.Groups["message"].Value, frames)
            : new(null, message, frames);
    }

    /// <summary>The offline cloud or what surrounds it does not know what the program asks; its message says so.</summary>
    public bool IsOfPreview => Frames is [var first, ..] && first.Contains("at CrossCloudMesh.Preview.", StringComparison.Ordinal);

    /// <summary>It was thrown by a line of this repository, not by the runtime below one.</summary>
    public bool IsOfRepository => Frames is [var first, ..] && first.Contains(Root, StringComparison.Ordinal);

    /// <summary>File and line of the innermost method of this repository that is no part of the SDK's stand-in: <c>components/Links/HaVpnLink.cs:41</c>.</summary>
    public string? Source => Frames
        .Where(frame => frame.Contains(Root, StringComparison.Ordinal))
        .Select(frame => frame[(frame.IndexOf(Root, StringComparison.Ordinal) + Root.Length)..].Replace(":line ", ":", StringComparison.Ordinal).Trim())
        .FirstOrDefault(place => !place.StartsWith("offline/", StringComparison.Ordinal));

    /// <summary>Full names of the types that were being constructed, the innermost first.</summary>
    public IEnumerable<string> Constructors => Frames.Select(frame => Constructor().Match(frame)).Where(match => match.Success).Select(match => match.Groups["type"].Value);

    private static bool IsFrame(string line) => line.StartsWith("   at ", StringComparison.Ordinal);

    private static bool IsEnd(string line) => line.StartsWith("   --- End of ", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:\(Inner Exception #\d+\) )?(?<type>[\w.+`]+(?:Exception|Error)): (?<message>.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"at (?<type>[\w.+`]+)\.\.ctor\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Constructor();
}
