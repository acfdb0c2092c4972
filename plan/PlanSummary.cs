namespace CrossCloudMesh.Plan;

/// <summary>The plan in a few counts; nothing in it that the rest of the plan does not say.</summary>
/// <param name="Changes">How many resources each operation touches, by the engine's word for it.</param>
/// <param name="Components">Resources that only group others.</param>
/// <param name="Packages">Custom resources by package, providers themselves left out.</param>
/// <param name="Protected">Custom resources that cannot be deleted.</param>
/// <param name="Secrets">Distinct secrets among inputs and outputs.</param>
public sealed record PlanSummary(SortedMap<int> Changes, int Components, SortedMap<int> Packages, int Protected, int Secrets)
{
    /// <summary>The word under which what stays as it is is counted.</summary>
    public const string Same = "same";

    internal static PlanSummary Of(
        Sequence<PlannedResource> resources, Sequence<PlannedChange> changes, SortedMap<PlanValue> outputs)
    {
        var (operations, packages) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var gone = 0;
        foreach (var change in changes)
        {
            Count(operations, Words.Of(change.Op));
            gone += change.Op == Operation.Delete ? 1 : 0;
        }

        if (resources.Count + gone - changes.Count is var same and > 0)
        {
            operations[Same] = same;
        }

        var (components, guarded) = (0, 0);
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            CollectSecrets(resource.Inputs, secrets);
            if (!resource.IsCustom)
            {
                components++;
                continue;
            }

            guarded += resource.Options.Protect ? 1 : 0;
            if (!resource.IsProvider)
            {
                Count(packages, resource.Package);
            }
        }

        CollectSecrets(outputs, secrets);
        return new(new(operations), components, new(packages), guarded, secrets.Count);
    }

    private static void Count(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static void CollectSecrets(SortedMap<PlanValue> members, HashSet<string> found)
    {
        foreach (var (_, value) in members)
        {
            CollectSecrets(value, found);
        }
    }

    private static void CollectSecrets(PlanValue value, HashSet<string> found)
    {
        switch (value)
        {
            case PlanValue.SecretValue secret:
                found.Add(secret.Ref);
                break;
            case PlanValue.ObjectValue map:
                CollectSecrets(map.Members, found);
                break;
            case PlanValue.ListValue list:
                foreach (var item in list.Items)
                {
                    CollectSecrets(item, found);
                }

                break;
        }
    }
}
