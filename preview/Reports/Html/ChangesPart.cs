using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Plan.Risk;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports.Html;

/// <summary>What differs from the plan that this one was compared with: what may be lost first, then the rest as the text report tells it.</summary>
internal static class ChangesPart
{
    /// <summary>So many changes are shown at once; more are folded.</summary>
    private const int MostOpen = 30;

    /// <summary>So many dangers are shown at once, the worst first and those alike as one; more are folded.</summary>
    private const int MostDangers = 20;

    public static void Write(Markup page, PlanDocument plan)
    {
        var words = new ChangeWords(plan);
        var dangers = plan.Changes.Where(Danger.Is).Order(Comparer<PlannedChange>.Create(Danger.Compare)).ToList();
        if (dangers.Count > 0 || !RiskBlock.IsEmpty(plan))
        {
            var groups = FoldedChanges.Of(dangers).Groups;
            page.Element("h3", "Look at these first");
            page.In("ul", () =>
            {
                Risks(page, plan);
                Dangers(groups.Take(MostDangers));
            }, ("class", "items"));
            if (groups.Count > MostDangers)
            {
                page.Folded($"{groups.Count - MostDangers} more of them", () => page.In("ul", () => Dangers(groups.Skip(MostDangers)), ("class", "items")));
            }
        }
        else
        {
            page.Element("p", plan.Changes.Count == 0 ? "Nothing changes: what is deployed stays as it is." : "Nothing is replaced or deleted.", "lead");
        }

        if (plan.Changes.Count > 0)
        {
            var lines = new Canvas(new(Detail.Changes, IsColored: false, IsUnicode: true));
            var view = new DiffView(lines, plan, Detail.Changes);
            view.WriteDanger();
            view.WriteRest();
            var told = Encoding.UTF8.GetString(lines.ToUtf8().Span);
            page.Folded("Every change, place by place", () => page.In("pre", () => page.Text(told), ("tabindex", "0")), plan.Changes.Count <= MostOpen);
        }

        void Dangers(IEnumerable<IReadOnlyList<PlannedChange>> some)
        {
            foreach (var alike in some)
            {
                var (subject, names) = alike.Count == 1
                    ? (Signs.Short(alike[0].Urn), Array.Empty<string>())
                    : ($"{alike.Count} {FoldedChanges.Kind(alike[0].Urn)}", [string.Join(", ", alike.Select(change => Signs.Short(change.Urn).Split(' ', 2)[1]))]);
                Item(page, Words.Of(alike[0].Op), "bad", () => page.Element("code", subject), words.Of(alike).Concat(names));
            }
        }
    }

    /// <summary>What is no change of one resource: what an earlier update left, and what sites lose between them.</summary>
    private static void Risks(Markup page, PlanDocument plan)
    {
        foreach (var sentence in StateWords.Of(plan))
        {
            Item(page, "state", "bad", () => page.Text(sentence), []);
        }

        foreach (var loss in plan.Risk.Pairs)
        {
            Item(page, "sites", loss.Kind == LossKind.Paths ? "look" : "bad", () => page.Text(RiskWords.Of(loss)), [RiskWords.Evidence(loss)]);
        }

        if (plan.Risk.Dependents > 0)
        {
            Item(page, "depend", "look", () => page.Text($"{Signs.Plural(plan.Risk.Dependents, "other resource")} on what is deleted or replaced"), []);
        }
    }

    private static void Item(Markup page, string tag, string kind, Action what, IEnumerable<string> sentences) => page.In("li", () =>
    {
        page.Element("span", tag, $"tag {kind}").Text(" ");
        what();
        foreach (var sentence in sentences)
        {
            page.Element("p", sentence, sentence == ChangeWords.Refused ? "bad" : "soft");
        }
    });
}
