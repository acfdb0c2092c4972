namespace CrossCloudMesh.Plan;

/// <summary>Something in the plan that its owner should know.</summary>
/// <param name="Rule">Stable id, in kebab case.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Urn">The resource it is about; null where it is about the whole plan.</param>
/// <param name="Message">What is so, in one sentence without a full stop.</param>
/// <param name="Fix">What to do.</param>
public sealed record Finding(string Rule, Severity Severity, string? Urn, string Message, string Fix) : IComparable<Finding>
{
    /// <summary>What in the resource shows it.</summary>
    public Sequence<Evidence> Evidence { get; init; } = [];

    /// <summary>URNs of other resources that have a part in it, in ordinal order.</summary>
    public Sequence<string> Related { get; init; } = [];

    /// <summary>The line of the settings that it is about; null where it is about a resource, whose own line counts, or where none is known.</summary>
    public SourceLine? Source { get; init; }

    /// <summary>What the plan was compared with has it as well, so the change does not bring it.</summary>
    public bool Stood { get; init; }

    /// <summary>Why it does not count; null where it does.</summary>
    public Waiver? Suppressed { get; init; }

    /// <summary>What counts before what is suppressed, then the worst first, then what is new, then by rule, URN and message.</summary>
    public int CompareTo(Finding? other)
    {
        if (other is null)
        {
            return -1;
        }

        var order = (Suppressed is not null).CompareTo(other.Suppressed is not null);
        order = order != 0 ? order : other.Severity.CompareTo(Severity);
        order = order != 0 ? order : Stood.CompareTo(other.Stood);
        order = order != 0 ? order : string.CompareOrdinal(Rule, other.Rule);
        order = order != 0 ? order : string.CompareOrdinal(Urn, other.Urn);
        return order != 0 ? order : string.CompareOrdinal(Message, other.Message);
    }

    public static bool operator <(Finding left, Finding right) => left.CompareTo(right) < 0;

    public static bool operator >(Finding left, Finding right) => left.CompareTo(right) > 0;

    public static bool operator <=(Finding left, Finding right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Finding left, Finding right) => left.CompareTo(right) >= 0;
}

/// <summary>One property that shows what a finding says.</summary>
/// <param name="Path">From the resource's inputs down, such as <c>vpcConfig.publicAccessCidrs[0]</c>, or <c>options.protect</c>.</param>
/// <param name="Value">What stands there; null where nothing does.</param>
public sealed record Evidence(string Path, PlanValue? Value);

/// <summary>That somebody took responsibility for a finding.</summary>
/// <param name="Reason">Why, in the words of the settings.</param>
/// <param name="Expires">The last day on which it holds, as <c>2027-03-31</c>.</param>
public sealed record Waiver(string Reason, string Expires);

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    Info,
    Warning,
    Error,
}
