using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>Every endpoint that a site of AWS names is one that is known.</summary>
internal static class Endpoints
{
    public static IEnumerable<Fault> Check(MeshSettings settings)
    {
        foreach (var (key, site) in settings.Sites)
        {
            if (site is not AwsSite { Endpoints: var services })
            {
                continue;
            }

            for (var index = 0; index < services.Length; index++)
            {
                if (AwsEndpoints.Find(services[index].ToString()) is null)
                {
                    yield return new Fault(
                        $"sites.{key}.endpoints[{index}]",
                        "is not a service whose endpoint is known",
                        services[index].ToString(),
                        "known: " + string.Join(", ", AwsEndpoints.Catalogue.Select(row => row.Service)));
                }
            }
        }
    }
}
