namespace CrossCloudMesh.Plan;

/// <summary>Something in the plan that its owner should know.</summary>
/// <param name="Rule">Stable id, in kebab case.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Urn">The resource it is about; null where it is about the whole plan.</param>
/// <param name="Message">What is so, in one sentence without a full stop.</param>
/// <param name="Fix">What to do.</param>
public sealed record Finding(string Rule, Severity Severity, string? Urn, string Message, string Fix) : IComparable<Finding>
{
    /// <summary>The worst first, then by rule, URN and message.</summary>
    public int CompareTo(Finding? other)
    {
        if (other is null)
        {
            return -1;
        }

        var order = other.Severity.CompareTo(Severity);
        order = order != 0 ? order : string.CompareOrdinal(Rule, other.Rule);
        order = order != 0 ? order : string.CompareOrdinal(Urn, other.Urn);
        return order != 0 ? order : string.CompareOrdinal(Message, other.Message);
    }

    public static bool operator <(Finding left, Finding right) => left.CompareTo(right) < 0;

    public static bool operator >(Finding left, Finding right) => left.CompareTo(right) > 0;

    public static bool operator <=(Finding left, Finding right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Finding left, Finding right) => left.CompareTo(right) >= 0;
}

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    Info,
    Warning,
    Error,
}
