namespace CrossCloudMesh.Plan.Rules;

/// <summary>A default provider takes account, project and region from wherever the program happens to run.</summary>
public sealed class DefaultProvider() : Rule(new()
{
    Id = "default-provider",
    Title = "Every resource is made by a provider that the program names",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "pass a provider, or the component that has one as parent",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var resource in plan.Resources)
        {
            if (resource is { IsCustom: true, IsProvider: false, Provider: null, Package: not "pulumi" })
            {
                yield return Found(resource, $"is made by the default {resource.Package} provider, in whatever account and region it finds");
            }
        }
    }
}
