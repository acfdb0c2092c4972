using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What the stack's owners have decided about the rules of the preview; a deployment only checks its form.</summary>
public sealed record RulesSettings
{
    [Description("Findings that are known and accepted for a time. They stay in every report, with their reason.")]
    [MaxLength(100)]
    public ImmutableArray<SuppressionSettings> Suppress { get; init; } = [];
}

/// <summary>One accepted finding.</summary>
public sealed record SuppressionSettings
{
    [Description("The id of the rule, as the report shows it in brackets; `preview rules` lists them all.")]
    public required RuleId Rule { get; init; }

    [Description("The name of the resource, or its URN. A * stands for any run of characters; an exact name is better, "
        + "because a pattern also takes what is added later.")]
    public required ResourcePattern Resource { get; init; }

    [Description("Why it is right as it is, for whoever reads the report.")]
    public required Reason Reason { get; init; }

    [Description("The last day on which this holds, in quotes. The day after, the finding is back.")]
    public required CalendarDay Expires { get; init; }
}
