namespace CrossCloudMesh.Plan.Rules;

/// <summary>Something that must be so in every plan.</summary>
/// <remarks>
/// A rule speaks only of what the plan knows: a value that is a secret, or known only once deployed, is never held against anyone.
/// It costs no more than the resources that it looks at.
/// </remarks>
public abstract class Rule(RuleFacts about)
{
    public RuleFacts About => about;

    /// <summary>Where the plan breaks the rule, in no particular order.</summary>
    public abstract IEnumerable<Finding> Judge(PlanIndex plan);

    /// <summary>A finding about a resource.</summary>
    /// <param name="resource">The resource that breaks the rule.</param>
    /// <param name="message">What is so, without a full stop.</param>
    /// <param name="evidence">Paths of the inputs that show it.</param>
    protected Finding Found(PlannedResource resource, string message, params ReadOnlySpan<string> evidence)
    {
        var shown = new Evidence[evidence.Length];
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = new(evidence[i], resource.At(evidence[i]));
        }

        return new(about.Id, about.Severity, resource.Urn, message, about.Fix) { Evidence = new(shown) };
    }
}
