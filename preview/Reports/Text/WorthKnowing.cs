using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Preview.Reports.Text;

/// <summary>What a reader would ask next: who makes it and where, what is guarded and hidden, and what the plan cannot know.</summary>
internal static class WorthKnowing
{
    private const int Column = 14;

    public static void Write(Canvas page, PlanDocument plan)
    {
        Providers(page, plan);
        var (guarded, secrets) = (plan.Summary.Protected, plan.Summary.Secrets);
        Item(page, "protected", guarded == 0 ? "nothing" : $"{Signs.Plural(guarded, "resource")} that no update can delete");
        Item(page, "secrets", secrets == 0 ? "none" : $"{secrets}, told only by where they come from");
        if (plan.Fidelity.SurvivesUnknownOutputs)
        {
            Item(page, "first up", "the program also ran with every computed output unknown, and did not fail");
        }

        Item(page, "not asked", string.Join(", ", plan.Fidelity.NotConsulted));
        if (plan.Outputs.Count > 0)
        {
            Item(page, "outputs", string.Join(", ", plan.Outputs.Select(o => o.Key)));
        }
    }

    private static void Providers(Canvas page, PlanDocument plan)
    {
        var served = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var resource in plan.Resources)
        {
            if (resource.Provider is { } provider)
            {
                served[provider] = served.GetValueOrDefault(provider) + 1;
            }
        }

        var label = "providers";
        foreach (var provider in plan.Resources)
        {
            if (!provider.IsProvider)
            {
                continue;
            }

            List<string> words = [provider.Package, provider.Name];
            words.AddRange(Place(provider.Inputs));
            words.Add($"({Signs.Plural(served.GetValueOrDefault(provider.Urn), "resource")})");
            Item(page, label, string.Join(' ', words));
            label = "";
        }
    }

    /// <summary>The account or project, and the region, as far as the provider's inputs tell.</summary>
    private static IEnumerable<string> Place(SortedMap<PlanValue> inputs)
    {
        foreach (var name in new[] { "allowedAccountIds", "project", "region" })
        {
            if (inputs[name] is PlanValue.TextValue { Value: var text })
            {
                yield return text.Trim('[', ']', ' ').Replace("\"", "", StringComparison.Ordinal);
            }
        }
    }

    private static void Item(Canvas page, string label, string text) =>
        page.Write("  ").Write(label, Ink.Faint).To(Column).Flow(text.Split(' '));
}
