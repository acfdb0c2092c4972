using CrossCloudMesh.Plan.Diff;

namespace CrossCloudMesh.Plan.Risk;

/// <summary>What a reader must know who reads one line: whether to stop, to look, or to let pass, and why.</summary>
/// <param name="Word">The one word.</param>
/// <param name="Why">What speaks for it, without a full stop.</param>
public sealed record PlanVerdict(VerdictWord Word, string Why)
{
    /// <summary>What a plan says of itself; the worst reason first.</summary>
    /// <remarks>A warning asks nobody to look at a change that does not bring it.</remarks>
    public static PlanVerdict Of(PlanDocument plan)
    {
        string[] stops =
        [
            .. Some(plan.Changes.Count(change => change.IsRefused), "protected resource", "protected resources", "would be lost, so the update stops"),
            .. Some(plan.Network?.Pairs.Count(pair => pair.Counterexample is not null) ?? 0, "pair of sites", "pairs of sites", "not joined as demanded"),
            .. Some(plan.Findings.Count(finding => finding is { Suppressed: null, Severity: Severity.Error }), "error", "errors"),
        ];
        string[] risks = [.. Looks(plan)];
        string[] warnings = [.. Some(Warnings(plan, stood: false), "warning", "warnings")];
        string[] standing = [.. Some(Warnings(plan, stood: true), "warning", "warnings", "as before")];
        return (stops, risks, warnings) switch
        {
            ({ Length: > 0 }, _, _) => new(VerdictWord.Stop, string.Join(", ", [.. stops, .. risks, .. warnings, .. standing])),
            (_, [], _) when plan.Base is not null && plan.Changes.Count == 0 => new(VerdictWord.Nothing, With("what is deployed stays as it is", [.. warnings, .. standing])),
            (_, { Length: > 0 }, _) or (_, _, { Length: > 0 }) => new(VerdictWord.Look, string.Join(", ", [.. risks, .. warnings, .. standing])),
            _ when plan.Base is null => new(VerdictWord.Fine, "all of it is new, and nothing stands against it"),
            _ when standing.Length > 0 => new(VerdictWord.Fine, With("nothing is lost", standing)),
            _ => new(VerdictWord.Fine, "nothing is lost, and nothing stands against it"),
        };
    }

    private static IEnumerable<string> Looks(PlanDocument plan) =>
    [
        .. Some(plan.Base?.State?.Pending.Count ?? 0, "operation", "operations", "interrupted by an earlier update"),
        .. Some(plan.Base?.State?.Doomed.Count ?? 0, "old copy", "old copies", "deleted"),
        .. Some(plan.Base?.State?.Unfinished.Count ?? 0, "resource", "resources", "that never got ready"),
        .. Lost(plan.Risk.Pairs),
        .. Some(plan.Changes.Count(change => change is { Op: Operation.Replace, IsRefused: false }), "resource", "resources", "replaced"),
        .. Some(plan.Changes.Count(change => change is { Op: Operation.Delete, IsRefused: false }), "resource", "resources", "deleted"),
        .. Some(plan.Changes.Count(change => change.MayReplace), "resource", "resources", "may be replaced"),
        .. Some(plan.Changes.Count(change => change.Hazards.Count > 0), "update", "updates", "to look at twice"),
        .. Some(plan.Changes.Count(IsUnguarded), "resource", "resources", "protected no longer"),
    ];

    /// <summary>Protection is lifted from something that stays.</summary>
    public static bool IsUnguarded(PlannedChange change) => change.Op is Operation.Update && change.Options.Any(option =>
        option is { Path.Input: "protect", Before: PlanValue.BoolValue { Value: true }, After: PlanValue.BoolValue { Value: false } });

    private static IEnumerable<string> Lost(Sequence<PairLoss> pairs)
    {
        string[] away = [.. pairs.SelectMany(pair => pair.Away).Distinct()];
        if (away.Length > 0)
        {
            yield return $"{(away.Length == 1 ? away[0] : $"{away.Length} sites")} away meanwhile";
        }

        foreach (var alike in pairs.Where(pair => pair.Away.Count == 0).GroupBy(pair => (pair.Kind, pair.When)))
        {
            var who = alike.Count() == 1 ? $"{alike.First().From} and {alike.First().To}" : $"{alike.Count()} pairs of sites";
            var what = alike.Key.Kind switch
            {
                LossKind.Connection => "cut off from one another",
                LossKind.Quality => "joined worse than demanded",
                LossKind.Redundancy => "without redundancy",
                _ => "joined by less",
            };
            yield return $"{who} {what}{(alike.Key.When == LossTime.Meanwhile ? " meanwhile" : "")}";
        }
    }

    private static string With(string said, string[] warnings) => warnings.Length == 0 ? said : $"{said}, with {string.Join(", ", warnings)}";

    private static int Warnings(PlanDocument plan, bool stood) =>
        plan.Findings.Count(finding => finding is { Suppressed: null, Severity: Severity.Warning } && finding.Stood == stood);

    private static IEnumerable<string> Some(int count, string one, string several, string what = "")
    {
        if (count > 0)
        {
            yield return $"{count} {(count == 1 ? one : several)}{(what.Length > 0 ? " " : "")}{what}";
        }
    }
}

/// <summary>What to do with a plan.</summary>
public enum VerdictWord
{
    /// <summary>Nothing would happen.</summary>
    Nothing,

    /// <summary>Let it pass.</summary>
    Fine,

    /// <summary>Look at what is named, then decide.</summary>
    Look,

    /// <summary>It must not go out like this.</summary>
    Stop,
}
