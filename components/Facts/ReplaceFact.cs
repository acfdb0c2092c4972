using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>What is known of the changes of one type of resource.</summary>
/// <param name="Type">The type token, such as <c>aws:ec2/vpc:Vpc</c>.</param>
/// <param name="Triggers">What makes the provider replace it.</param>
/// <param name="Source">Where this was read.</param>
public sealed record ReplaceFact(string Type, ImmutableArray<ReplaceTrigger> Triggers, Source Source)
{
    /// <summary>Paths of the lists whose order means nothing; <c>*</c> stands for each item of a list on the way.</summary>
    public ImmutableArray<string> Sets { get; init; } = [];

    /// <summary>
    /// The input that Pulumi would fill with a name of its own. Where the program gives the name, the old resource goes before the new one
    /// comes, as two cannot have the same name. Null where no input is like that.
    /// </summary>
    public string? NameProperty { get; init; }

    internal static ReplaceFact Row(
        string type, Source source, string replaces, string sets = "", string? name = "name", params ReadOnlySpan<ReplaceTrigger> when)
    {
        var triggers = ImmutableArray.CreateBuilder<ReplaceTrigger>();
        foreach (var path in Words(replaces))
        {
            triggers.Add(new(path, ReplaceWhen.Changed));
        }

        triggers.AddRange(when);
        return new(type, triggers.ToImmutable(), source) { Sets = Words(sets), NameProperty = name };
    }

    private static ImmutableArray<string> Words(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>One input that makes a provider replace a resource.</summary>
/// <param name="Path">Names from the top, with dots between; items of a list go without their place.</param>
/// <param name="When">Which change of it does.</param>
public sealed record ReplaceTrigger(string Path, ReplaceWhen When)
{
    /// <summary>The value before, for <see cref="ReplaceWhen.Turned"/>.</summary>
    public string? From { get; init; }

    /// <summary>The value after, for <see cref="ReplaceWhen.Turned"/>.</summary>
    public string? To { get; init; }

    /// <summary>What an input that is not given stands for, for <see cref="ReplaceWhen.Turned"/>.</summary>
    public string? Unsaid { get; init; }

    /// <summary>Only what had this input with this value before the change is replaced.</summary>
    public (string Input, string Value)? Before { get; init; }

    /// <summary>Nothing is replaced while this input has this value after the change.</summary>
    public (string Input, string Value)? Unless { get; init; }
}

/// <summary>Which change of an input replaces.</summary>
public enum ReplaceWhen
{
    /// <summary>Any.</summary>
    Changed,

    /// <summary>The new address range does not hold all of the old one.</summary>
    Shrunk,

    /// <summary>It is there on one side only.</summary>
    CameOrWent,

    /// <summary>It is no longer there.</summary>
    Went,

    /// <summary>It is there afterwards, with a value that it did not have.</summary>
    Given,

    /// <summary>It was there and still is, with another value.</summary>
    ChangedWhilePresent,

    /// <summary>From one given value to another.</summary>
    Turned,

    /// <summary>The list no longer holds all that it held.</summary>
    Lost,
}
