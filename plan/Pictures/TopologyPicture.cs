using System.Text;
using CrossCloudMesh.Plan.Graph;

namespace CrossCloudMesh.Plan.Pictures;

/// <summary>What a stack is made of, as a Mermaid flowchart: clouds, in them sites, in them networks, clusters, pools and hubs, and what joins them.</summary>
/// <remarks>
/// GitHub draws at most 50,000 characters and 500 arrows of Mermaid. What is too much is told with less: first without node pools and ways
/// out, then with each site as one box.
/// </remarks>
public static class TopologyPicture
{
    /// <summary>What GitHub draws.</summary>
    public const int MostCharacters = 50_000;

    private const int MostArrows = 500;

    /// <summary>The text of a Mermaid diagram, the same for the same plan.</summary>
    public static string Draw(PlanDocument plan)
    {
        var topology = new Topology(plan);
        foreach (var detail in new[] { TopologyDetail.Everything, TopologyDetail.WithoutPools, TopologyDetail.SitesOnly })
        {
            if (Text(plan, topology, detail) is { } text)
            {
                return text;
            }
        }

        return $"flowchart LR\n  all[{Mermaid.Quoted($"{plan.Stack.Name}: too many sites for one picture")}]\n";
    }

    /// <summary>Room for the titles of boxes in boxes, and colours that can be read on light and dark pages.</summary>
    private const string Style =
        """
        %%{init: {"flowchart": {"subGraphTitleMargin": {"top": -3, "bottom": 20}}}}%%
        flowchart LR
          classDef default fill:#ffffff,stroke:#57606a,color:#1f2328
          classDef cloud fill:#eef1f4,stroke:#afb8c1,color:#1f2328
          classDef site fill:#f9fafb,stroke:#d0d7de,color:#1f2328

        """;

    private static string? Text(PlanDocument plan, Topology topology, TopologyDetail detail)
    {
        var text = new StringBuilder(8 * 1024);
        text.Append(Style.ReplaceLineEndings("\n"));
        var clouds = topology.Sites.GroupBy(site => site.Cloud, StringComparer.Ordinal).OrderBy(cloud => cloud.Key, StringComparer.Ordinal).ToList();
        for (var c = 0; c < clouds.Count; c++)
        {
            text.Append($"  subgraph cloud{c}[{Mermaid.Quoted(clouds[c].Key)}]\n");
            foreach (var site in clouds[c])
            {
                Site(text, site, detail);
            }

            text.Append($"  end\n  class cloud{c} cloud\n");
            foreach (var site in clouds[c])
            {
                text.Append($"  class {site.Id} site\n");
            }
        }

        var arrows = topology.ArrowsOf(detail);
        if (arrows.Any(arrow => arrow.To == Topology.Internet))
        {
            text.Append($"  {Topology.Internet}((Internet))\n");
        }

        foreach (var arrow in arrows)
        {
            text.Append($"  {arrow.From} {arrow.Line}{(arrow.Label.Length == 0 ? "" : $"|{Mermaid.Quoted(arrow.Label)}|")} {arrow.To}\n");
        }

        return text.Length <= MostCharacters && arrows.Count <= MostArrows ? text.ToString() : null;
    }

    private static void Site(StringBuilder text, TopologySite site, TopologyDetail detail)
    {
        if (detail == TopologyDetail.SitesOnly)
        {
            text.Append($"    {site.Id}[{Mermaid.Quoted($"{site.Name}\n{site.Place}")}]\n");
            return;
        }

        text.Append($"    subgraph {site.Id}[{Mermaid.Quoted($"{site.Name} · {site.Place}")}]\n");
        foreach (var box in site.Boxes)
        {
            if (detail == TopologyDetail.Everything || !box.IsSmall)
            {
                text.Append($"      {box.Id}{box.Open}{Mermaid.Quoted(box.Label)}{box.Close}\n");
            }
        }

        text.Append("    end\n");
    }
}
