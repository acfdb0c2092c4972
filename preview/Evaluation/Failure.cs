using Pulumi;

namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>Turns what the SDK throws into what the author of a program needs to read.</summary>
internal static class Failure
{
    private const string Unhandled = "failed with an unhandled exception:";

    public static List<string> Messages(Exception problem)
    {
        var messages = new List<string>();
        Collect(problem, messages);
        return messages;
    }

    private static void Collect(Exception problem, List<string> messages)
    {
        if (problem is AggregateException several)
        {
            foreach (var one in several.InnerExceptions)
            {
                Collect(one, messages);
            }

            return;
        }

        var message = Clean(problem is RunException ? problem.Message : $"{problem.GetType().FullName}: {problem.Message}");
        if (!messages.Contains(message))
        {
            messages.Add(message);
        }
    }

    /// <summary>The message without the SDK's preamble, the exception's namespace and the stack.</summary>
    private static string Clean(string message)
    {
        var start = message.IndexOf(Unhandled, StringComparison.Ordinal);
        var text = start < 0 ? message : message[(start + Unhandled.Length)..];
        var kept = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var trimmed = line.TrimStart();
            if (trimmed.StartsWith("at ", StringComparison.Ordinal) && line.StartsWith("   ", StringComparison.Ordinal))
            {
                continue;
            }

            if (trimmed.Length > 0 && !trimmed.StartsWith("---", StringComparison.Ordinal))
            {
                kept.Add(line.TrimEnd());
            }
        }

        var clean = string.Join('\n', kept);
        return WithoutTypeName(clean).Trim();
    }

    /// <summary>An exception's text begins with its type; where that is one of the plain ones, it says nothing to the reader.</summary>
    private static string WithoutTypeName(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        var name = colon < 0 ? "" : text[..colon];
        return name is "Pulumi.ResourceException" or "Pulumi.RunException" or "System.InvalidOperationException" or "System.ArgumentException" or "System.Exception"
            ? text[(colon + 2)..]
            : text;
    }
}
