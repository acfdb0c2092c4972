using System.Text;
using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Plan.Timeline;

namespace CrossCloudMesh.Plan.Pictures;

/// <summary>The whole plan as a graph in the DOT language: components as boxes in boxes, an arrow from each resource to what waits for it, red where that decides how long the update takes.</summary>
/// <remarks>Providers are left out: everything waits for them, and the arrows would hide the rest.</remarks>
public static class GraphPicture
{
    /// <summary>The text for <c>dot -Tsvg</c>, the same for the same plan.</summary>
    public static string Draw(PlanDocument plan)
    {
        var text = new StringBuilder(64 * 1024);
        text.Append("digraph ").Append(Quoted(plan.Stack.Name)).Append(" {\n");
        text.Append("  rankdir=LR;\n  compound=true;\n  ranksep=0.6;\n  nodesep=0.12;\n");
        text.Append("  graph [fontname=\"Helvetica\", fontsize=11, style=\"rounded,filled\", color=\"#b8c0cc\", fillcolor=\"#f6f8fa\"];\n");
        text.Append("  node [fontname=\"Helvetica\", fontsize=10, shape=box, style=\"rounded,filled\", color=\"#57606a\", fillcolor=white, height=0.3];\n");
        text.Append("  edge [color=\"#8c959f\", arrowsize=0.6];\n");

        var children = plan.Resources.ToLookup(resource => resource.Parent, StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in plan.Resources)
        {
            names[resource.Urn] = $"r{names.Count}";
        }

        var drawn = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in plan.Resources)
        {
            if (resource.Parent is not { } parent || !names.ContainsKey(parent))
            {
                Resource(resource, "  ");
            }
        }

        Edges(text, plan, names);
        return text.Append("}\n").ToString();

        void Resource(PlannedResource resource, string indent)
        {
            if (resource.IsProvider || !drawn.Add(resource.Urn))
            {
                return;
            }

            if (resource.IsCustom)
            {
                text.Append($"{indent}{names[resource.Urn]} [label={Quoted($"{Kind(resource.Type)}\n{resource.Name}")}, color={Quoted(Color(resource.Package))}];\n");
            }

            if (!children.Contains(resource.Urn))
            {
                return;
            }

            // A resource that others hang below stands outside their box, as it is not made of them.
            text.Append($"{indent}subgraph cluster_{names[resource.Urn]} {{\n");
            text.Append($"{indent}  label={Quoted($"{Kind(resource.Type)} {resource.Name}")};\n");
            foreach (var child in children[resource.Urn])
            {
                Resource(child, indent + "  ");
            }

            text.Append(indent).Append("}\n");
        }
    }

    private static void Edges(StringBuilder text, PlanDocument plan, Dictionary<string, string> names)
    {
        var graph = new DependencyGraph(plan.Resources);
        var path = plan.Timeline?.Path ?? Sequence<TimelineStep>.Empty;
        var deciding = path.Zip(path.Skip(1), (before, after) => (before.Urn, after.Urn)).ToHashSet();
        for (var node = 0; node < graph.Nodes.Count; node++)
        {
            foreach (var awaited in graph.Waits(node))
            {
                var (before, after) = (graph.Nodes[awaited], graph.Nodes[node]);
                if (!before.IsProvider && !after.IsProvider)
                {
                    var style = deciding.Contains((before.Urn, after.Urn)) ? " [color=\"#cf222e\", penwidth=2.5]" : "";
                    text.Append($"  {names[before.Urn]} -> {names[after.Urn]}{style};\n");
                }
            }
        }
    }

    private static string Kind(string type) => type[(type.LastIndexOf(':') + 1)..];

    private static string Color(string package) => package switch
    {
        "aws" => "#c77700",
        "gcp" => "#1a73e8",
        "kubernetes" => "#326ce5",
        _ => "#57606a",
    };

    /// <summary>A text as DOT reads it: quoted, a new line as a line of the label, nothing that ends the quote.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                < ' ' => quoted.Append(' '),
                _ => quoted.Append(letter),
            };
        }

        return quoted.Append('"').ToString();
    }
}
