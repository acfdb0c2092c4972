using System.Net;
using System.Text;

namespace CrossCloudMesh.Plan.Diff;

/// <summary>What differs in the inputs of a resource, as the engine would see it.</summary>
internal static class InputDiff
{
    public static Sequence<PathChange> Of(Pair pair, Pairing pairing, Func<string, Pair?> find)
    {
        var changes = ValueDiff.Of(pairing.Renames.Values(pair.Before!.Inputs), pair.After.Inputs, Shape.Of(pair.After.Type));
        if (changes.Count == 0)
        {
            return changes;
        }

        var ignored = pair.After.Options.IgnoreChanges.Select(PropertyPath.Parse).OfType<PropertyPath>().ToList();
        var renamedInputs = pairing.Renames.Any ? OnlyRenamed(pair, find, changes) : null;
        return Sequence.Create<PathChange>(
            [.. changes.Where(c => !ignored.Exists(i => i.Covers(c.Path)) && renamedInputs?.Contains(c.Path.Input) != true)]);
    }

    /// <summary>
    /// Inputs that come from a renamed resource and differ only in what was drawn from its name. The offline cloud draws an id from the
    /// name; the real resource keeps the id that it has.
    /// </summary>
    private static HashSet<string> OnlyRenamed(Pair pair, Func<string, Pair?> find, Sequence<PathChange> changes)
    {
        var inputs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var input in changes.Select(c => c.Path.Input).Distinct(StringComparer.Ordinal))
        {
            var origins = pair.After.PropertyDependencies[input]?.Select(find).OfType<Pair>().Where(p => p.IsRenamed).ToList() ?? [];
            if (origins.Count > 0 && pair.Before!.Inputs[input] is { } before && pair.After.Inputs[input] is { } after
                && Form(before, origins).Equals(Form(after, origins)))
            {
                inputs.Add(input);
            }
        }

        return inputs;
    }

    private static PlanValue Form(PlanValue value, List<Pair> origins) => value switch
    {
        PlanValue.TextValue text => PlanValue.Of(Form(text.Value, origins)),
        PlanValue.ListValue list => new PlanValue.ListValue(Sequence.Create<PlanValue>(
            [.. list.Items.Select(i => Form(i, origins)).OrderBy(i => (i as PlanValue.TextValue)?.Value, StringComparer.Ordinal)])),
        PlanValue.ObjectValue map => new PlanValue.ObjectValue(new([.. map.Members.Select(m => KeyValuePair.Create(m.Key, Form(m.Value, origins)))])),
        _ => value,
    };

    /// <summary>A text with the old names turned into the new ones, and whatever looks drawn by lot left out.</summary>
    private static string Form(string text, List<Pair> origins)
    {
        if (IPAddress.TryParse(text, out _))
        {
            return "#";
        }

        foreach (var origin in origins)
        {
            text = text.Replace(origin.Before!.Name, origin.After.Name, StringComparison.Ordinal);
        }

        var form = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            {
                end++;
            }

            var word = text.AsSpan(at, end - at);
            _ = IsDrawn(word) ? form.Append('#') : form.Append(word);
            _ = end < text.Length ? form.Append(text[end]) : form;
            at = end + 1;
        }

        return form.ToString();
    }

    private static bool IsDrawn(ReadOnlySpan<char> word)
    {
        const int Least = 5;
        return word.Length >= Least && word.IndexOfAnyInRange('0', '9') >= 0 && word.IndexOfAnyInRange('a', 'z') >= 0
            && word.IndexOfAnyInRange('A', 'Z') < 0;
    }
}
