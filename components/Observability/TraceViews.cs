using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Xray;
using Pulumi.Aws.Xray.Inputs;

namespace CrossCloudMesh.Observability;

/// <summary>Makes groups of traces, and rules of sampling for programs that ask X-Ray for them.</summary>
/// <remarks>
/// Makes 1 resource for each. A group sees what is indexed. A rule counts only for programs whose SDK asks X-Ray whether to sample, by the
/// collector's proxy; a mesh decides for itself, and who is called follows the caller.
/// Source: https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html, read 2026-11-20.
/// </remarks>
public sealed class TraceViews : ComponentResource
{
    public const string Token = "infra:observability:TraceViews";

    private const string Any = "*";
    private const int RuleVersion = 1;

    public TraceViews(string name, TraceViewsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        foreach (var (key, group) in args.Groups)
        {
            _ = new Group($"{name}-{key}", new()
            {
                GroupName = $"{args.PhysicalName}-{key}",
                FilterExpression = group.Filter,
                InsightsConfiguration = new GroupInsightsConfigurationArgs { InsightsEnabled = group.HasInsights, NotificationsEnabled = group.HasInsights },
            }, new() { Parent = this });
        }

        foreach (var (key, rule) in args.SamplingRules)
        {
            _ = new SamplingRule($"{name}-{key}", new()
            {
                RuleName = $"{args.PhysicalName}-{key}",
                Priority = rule.Priority,
                ReservoirSize = rule.TracesPerSecond,
                FixedRate = rule.Percent / 100.0,
                ServiceName = rule.Service ?? Any,
                UrlPath = rule.Path ?? Any,
                HttpMethod = Any,
                Host = Any,
                ServiceType = Any,
                ResourceArn = Any,
                Version = RuleVersion,
            }, new() { Parent = this });
        }

        RegisterOutputs();
    }
}

/// <summary>What <see cref="TraceViews"/> needs.</summary>
public sealed record TraceViewsArgs
{
    /// <summary>What all names in X-Ray begin with: <c>dev</c>.</summary>
    public required string PhysicalName { get; init; }

    public required ImmutableSortedDictionary<string, TraceGroup> Groups { get; init; }

    public required ImmutableSortedDictionary<string, TraceSampling> SamplingRules { get; init; }
}

/// <summary>Traces that belong together.</summary>
/// <param name="Filter">X-Ray's expression: <c>fault = true</c>.</param>
/// <param name="HasInsights">Whether X-Ray looks for what is out of the ordinary, and tells EventBridge.</param>
public sealed record TraceGroup(string Filter, bool HasInsights);

/// <summary>How much of what is sampled where no caller has decided.</summary>
/// <param name="Priority">The lowest that fits counts, 1 to 9999.</param>
/// <param name="TracesPerSecond">So many are taken before any share.</param>
/// <param name="Percent">The share of what is over.</param>
/// <param name="Service">The service's name; null for any.</param>
/// <param name="Path">The path of a URL, with <c>*</c> and <c>?</c>; null for any.</param>
public sealed record TraceSampling(int Priority, int TracesPerSecond, int Percent, string? Service, string? Path);
