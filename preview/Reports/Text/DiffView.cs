using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>What changes in a stack that is deployed: what may be lost first, then updates, then what is new.</summary>
internal sealed class DiffView(Canvas page, PlanDocument plan, Detail detail)
{
    private const int Inner = 6;

    private readonly ChangeWords words = new(plan);

    /// <summary>What may be lost, and sites that lose something between them.</summary>
    public void WriteDanger()
    {
        var changes = plan.Changes.Where(Danger.Is).Order(Comparer<PlannedChange>.Create(Danger.Compare)).ToList();
        if (changes.Count == 0 && RiskBlock.IsEmpty(plan))
        {
            return;
        }

        page.Write("  ").Line("look at these first", Ink.Strong);
        RiskBlock.Write(page, plan);
        var groups = detail == Detail.Full ? [] : changes.FindAll(change => change.Op == Operation.Delete && FoldedChanges.IsGroup(change.Urn));
        var followers = detail == Detail.Summary ? changes.FindAll(FoldedChanges.OnlyFollows) : [];
        Tell([.. changes.Except(groups).Except(followers)], withPaths: detail != Detail.Summary, Ink.Bad);
        More(followers, Operation.Replace, "more, as they follow");
        More(groups, Operation.Delete, groups.Count == 1 ? "component that held some of it" : "components that held it");

        page.Line();
    }

    /// <summary>What changes without danger.</summary>
    public void WriteRest()
    {
        if (detail != Detail.Summary)
        {
            Block("updated", c => c.Op == Operation.Update && !Danger.Is(c) && !IsBookkeeping(c), Ink.Warning);
            Bookkeeping();
            new NewBlock(page, plan, detail).Write();
            Block("renamed, and else the same", c => c.Op == Operation.Rename, Ink.Plain);
        }

        NotKnown();
    }

    private void Block(string title, Func<PlannedChange, bool> belongs, Ink ink)
    {
        var changes = plan.Changes.Where(belongs).Order(Comparer<PlannedChange>.Create(Danger.Compare)).ToList();
        if (changes.Count > 0)
        {
            page.Write("  ").Line(title, Ink.Strong);
            Tell(changes, withPaths: true, ink);
            page.Line();
        }
    }

    private void Tell(List<PlannedChange> changes, bool withPaths, Ink ink)
    {
        var folded = detail == Detail.Full ? FoldedChanges.Each(changes) : FoldedChanges.Of(changes);
        foreach (var (path, at) in folded.Everywhere)
        {
            page.Write("  ").Write("~", ink).To(5).Line($"{at.Count} resources alike", Ink.Strong);
            new PathView(page, isWhole: false, Inner).Write(path);
            page.To(Inner).Flow(FoldedChanges.Kinds(at).Split(' '), Ink.Faint);
        }

        foreach (var alike in folded.Groups)
        {
            Head(alike, ink);
            Why(alike);
            if (withPaths)
            {
                new PathView(page, detail == Detail.Full, Inner).Write(alike[0]);
            }

            if (alike.Count > 1)
            {
                page.To(Inner).Flow(string.Join(", ", alike.Select(change => NameOf(change.Urn))).Split(' '), Ink.Faint);
            }
        }
    }

    private void More(List<PlannedChange> changes, Operation operation, string what)
    {
        if (changes.Count > 0)
        {
            page.Write("  ").Write(Signs.Of(operation, page.IsUnicode), Ink.Bad).To(5).Flow($"{changes.Count} {what}: {FoldedChanges.Kinds(changes)}".Split(' '));
        }
    }

    private void Head(IReadOnlyList<PlannedChange> alike, Ink ink)
    {
        var first = alike[0];
        page.Write("  ").Write(Signs.Of(first.Op, page.IsUnicode), ink).To(5)
            .Write(alike.Count == 1 ? Signs.Short(first.Urn) : $"{alike.Count} {FoldedChanges.Kind(first.Urn)}", Ink.Strong);
        if (first.RenamedFrom is { } old)
        {
            page.Write($"  was {Signs.Short(old)}", Ink.Faint);
        }

        page.Line();
    }

    private static string NameOf(string urn) => urn[(urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..];

    /// <summary>Changes of options alone, those alike together.</summary>
    private void Bookkeeping()
    {
        var changes = plan.Changes.Where(c => IsBookkeeping(c) && !Danger.Is(c)).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        page.Write("  ").Line("updated in the engine's state only, nothing in the cloud", Ink.Strong);
        foreach (var alike in changes.GroupBy(c => c.Options))
        {
            page.Write("  ").Write("~", Ink.Warning).To(5).Line(Signs.Plural(alike.Count(), "resource"), Ink.Strong);
            new PathView(page, detail == Detail.Full, Inner).Write(alike.First(), withRemarks: false);
            var names = alike.Select(c => Signs.Short(c.Urn)).ToList();
            page.To(Inner).Flow(string.Join(", ", names).Split(' '), Ink.Faint);
        }

        page.Line();
    }

    private static bool IsBookkeeping(PlannedChange change) =>
        change is { Op: Operation.Update, Paths.Count: 0, Reasons.Count: 0, RenamedFrom: null };

    private void Why(IReadOnlyList<PlannedChange> alike)
    {
        foreach (var sentence in words.Of(alike))
        {
            page.To(Inner).Flow(sentence.Split(' '), sentence == ChangeWords.Refused ? Ink.Bad : Ink.Plain);
        }
    }

    private void NotKnown()
    {
        if (StateWords.NotCompared(plan) is { } places)
        {
            page.Write("  ").Flow($"not compared with the state: {places}".Split(' '), Ink.Warning);
            if (detail == Detail.Full)
            {
                foreach (var place in plan.Base!.State!.NotCompared)
                {
                    page.To(Inner).Flow($"{(place.Urn is { } urn ? Signs.Short(urn) : "stack output")} {place.Path}: {place.Why}".Split(' '), Ink.Faint);
                }
            }

            page.Line();
        }

        if (plan.Base!.ReplacementNotKnown is { Count: > 0 } types)
        {
            page.Write("  ").Flow($"what replaces these types is not known: {string.Join(", ", types)}".Split(' '), Ink.Warning);
            page.Line();
        }

        if (plan.Base.Outputs.Count > 0 && detail != Detail.Summary)
        {
            page.Write("  ").Flow($"stack outputs change: {string.Join(", ", plan.Base.Outputs.Select(o => o.Path).Distinct())}".Split(' '), Ink.Faint);
            page.Line();
        }
    }
}
