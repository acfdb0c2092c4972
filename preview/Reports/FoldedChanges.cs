using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports;

/// <summary>Changes with what many of them have in common told once, and those alike told together.</summary>
/// <param name="Everywhere">Differences that many resources share, each with who has it.</param>
/// <param name="Groups">The rest, in the order given; resources of one kind that change alike stand together.</param>
internal sealed record FoldedChanges(IReadOnlyList<(PathChange Path, IReadOnlyList<PlannedChange> At)> Everywhere, IReadOnlyList<IReadOnlyList<PlannedChange>> Groups)
{
    /// <summary>From so many resources on, a difference that they share is told once for all of them.</summary>
    private const int Many = 5;

    /// <summary>How the reference of such a secret begins.</summary>
    private const string Made = "derived:";

    /// <param name="changes">In the order of the report.</param>
    public static FoldedChanges Of(IReadOnlyList<PlannedChange> changes)
    {
        var shared = changes.Where(IsPlain).SelectMany(change => change.Paths.Select(path => (Path: path, Change: change)))
            .GroupBy(each => each.Path, each => each.Change).Where(group => group.Count() >= Many).ToDictionary(group => group.Key, group => group.ToList());
        var left = new List<PlannedChange>();
        foreach (var change in changes)
        {
            var own = IsPlain(change) ? Sequence.Create<PathChange>([.. change.Paths.Where(path => !shared.ContainsKey(path))]) : change.Paths;
            if (own.Count > 0 || own.Count == change.Paths.Count || change.Reasons.Count + change.Options.Count + change.Hazards.Count > 0)
            {
                left.Add(change with { Paths = own });
            }
        }

        return new(
            [.. shared.Select(each => (each.Key, (IReadOnlyList<PlannedChange>)each.Value)).OrderByDescending(each => each.Item2.Count).ThenBy(each => each.Key.Path.ToString(), StringComparer.Ordinal)],
            [.. left.GroupBy(Form).Select(group => (IReadOnlyList<PlannedChange>)[.. group])]);
    }

    /// <summary>Nothing is folded: everybody stands alone.</summary>
    public static FoldedChanges Each(IReadOnlyList<PlannedChange> changes) => new([], [.. changes.Select(change => (IReadOnlyList<PlannedChange>)[change])]);

    /// <summary>Whether it goes only because others do.</summary>
    public static bool OnlyFollows(PlannedChange change) =>
        change is { Op: Operation.Replace, Reasons.Count: > 0 } && change.Reasons.All(reason => reason.Source == ReasonSource.Follows);

    /// <summary>By how many of which kinds: <c>6 Subnet, 4 RouteTable, Vpc</c>.</summary>
    public static string Kinds(IEnumerable<PlannedChange> changes) => string.Join(", ", changes.GroupBy(change => Kind(change.Urn), StringComparer.Ordinal)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Count() == 1 ? group.Key : $"{group.Count()} {group.Key}"));

    /// <summary>Whether it is one of the program's own components, which only hold others.</summary>
    public static bool IsGroup(string urn) => TypeOf(urn).StartsWith("infra:", StringComparison.Ordinal);

    public static string Kind(string urn) => Signs.Short(urn).Split(' ')[0];

    private static string TypeOf(string urn) => urn.Split("::") is [_, _, var types, ..] ? types[(types.LastIndexOf('$') + 1)..] : "";

    /// <summary>An update whose places say all of it; of another the places and what they mean stay together.</summary>
    private static bool IsPlain(PlannedChange change) => change is { Op: Operation.Update, MayReplace: false, Hazards.Count: 0 };

    /// <summary>What two changes that are told together have in common.</summary>
    private static PlannedChange Form(PlannedChange change) => change with
    {
        // What is renamed is told by both of its names, and a provider with all that it makes.
        Urn = change.RenamedFrom is null && !TypeOf(change.Urn).StartsWith("pulumi:providers:", StringComparison.Ordinal) ? Kind(change.Urn) : change.Urn,
        Dependents = null,
        Reasons = Told(change),
        Paths = Sequence.Create<PathChange>([.. change.Paths.Select(path => path with { Before = Unnamed(path.Before), After = Unnamed(path.After) })]),
    };

    /// <summary>Secrets that the program makes out of others are told alike, as none of them has a name.</summary>
    private static PlanValue? Unnamed(PlanValue? value) =>
        value is PlanValue.SecretValue { Ref: var reference } && reference.StartsWith(Made, StringComparison.Ordinal) ? new PlanValue.SecretValue(Made) : value;

    /// <summary>Why several change that are alike.</summary>
    public static Sequence<ChangeReason> ReasonsOf(IReadOnlyList<PlannedChange> alike) =>
        alike.All(change => change.Reasons.Equals(alike[0].Reasons)) ? alike[0].Reasons : Told(alike[0]);

    /// <summary>What only follows, follows something, whatever it is.</summary>
    private static Sequence<ChangeReason> Told(PlannedChange change) => OnlyFollows(change)
        ? Sequence.Create<ChangeReason>([.. change.Reasons.Select(reason => reason with { Urn = null }).Distinct()])
        : change.Reasons;
}
