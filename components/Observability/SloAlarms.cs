using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Observability;

/// <summary>Makes the alarms of all promises: four severities each, and one that wakes somebody, for all of them together.</summary>
/// <remarks>
/// Makes 4 alarms per promise and 1 composite alarm. Those of the two slow severities go to the working day. Those of the two fast ones
/// tell nobody by themselves: the composite does, unless a link is down, which has told already. Each alarm names by a label which half of its
/// promise burns. All stand in one region, where the metrics of every cluster go. That a composite alarm takes one of PromQL was not read
/// anywhere, nor that it does not: if it does not, the deployment fails, and nothing is silently lost. Takes an AWS provider.
/// </remarks>
public sealed class SloAlarms : ComponentResource
{
    public const string Token = "infra:observability:SloAlarms";

    private const int PendingSeconds = 120;

    /// <summary>The ARN of the one that wakes somebody.</summary>
    public Output<string> Page { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public SloAlarms(string name, SloAlarmsArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        var alarms = new AlarmMaker(this, name, args.PhysicalName, args.Topics);
        var pages = new List<Output<string>>();
        foreach (var slo in args.Slos)
        {
            foreach (var rate in BurnRate.All)
            {
                var alarm = alarms.Query($"{slo.Name}-{rate.Key}", AlarmKind.SloBurn, SloQuery.Burning(slo, rate), PendingSeconds, rate.Pages ? AlarmUrgency.Silent : AlarmUrgency.Ticket);
                if (rate.Pages)
                {
                    pages.Add(alarm.Name);
                }
            }
        }

        Page = alarms.Composite("page", AlarmKind.SloPage, "OR", pages, Suppressor(alarms, args.LinksDown)).Arn;
        RegisterOutputs();
    }

    /// <summary>One alarm that is on while any link is down.</summary>
    private static Output<string>? Suppressor(AlarmMaker alarms, ImmutableArray<Output<string>> links) => links.Length switch
    {
        0 => null,
        1 => links[0],
        _ => alarms.Composite("links-down", AlarmKind.LinksDown, "OR", links).AlarmName,
    };
}

/// <summary>What <see cref="SloAlarms"/> needs.</summary>
public sealed record SloAlarmsArgs
{
    /// <summary>A composite alarm has 100 others at most, two of each promise.</summary>
    private const int Most = 50;

    /// <summary>The beginning of the names that CloudWatch shows: <c>dev-slo</c>.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The promises, at least one.</summary>
    public required ImmutableArray<Slo> Slos { get; init; }

    /// <summary>The alarms of links that are down, of the same region.</summary>
    public required ImmutableArray<Output<string>> LinksDown { get; init; }

    /// <summary>Whom they tell: the topics of the region that has the metrics of the mesh.</summary>
    public required AlarmTopics Topics { get; init; }

    internal IEnumerable<Fault> Check()
    {
        if (Slos.Length is 0 or > Most)
        {
            yield return new("slos", $"must be 1 to {Most}", Slos.Length.ToString());
        }

        foreach (var slo in Slos.Where(slo => BurnRate.All.Any(rate => SloQuery.Burning(slo, rate).Length > SloQuery.Longest)))
        {
            yield return new($"slos.{slo.Name}", $"needs a query of more than {SloQuery.Longest} characters, which no alarm takes", null, "name fewer sites");
        }
    }
}
