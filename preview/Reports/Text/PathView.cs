using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>What differs inside a resource, a line for each place; never the value of a secret.</summary>
internal sealed class PathView(Canvas page, bool isWhole, int column)
{
    private const string Urn = "urn:pulumi:";

    /// <summary>Characters of a value, unless all of it is asked for.</summary>
    private const int Most = 60;

    /// <summary>Characters before the place where two long values part.</summary>
    private const int Context = 12;

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

    /// <summary>One difference.</summary>
    public void Write(PathChange change, string remark = "")
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
        (PlanValue.SecretValue old, PlanValue.SecretValue now) when !isWhole && IsMade(old) && IsMade(now) => ["secret", "changed"],
        (PlanValue.SecretValue, PlanValue.SecretValue) => ["secret", "changed:", Said(before), "->", Said(after)],
        _ when Window(before, after) is var (old, now) => [old, "->", now],
        _ => [Said(before), "->", Said(after)],
    };

    /// <summary>A secret that the program makes out of others has no name that would tell a reader anything.</summary>
    private static bool IsMade(PlanValue.SecretValue secret) => secret.Ref.StartsWith("derived:", StringComparison.Ordinal);

    /// <summary>Of two long texts the places where they part; null where both are short, or all of them is asked for.</summary>
    private (string Old, string Now)? Window(PlanValue before, PlanValue after)
    {
        var (old, now) = (Compact(before), Compact(after));
        if (isWhole || (old.Length <= Most && now.Length <= Most))
        {
            return null;
        }

        var same = old.AsSpan().CommonPrefixLength(now);
        var start = same > Most / 2 ? same - Context : 0;
        return (Cut(old), Cut(now));

        string Cut(string said)
        {
            var rest = said[Math.Min(start, said.Length)..];
            return (start > 0 ? "…" : "") + (rest.Length <= Most ? rest : rest[..(Most - 1)] + "…");
        }
    }

    private string Said(PlanValue value)
    {
        var said = value switch
        {
            PlanValue.TextValue { Value: var text } when text.StartsWith(Urn, StringComparison.Ordinal) => Signs.Short(text),
            PlanValue.SecretValue { Ref: var origin } when origin.StartsWith(Urn, StringComparison.Ordinal) => $"[secret {Signs.Short(origin)}]",
            _ => Compact(value),
        };
        return isWhole || said.Length <= Most ? said : said[..(Most - 1)] + "…";
    }

    private static string Compact(PlanValue value) => value switch
    {
        PlanValue.ListValue list => $"[{string.Join(", ", list.Items.Select(Compact))}]",
        PlanValue.ObjectValue map => $"{{{string.Join(", ", map.Members.Select(m => $"{m.Key}: {Compact(m.Value)}"))}}}",
        _ => ResourceView.Scalar(value).Said,
    };
}
