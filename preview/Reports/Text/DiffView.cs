using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>What changes in a stack that is deployed: what may be lost first, then updates, then what is new.</summary>
internal sealed class DiffView(Canvas page, PlanDocument plan, Detail detail)
{
    private const int Inner = 6;

    /// <summary>So many new resources are listed one by one; more of them are folded.</summary>
    private const int MostListed = 20;

    private readonly ChangeWords words = new(plan);

    private readonly Dictionary<string, PlannedResource> resources = plan.Resources.ToDictionary(r => r.Urn, StringComparer.Ordinal);

    public void Write()
    {
        Block("look at these first", Danger.Is, withPaths: detail != Detail.Summary, Ink.Bad);
        if (detail != Detail.Summary)
        {
            Block("updated", c => c.Op == Operation.Update && !Danger.Is(c) && !IsBookkeeping(c), withPaths: true, Ink.Warning);
            Bookkeeping();
            New();
            Block("renamed, and else the same", c => c.Op == Operation.Rename, withPaths: false, Ink.Plain);
        }

        NotKnown();
    }

    private void Block(string title, Func<PlannedChange, bool> belongs, bool withPaths, Ink ink)
    {
        var changes = plan.Changes.Where(belongs).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        page.Write("  ").Line(title, Ink.Strong);
        foreach (var change in changes.Order(Comparer<PlannedChange>.Create(Danger.Compare)))
        {
            page.Write("  ").Write(Signs.Of(change.Op, page.IsUnicode), ink).To(5).Write(Signs.Short(change.Urn), Ink.Strong);
            if (change.RenamedFrom is { } old)
            {
                page.Write($"  was {Signs.Short(old)}", Ink.Faint);
            }

            page.Line();
            Why(change);
            if (withPaths)
            {
                new PathView(page, detail == Detail.Full, Inner).Write(change);
            }
        }

        page.Line();
    }

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

    private void Why(PlannedChange change)
    {
        foreach (var sentence in words.Of(change))
        {
            page.To(Inner).Flow(sentence.Split(' '), sentence == ChangeWords.Refused ? Ink.Bad : Ink.Plain);
        }
    }

    private void New()
    {
        var made = plan.Changes.Where(c => c.Op is Operation.Create or Operation.Import or Operation.Read).ToList();
        if (made.Count == 0)
        {
            return;
        }

        page.Write("  ").Line("new", Ink.Strong);
        if (detail == Detail.Full)
        {
            made.ForEach(c => new ResourceView(page, "  ").Write(resources[c.Urn], c.Op));
        }
        else if (made.Count <= MostListed)
        {
            made.ForEach(c => page.Write("  ").Write(Signs.Of(c.Op, page.IsUnicode), Ink.Good).To(5).Line(Signs.Short(c.Urn)));
        }
        else
        {
            foreach (var group in made.Select(c => resources[c.Urn]).Where(r => r.IsCustom).GroupBy(r => r.Parent, StringComparer.Ordinal))
            {
                page.Write("  ").Write($"+{group.Count()}", Ink.Good).To(7)
                    .Line(group.Key is { } parent ? Signs.Short(parent) : "directly in the stack", Ink.Strong);
                page.To(7).Flow(Kinds(group));
            }
        }

        page.Line();
    }

    private static IEnumerable<string> Kinds(IEnumerable<PlannedResource> made)
    {
        var kinds = made.GroupBy(Signs.Kind, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Count() == 1 ? g.Key : $"{g.Count()} {g.Key}").ToList();
        return kinds.Select((kind, i) => i == kinds.Count - 1 ? kind : kind + ",");
    }

    private void NotKnown()
    {
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
