using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports;

/// <summary>Why something changes and what that means, a sentence for each, the same in every report.</summary>
internal sealed class ChangeWords(PlanDocument plan)
{
    /// <summary>What is said of a resource that cannot be replaced.</summary>
    public const string Refused = "refused: it is protected, so the update stops here";

    private readonly Dictionary<string, PlannedResource> resources = plan.Resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);

    /// <summary>Of several that change alike, in the order given, or of one alone.</summary>
    public IEnumerable<string> Of(IReadOnlyList<PlannedChange> alike)
    {
        if (alike.Count == 1)
        {
            return Of(alike[0]);
        }

        var told = Of(alike[0] with { Dependents = null, Reasons = FoldedChanges.ReasonsOf(alike) });
        return alike.Max(change => change.Dependents) switch
        {
            null => told,
            0 => told.Append("nothing depends on them"),
            1 => told.Append("up to 1 resource depends on each"),
            { } most => told.Append($"up to {most} resources depend on each"),
        };
    }

    public IEnumerable<string> Of(PlannedChange change)
    {
        if (change.IsRefused)
        {
            yield return Refused;
        }

        var why = change.Reasons.GroupBy(reason => (reason.Path, reason.Source)).Select(alike => alike.Key.Source switch
        {
            ReasonSource.Provider => $"{alike.Key.Path} changes",
            ReasonSource.Option => $"{alike.Key.Path} changes, as replaceOnChanges asks",
            _ when alike.Any(reason => reason.Urn is null) => $"{alike.Key.Path} follows what is replaced",
            _ => $"{alike.Key.Path} follows the replacement of {string.Join(", ", alike.Select(reason => Signs.Short(reason.Urn!)))}",
        }).ToList();
        if (change.Op == Operation.Replace)
        {
            yield return $"replaced{(change.DeletesFirst ? ", the old one deleted first" : "")}: {string.Join("; ", why)}";
        }
        else if (why.Count > 0)
        {
            yield return string.Join("; ", why);
        }

        if (change.MayReplace)
        {
            yield return resources[change.Urn].IsProvider
                ? $"whether this replaces what it makes, {Signs.Plural(plan.Resources.Count(resource => resource.Provider == change.Urn), "resource")}, is not known"
                : "whether this replaces it is not known";
        }

        if (resources.GetValueOrDefault(change.Urn) is { IsProvider: true } && change.Paths.Any(path => path.Path.Input is "defaultTags" or "defaultLabels"))
        {
            yield return $"reaches whatever it makes, {Signs.Plural(plan.Resources.Count(resource => resource.Provider == change.Urn), "resource")}";
        }

        foreach (var hazard in change.Hazards)
        {
            yield return hazard;
        }

        if (change.IsRetained)
        {
            yield return "the old one stays in the cloud, and the engine forgets it";
        }

        if (change.Dependents is { } dependents)
        {
            yield return dependents switch { 0 => "nothing depends on it", 1 => "1 resource depends on it", _ => $"{dependents} resources depend on it" };
        }
    }
}
