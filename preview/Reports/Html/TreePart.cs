using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Pictures;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports.Html;

/// <summary>What the stack is made of, place by place; each component unfolds into what it makes.</summary>
internal sealed class TreePart
{
    private readonly Markup page;
    private readonly PlanDocument plan;
    private readonly ILookup<string, PlannedResource> children;

    public TreePart(Markup page, PlanDocument plan)
    {
        (this.page, this.plan) = (page, plan);
        children = plan.Resources.Where(resource => resource.Parent is not null).ToLookup(resource => resource.Parent!, StringComparer.Ordinal);
    }

    public void Write()
    {
        foreach (var place in Places.Of(plan))
        {
            page.In("details", () =>
            {
                Head(PlaceView.TitleOf(place), place.Roots.Sum(Count), place.Where);
                foreach (var component in place.Roots.Where(root => !root.IsCustom))
                {
                    Component(component);
                }

                Made([.. place.Roots.Where(root => root.IsCustom)]);
            });
        }
    }

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

    private int Count(PlannedResource resource) => 1 + children[resource.Urn].Sum(Count);
}
