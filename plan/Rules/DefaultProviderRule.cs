namespace CrossCloudMesh.Plan.Rules;

/// <summary>Every resource is made by a provider that the program names.</summary>
/// <remarks>A default provider takes account, project and region from wherever the program happens to run.</remarks>
public static class DefaultProviderRule
{
    public const string Id = "default-provider";

    public static IEnumerable<Finding> Judge(IReadOnlyList<PlannedResource> resources)
    {
        foreach (var resource in resources)
        {
            if (resource is { IsCustom: true, IsProvider: false, Provider: null, Package: not "pulumi" })
            {
                yield return new(
                    Id,
                    Severity.Error,
                    resource.Urn,
                    $"is made by the default {resource.Package} provider, in whatever account and region it finds",
                    "pass a provider, or the component that has one as parent");
            }
        }
    }
}
