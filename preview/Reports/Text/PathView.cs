using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>What differs inside a resource, a line for each place; never the value of a secret.</summary>
internal sealed class PathView(Canvas page, bool isWhole, int column)
{
    /// <summary>Characters of a value, unless all of it is asked for.</summary>
    private const int Most = 60;

    public void Write(PlannedChange change, bool withRemarks = true)
    {
        foreach (var path in change.Paths)
        {
            Write(path, "");
        }

        foreach (var option in change.Options)
        {
            Write(option, !withRemarks || option.Path.Input is "provider" or "readId" ? "" : "(in the engine's state, not in the cloud)");
        }
    }

    private void Write(PathChange change, string remark)
    {
        var (sign, ink) = change.Kind switch
        {
            PathChangeKind.Added => ("+", Ink.Good),
            PathChangeKind.Removed => ("-", Ink.Bad),
            _ => ("~", Ink.Warning),
        };
        List<string> words = [$"{change.Path}:"];
        words.AddRange(change.Kind switch
        {
            PathChangeKind.Added => [Said(change.After!)],
            PathChangeKind.Removed => [Said(change.Before!)],
            _ => Changed(change.Before, change.After!),
        });
        words.AddRange(remark.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        page.To(column).Write(sign, ink).Write(" ").Flow(words);
    }

    private string[] Changed(PlanValue? before, PlanValue after) => (before, after) switch
    {
        (null, _) => ["(plain text)", "->", Said(after)],
        (PlanValue.SecretValue, not PlanValue.SecretValue) => [Said(before), "->", "(plain text)"],
        _ => [Said(before), "->", Said(after)],
    };

    private string Said(PlanValue value)
    {
        var said = value is PlanValue.TextValue { Value: var text } && text.StartsWith("urn:pulumi:", StringComparison.Ordinal)
            ? Signs.Short(text)
            : Compact(value);
        return isWhole || said.Length <= Most ? said : said[..(Most - 1)] + "…";
    }

    private static string Compact(PlanValue value) => value switch
    {
        PlanValue.ListValue list => $"[{string.Join(", ", list.Items.Select(Compact))}]",
        PlanValue.ObjectValue map => $"{{{string.Join(", ", map.Members.Select(m => $"{m.Key}: {Compact(m.Value)}"))}}}",
        _ => ResourceView.Scalar(value).Said,
    };
}
