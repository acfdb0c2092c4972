using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A root in Google's CAS is where the stack may have it sign: in its own project, in a region that has the service.</summary>
internal static class TrustInGoogle
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => settings.Trust is { } trust
        ? TrustRoots.Roots(trust).SelectMany(placed => placed.Root switch
        {
            CasRootSettings standing => CheckSite(placed.Path, settings, "googleCas")
                .Concat(CheckProject(placed.Path, standing.Authority, settings.Cloud.Google.Project))
                .Concat(CheckRegion($"{placed.Path}.authority", standing.Authority.Region)),
            GeneratedCasRootSettings made => CheckSite(placed.Path, settings, "generatedInGoogleCas").Concat(CheckRegion($"{placed.Path}.region", made.Region)),
            _ => [],
        })
        : [];

    private static IEnumerable<Fault> CheckSite(string path, MeshSettings settings, string by)
    {
        if (!settings.Sites.Values.OfType<GcpSite>().Any())
        {
            yield return new Fault(
                $"{path}.by", "must have a site on Google Cloud beside it, as nothing else here is made in that project", by, "add one, or keep the root elsewhere");
        }
    }

    private static IEnumerable<Fault> CheckProject(string path, GoogleAuthorityPath authority, GoogleProjectId project)
    {
        if (authority.Project != project)
        {
            yield return new Fault(
                $"{path}.authority",
                $"must be in the project of cloud.google, {project}, where the template is by which it signs",
                authority.Project.ToString(),
                "use one of that project, or hand in a root with its key");
        }
    }

    private static IEnumerable<Fault> CheckRegion(string path, GoogleRegion region)
    {
        if (!CasFacts.Regions.Contains(region.ToString()))
        {
            yield return new Fault(
                path,
                $"must be in a region that was known to have Google's CAS on {CasFacts.Locations.ReadOn:yyyy-MM-dd}",
                region.ToString(),
                Regions.MeantOrNear(region.ToString(), CasFacts.Regions));
        }
    }
}
