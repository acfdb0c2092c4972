using System.Text;

namespace CrossCloudMesh.Plan.Diff;

/// <summary>A place inside the inputs of a resource, as Pulumi writes it: <c>nodeConfig.labels["a.b"]</c>, <c>routes[0].cidr</c>.</summary>
/// <remarks><c>[]</c> is an item of a list whose order means nothing, and <c>[*]</c>, in a pattern, every item or member.</remarks>
public sealed record PropertyPath(Sequence<PathStep> Steps)
{
    public static PropertyPath Root { get; } = new(Sequence<PathStep>.Empty);

    /// <summary>The name of the input that it begins with; empty at the root.</summary>
    public string Input => Steps.Count > 0 ? Steps[0].Key ?? "" : "";

    public static PropertyPath Of(params ReadOnlySpan<PathStep> steps) => new(Sequence.Create(steps));

    /// <summary>Reads the written form; null where it is none.</summary>
    public static PropertyPath? Parse(string text)
    {
        var steps = new List<PathStep>();
        var at = 0;
        while (at < text.Length)
        {
            var step = text[at] == '[' ? Bracket(text, ref at) : Name(text, ref at, isFirst: at == 0);
            if (step is not { } found)
            {
                return null;
            }

            steps.Add(found);
        }

        return steps.Count == 0 ? null : new(Sequence.Create<PathStep>([.. steps]));
    }

    /// <summary>Whether one of the two leads to or through the other; a star in either stands for any step.</summary>
    public bool Touches(PropertyPath other)
    {
        for (var i = 0; i < Math.Min(Steps.Count, other.Steps.Count); i++)
        {
            if (!Steps[i].Matches(other.Steps[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether this leads to the other or to something that holds it.</summary>
    public bool Covers(PropertyPath other) => Steps.Count <= other.Steps.Count && Touches(other);

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var step in Steps)
        {
            if (step.Key is { } key && IsPlain(key))
            {
                text.Append(text.Length == 0 ? "" : ".").Append(key);
            }
            else if (step.Key is { } odd)
            {
                text.Append("[\"").Append(odd.Replace("\\", "\\\\").Replace("\"", "\\\"")).Append("\"]");
            }
            else
            {
                text.Append('[').Append(step.IsAny ? "*" : step.IsSetItem ? "" : step.Index.ToString()).Append(']');
            }
        }

        return text.ToString();
    }

    private static PathStep? Name(string text, ref int at, bool isFirst)
    {
        var start = at + (text[at] == '.' && !isFirst ? 1 : 0);
        if (!isFirst && start == at)
        {
            return null;
        }

        var end = text.AsSpan(start).IndexOfAny('.', '[') is var length and >= 0 ? start + length : text.Length;
        at = end;
        return end == start ? null : text[start..end] == "*" ? PathStep.Any : PathStep.Of(text[start..end]);
    }

    private static PathStep? Bracket(string text, ref int at)
    {
        if (at + 1 < text.Length && text[at + 1] == '"')
        {
            return Quoted(text, ref at);
        }

        var end = text.IndexOf(']', at);
        if (end < 0)
        {
            return null;
        }

        var inside = text[(at + 1)..end];
        at = end + 1;
        return inside switch
        {
            "" => PathStep.SetItem,
            "*" => PathStep.Any,
            _ => int.TryParse(inside, out var index) && index >= 0 ? PathStep.Of(index) : null,
        };
    }

    private static PathStep? Quoted(string text, ref int at)
    {
        var key = new StringBuilder();
        for (var i = at + 2; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                key.Append(text[++i]);
            }
            else if (text[i] != '"')
            {
                key.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == ']')
            {
                at = i + 2;
                return PathStep.Of(key.ToString());
            }
            else
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsPlain(string key)
    {
        foreach (var letter in key)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('_' or '-' or '$'))
            {
                return false;
            }
        }

        return key.Length > 0;
    }
}

/// <summary>One step of a path: a member by its name, an item by its place, or an item of a set.</summary>
public readonly record struct PathStep
{
    private const int InSet = -1;
    private const int Every = -2;

    private PathStep(string? key, int index) => (Key, Index) = (key, index);

    public static PathStep SetItem { get; } = new(null, InSet);

    public static PathStep Any { get; } = new(null, Every);

    /// <summary>The name of the member; null for an item.</summary>
    public string? Key { get; }

    /// <summary>The place of the item, from 0.</summary>
    public int Index { get; }

    public bool IsSetItem => Key is null && Index == InSet;

    public bool IsAny => Key is null && Index == Every;

    public static PathStep Of(string key) => new(key, 0);

    public static PathStep Of(int index) => new(null, index);

    internal bool Matches(PathStep other) => IsAny || other.IsAny || this == other;
}
