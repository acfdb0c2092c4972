using System.Text;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Pictures;
using CrossCloudMesh.Preview.Reports.Markdown;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports.Html;

/// <summary>The plan as one page that needs nothing but itself: no script, no font, no other file, and no request to anybody.</summary>
/// <remarks>It is HTML and XML at once, the same to the byte for the same plan, and says the dangerous first.</remarks>
internal sealed class HtmlReport : IReport
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    private static readonly Lazy<string> Style = new(() =>
    {
        using var file = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream("page.css")!);
        return file.ReadToEnd().ReplaceLineEndings("\n");
    });

    public bool TellsSources(Detail detail) => false;

    public ReadOnlyMemory<byte> Render(PlanDocument plan, ReportStyle style)
    {
        var page = new Markup();
        page.Raw("<!DOCTYPE html>\n").In(
            "html",
            () => page.In("head", () => Head(page, plan)).In("body", () => Body(page, plan)),
            ("xmlns", "http://www.w3.org/1999/xhtml"), ("lang", "en"));
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void Head(Markup page, PlanDocument plan) => page
        .Raw("\n<meta charset=\"utf-8\"/>\n")
        .Raw($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\"/>\n")
        .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"color-scheme\" content=\"light dark\"/>\n")
        .Raw("<meta name=\"referrer\" content=\"no-referrer\"/>\n<link rel=\"icon\" href=\"data:,\"/>\n")
        .Element("title", $"{plan.Stack.Name} · {plan.Stack.Project}")
        .In("style", () => page.Raw(Style.Value));

    private static void Body(Markup page, PlanDocument plan)
    {
        List<(string Id, string Title, Action Write)> parts = [.. Parts(page, plan)];
        page.In("header", () =>
        {
            SummaryPart.Write(page, plan);
            page.In(
                "nav",
                () => parts.ForEach(part => page.In("a", () => page.Text(part.Title), ("href", "#" + part.Id))),
                ("aria-label", "Parts of this page"));
        });
        page.In("main", () =>
        {
            foreach (var (id, title, write) in parts)
            {
                page.In(
                    "section",
                    () =>
                    {
                        page.In("h2", () => page.Text(title), ("id", id + "-head"));
                        page.In("div", write, ("class", "body"));
                    },
                    ("id", id), ("aria-labelledby", id + "-head"));
            }
        });
        page.In("footer", () => page.Element("p", "Told from the planned resources alone, without a cloud account, an engine or a network. What was not asked stands above."));
    }

    private static IEnumerable<(string Id, string Title, Action Write)> Parts(Markup page, PlanDocument plan)
    {
        if (plan.Base is not null)
        {
            yield return ("changes", "Changes", () => ChangesPart.Write(page, plan));
        }

        yield return ("topology", "Topology", () => page.In("figure", () => page.Raw(TopologySvg.Draw(plan)), ("tabindex", "0"), ("aria-label", "Topology")));
        yield return ("findings", "Findings", () => FindingsPart.Write(page, plan));
        if (plan.Network is not null)
        {
            yield return ("network", "Network", () => NetworkPart.Write(page, plan.Network));
        }

        yield return ("mesh", "Mesh", () => MeshPart.Write(page, plan));
        yield return ("resources", "Resources", () => new TreePart(page, plan).Write());
        if (plan.Cost is not null)
        {
            yield return ("cost", "Cost", () => CostPart.Write(page, plan, plan.Cost));
        }

        // The timeline is that of a first deployment, which says nothing about an update.
        if (plan is { Base: null, Timeline: not null })
        {
            yield return ("time", "Time", () => TimePart.Write(page, plan.Timeline));
        }

        yield return ("not-asked", "Not asked", () => FidelityPart.Write(page, plan));
    }
}
