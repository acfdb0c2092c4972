using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>Components as a tree, each with every resource that it makes; what hangs below a custom resource is counted with it.</summary>
internal sealed class TreeView
{
    private const int CountColumn = Canvas.Width - 5;

    private readonly Canvas page;
    private readonly Dictionary<string, List<PlannedResource>> children = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Operation> operations = new(StringComparer.Ordinal);
    private readonly List<PlannedResource> top = [];

    public TreeView(Canvas page, PlanDocument plan)
    {
        this.page = page;
        foreach (var change in plan.Changes)
        {
            operations[change.Urn] = change.Op;
        }

        foreach (var resource in plan.Resources)
        {
            if (resource.Parent is not { } parent)
            {
                top.Add(resource);
            }
            else if (children.TryGetValue(parent, out var siblings))
            {
                siblings.Add(resource);
            }
            else
            {
                children[parent] = [resource];
            }
        }
    }

    public void Write()
    {
        var components = top.FindAll(r => !r.IsCustom);
        components.Sort(ByName);
        foreach (var component in components)
        {
            page.Write("  ");
            Component(component, "  ", "  ");
            page.Line();
        }

        var alone = top.FindAll(r => r.IsCustom);
        if (alone.Count > 0)
        {
            page.Write("  ").Write("directly in the stack", Ink.Strong).To(CountColumn).Line($"+{Count(alone)}".PadLeft(5), Ink.Good);
            Made(alone, "    ");
            page.Line();
        }
    }

    /// <param name="component">What to draw; its branch is drawn already.</param>
    /// <param name="indent">What stands to the left of its parent's name.</param>
    /// <param name="stem">What stands to the left of everything below its own line.</param>
    private void Component(PlannedResource component, string indent, string stem)
    {
        var below = children.GetValueOrDefault(component.Urn) ?? [];
        page.Write(Signs.Kind(component), Ink.Strong).Write(" ").Write(component.Name)
            .To(CountColumn).Line($"+{Count([component])}".PadLeft(5), Ink.Good);
        var inner = below.FindAll(r => !r.IsCustom);
        inner.Sort(ByName);
        Made(below.FindAll(r => r.IsCustom), stem + (inner.Count > 0 ? "│  " : "   "));
        for (var i = 0; i < inner.Count; i++)
        {
            var last = i == inner.Count - 1;
            page.Write(stem + (last ? "└─ " : "├─ "), Ink.Faint);
            Component(inner[i], stem, stem + (last ? "   " : "│  "));
        }
    }

    private void Made(List<PlannedResource> resources, string stem)
    {
        resources.Sort(ByName);
        foreach (var resource in resources)
        {
            new ResourceView(page, stem).Write(resource, operations.GetValueOrDefault(resource.Urn));
            Made(children.GetValueOrDefault(resource.Urn) ?? [], stem + "   ");
        }
    }

    private int Count(List<PlannedResource> resources)
    {
        var count = 0;
        foreach (var resource in resources)
        {
            count += 1 + (children.TryGetValue(resource.Urn, out var below) ? Count(below) : 0);
        }

        return count;
    }

    private static int ByName(PlannedResource a, PlannedResource b)
    {
        var order = string.CompareOrdinal(a.Name, b.Name);
        return order != 0 ? order : string.CompareOrdinal(a.Urn, b.Urn);
    }
}
