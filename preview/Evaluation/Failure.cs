using Pulumi;

namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>Turns what the SDK throws into what the author of a program needs to read.</summary>
internal static class Failure
{
    private const string Unhandled = "failed with an unhandled exception:";

    /// <param name="problem">What came out of a run.</param>
    /// <param name="made">What the program was making: of a full type name, the token and name of the last resource of it; or null.</param>
    public static ProgramFailedException Of(Exception problem, Func<string, string?> made)
    {
        var texts = new List<string>();
        Collect(problem, texts);
        return new([.. texts.Select(text => Sentence(text, made)).Distinct(StringComparer.Ordinal)], string.Join('\n', texts));
    }

    private static void Collect(Exception problem, List<string> texts)
    {
        if (problem is AggregateException several)
        {
            foreach (var one in several.InnerExceptions)
            {
                Collect(one, texts);
            }

            return;
        }

        var text = problem is RunException ? problem.Message : $"{problem}";
        var start = text.IndexOf(Unhandled, StringComparison.Ordinal);
        texts.Add((start < 0 ? text : text[(start + Unhandled.Length)..]).ReplaceLineEndings("\n").Trim());
    }

    /// <summary>Whether somebody wrote the message for whoever reads it here, and not the runtime for whoever debugs.</summary>
    private static bool IsMeant(ThrownText thrown) => thrown.Type switch
    {
        "Pulumi.ResourceException" or "Pulumi.RunException" => true,
        "System.InvalidOperationException" or "System.ArgumentException" or "System.Exception" => thrown.IsOfPreview || thrown.IsOfRepository,
        _ => thrown.IsOfPreview,
    };

    /// <summary>What the program says of itself as it is; where it did not mean to fail, also where that was.</summary>
    private static string Sentence(string text, Func<string, string?> made)
    {
        var thrown = ThrownText.Of(text);
        if (thrown.Type is not { } type || IsMeant(thrown))
        {
            return thrown.Message;
        }

        var place = thrown.Source is { } source ? $"{source}: " : "";
        var maker = thrown.Constructors.Select(made).OfType<string>().FirstOrDefault();
        return $"{place}the program is at fault, not the settings{(maker is null ? "" : $", where it makes {maker}")}: {thrown.Message.TrimEnd('.')} "
            + $"({type[(type.LastIndexOf('.') + 1)..]}); mend it there; PREVIEW_DEBUG=1 shows its trace";
    }
}
