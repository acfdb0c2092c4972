using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>What a comparison finds new: a few by name, many by component and kind.</summary>
internal sealed class NewBlock(Canvas page, PlanDocument plan, Detail detail)
{
    /// <summary>So many new resources are listed one by one; more of them are folded.</summary>
    private const int MostListed = 20;

    public void Write()
    {
        var made = plan.Changes.Where(c => c.Op is Operation.Create or Operation.Import or Operation.Read).ToList();
        if (made.Count == 0)
        {
            return;
        }

        var resources = plan.Resources.ToDictionary(r => r.Urn, StringComparer.Ordinal);
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
}
