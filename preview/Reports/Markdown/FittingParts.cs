using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports.Markdown;

/// <summary>What a report tells below its verdict, as much of it as there is room for: folded parts go from the last, then lists are cut.</summary>
internal sealed class FittingParts(PlanDocument plan, Detail detail)
{
    private const string Between = "\n\n";

    private readonly FoldedPart[] folded = detail == Detail.Summary ? [] : [.. FoldedParts.Of(plan, detail)];
    private readonly Dictionary<int, string> lists = [];
    private readonly string leftOut = $"_The rest does not fit into a comment: `dotnet run --project preview -- {plan.Stack.Name}` tells all._";

    /// <param name="head">What is never left out.</param>
    /// <param name="room">The most characters of all of it, head included; only a head that is longer by itself breaks it.</param>
    public string Fit(string head, int room)
    {
        if (Join([head, Lists(int.MaxValue), .. folded.Select(part => part.Whole)]) is var whole && whole.Length <= room)
        {
            return whole;
        }

        var left = room - leftOut.Length - Between.Length;
        for (var most = int.MaxValue; most > 0; most = most == int.MaxValue ? ImportantLists.Most : most / 2)
        {
            if (Join([head, Lists(most)]) is var open && open.Length <= left)
            {
                return Join([open, .. Kept(left - open.Length), leftOut]);
            }
        }

        return Join([head, leftOut]);
    }

    private string Lists(int most)
    {
        if (!lists.TryGetValue(most, out var told))
        {
            lists[most] = told = Join(ImportantLists.Of(plan, most));
        }

        return told;
    }

    /// <summary>The folded parts for which there is room, and as much of the next one as fits.</summary>
    private IEnumerable<string> Kept(int room)
    {
        foreach (var part in folded)
        {
            room -= Between.Length;
            if (part.Whole.Length > room)
            {
                yield return part.Cut(room);
                yield break;
            }

            room -= part.Whole.Length;
            yield return part.Whole;
        }
    }

    private static string Join(IEnumerable<string> parts) => string.Join(Between, parts.Where(part => part.Length > 0));
}
