using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Pictures;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>What is made, place by place: a line for each component, with as much of what is in it as the line holds.</summary>
internal static class PlaceView
{
    private const int CountWidth = 5;
    private const int NameColumn = 31;
    private const int KindsColumn = 62;

    /// <summary>How kinds end that only join others, and tell the least.</summary>
    private static readonly string[] Joining = ["Alias", "Association", "Attachment", "Member", "Policy", "Propagation"];

    public static void Write(Canvas page, PlanDocument plan)
    {
        var children = plan.Resources.Where(resource => resource.Parent is not null).ToLookup(resource => resource.Parent!, StringComparer.Ordinal);
        foreach (var place in Places.Of(plan))
        {
            page.Write("  ").Write(TitleOf(place), Ink.Strong);
            if (place.Where.Length > 0)
            {
                page.Write($" · {place.Where}", Ink.Faint);
            }

            Count(page, place.Roots.Sum(root => Below(root).Count()));
            foreach (var root in place.Roots)
            {
                var all = Below(root).ToList();
                page.Write($"     {Signs.Kind(root)}").To(NameColumn).Write(root.Name).To(KindsColumn).Write(Fitting(KindsOf(all.Skip(1)), Canvas.Width - CountWidth - 1 - page.Column), Ink.Faint);
                Count(page, all.Count);
            }

            page.Line();
        }

        IEnumerable<PlannedResource> Below(PlannedResource root) => children[root.Urn].SelectMany(Below).Prepend(root);
    }

    /// <summary>What a reader calls it.</summary>
    public static string TitleOf(Place place) => place.Kind switch
    {
        PlaceKind.Site => place.Name,
        PlaceKind.Link => $"link {place.Name}",
        _ => "for all of them",
    };

    private static void Count(Canvas page, int count) => page.To(Canvas.Width - CountWidth).Line($"+{count}".PadLeft(CountWidth), Ink.Good);

    /// <summary>What is made in the clouds, the most frequent first, but what only joins others last: <c>6 Subnet</c>, <c>4 RouteTable</c>, <c>Vpc</c>.</summary>
    private static List<string> KindsOf(IEnumerable<PlannedResource> resources) =>
    [
        .. resources.Where(resource => resource.IsCustom)
            .CountBy(Signs.Kind, StringComparer.Ordinal)
            .OrderBy(kind => Joining.Any(end => kind.Key.EndsWith(end, StringComparison.Ordinal)))
            .ThenByDescending(kind => kind.Value)
            .ThenBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => kind.Value == 1 ? kind.Key : $"{kind.Value} {kind.Key}"),
    ];

    /// <summary>As many as there is room for.</summary>
    private static string Fitting(List<string> kinds, int room)
    {
        const string More = ", …";
        var text = "";
        for (var i = 0; i < kinds.Count; i++)
        {
            var longer = text.Length == 0 ? kinds[i] : $"{text}, {kinds[i]}";
            if (longer.Length + (i == kinds.Count - 1 ? 0 : More.Length) > room)
            {
                return text.Length == 0 ? "" : text + More;
            }

            text = longer;
        }

        return text;
    }
}
