using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports.Html;

/// <summary>What the stack is made of, by capability and component; each component unfolds into what it makes.</summary>
internal sealed class TreePart
{
    private const string Directly = "directly in the stack";

    private readonly Markup page;
    private readonly ILookup<string, PlannedResource> children;
    private readonly List<PlannedResource> top;

    public TreePart(Markup page, PlanDocument plan)
    {
        this.page = page;
        var known = plan.Resources.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        top = [.. plan.Resources.Where(resource => resource.Parent is null || !known.Contains(resource.Parent))];
        children = plan.Resources.Where(resource => resource.Parent is not null).ToLookup(resource => resource.Parent!, StringComparer.Ordinal);
    }

    public void Write()
    {
        foreach (var layer in top.GroupBy(Layer).OrderBy(layer => layer.Key == Directly).ThenBy(layer => layer.Key, StringComparer.Ordinal))
        {
            page.In("details", () =>
            {
                Head(layer.Key, layer.Sum(Count), "");
                var components = layer.Where(resource => !resource.IsCustom).OrderBy(resource => resource.Name, StringComparer.Ordinal).ToList();
                components.ForEach(Component);
                Made([.. layer.Where(resource => resource.IsCustom)]);
            }, ("class", "layer"));
        }
    }

    private static string Layer(PlannedResource root) =>
        !root.IsCustom && root.Type.Split(':') is ["infra", var folder, _] ? folder : Directly;

    private void Component(PlannedResource component) => page.In("details", () =>
    {
        Head(component.Name, Count(component), Signs.Kind(component));
        Made([.. children[component.Urn].Where(resource => resource.IsCustom)]);
        foreach (var inner in children[component.Urn].Where(resource => !resource.IsCustom).OrderBy(resource => resource.Name, StringComparer.Ordinal))
        {
            Component(inner);
        }
    });

    private void Head(string name, int count, string kind) => page.In("summary", () =>
    {
        page.Element("span", name, "name");
        if (kind.Length > 0)
        {
            page.Text(" ").Element("span", kind, "kind");
        }

        page.Text(" ").Element("span", $"{count:#,0}", "count");
    });

    /// <summary>By kind, the names of each on one line; what hangs below a resource stands with it.</summary>
    private void Made(List<PlannedResource> resources)
    {
        if (resources.Count == 0)
        {
            return;
        }

        page.In("dl", () =>
        {
            foreach (var kind in resources.SelectMany(Below).GroupBy(Signs.Kind, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal))
            {
                page.Element("dt", kind.Key).Element("dd", string.Join(", ", kind.Select(Told).Order(StringComparer.Ordinal)));
            }
        }, ("class", "made"));
    }

    private static string Told(PlannedResource resource) => resource.Options.Protect ? $"{resource.Name} (protected)" : resource.Name;

    private IEnumerable<PlannedResource> Below(PlannedResource resource) =>
        children[resource.Urn].Where(child => child.IsCustom && resource.IsCustom).SelectMany(Below).Prepend(resource);

    private int Count(PlannedResource resource) => (resource.IsCustom && !resource.IsProvider ? 1 : 0) + children[resource.Urn].Sum(Count);
}
