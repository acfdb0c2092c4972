using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports.Html;

/// <summary>What differs from the plan that this one was compared with: what may be lost first, then the rest as the text report tells it.</summary>
internal static class ChangesPart
{
    /// <summary>So many changes are shown at once; more are folded.</summary>
    private const int MostOpen = 30;

    public static void Write(Markup page, PlanDocument plan)
    {
        if (plan.Changes.Count == 0)
        {
            page.Element("p", "Nothing changes: what is deployed stays as it is.");
            return;
        }

        var words = new ChangeWords(plan);
        var dangers = plan.Changes.Where(Danger.Is).Order(Comparer<PlannedChange>.Create(Danger.Compare)).ToList();
        page.Element("h3", dangers.Count == 0 ? "Nothing is replaced or deleted" : "Look at these first");
        if (dangers.Count > 0)
        {
            page.In("ul", () => dangers.ForEach(change => page.In("li", () =>
            {
                page.Element("span", Words.Of(change.Op), "tag bad").Text(" ").Element("code", Signs.Short(change.Urn));
                foreach (var sentence in words.Of(change))
                {
                    page.Element("p", sentence, sentence == ChangeWords.Refused ? "bad" : "soft");
                }
            })), ("class", "items"));
        }

        var lines = new Canvas(new(Detail.Changes, IsColored: false, IsUnicode: true));
        new DiffView(lines, plan, Detail.Changes).Write();
        var told = Encoding.UTF8.GetString(lines.ToUtf8().Span);
        page.Folded("Every change, place by place", () => page.In("pre", () => page.Text(told), ("tabindex", "0")), plan.Changes.Count <= MostOpen);
    }
}
