using CrossCloudMesh.Infra.Settings.Binding;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A suppression names a rule that there is, and says one thing once.</summary>
/// <remarks>The rules judge plans and are not the program's to know, so whoever has both hands their ids in.</remarks>
internal static class KnownRules
{
    /// <param name="settings">The settings.</param>
    /// <param name="rules">The ids of all rules that can be suppressed; null where the caller does not know them.</param>
    public static IEnumerable<Fault> Check(MeshSettings settings, IReadOnlyCollection<string>? rules)
    {
        var seen = new Dictionary<(RuleId, ResourcePattern), int>();
        for (var i = 0; i < settings.Rules.Suppress.Length; i++)
        {
            var (each, path) = (settings.Rules.Suppress[i], $"rules.suppress[{i}]");
            var rule = each.Rule.ToString();
            if (rules is not null && !rules.Contains(rule))
            {
                yield return new Fault($"{path}.rule", "must be a rule that can be suppressed", rule, Wrong.MeantOrKnown(rule, rules));
            }

            if (!seen.TryAdd((each.Rule, each.Resource), i))
            {
                yield return new Fault(path, $"says the same as rules.suppress[{seen[(each.Rule, each.Resource)]}]", Cure: "keep one");
            }
        }
    }
}
