using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A data centre is there for a link: by itself the program makes nothing of it.</summary>
internal static class DataCentres
{
    public static IEnumerable<Fault> Check(MeshSettings settings) =>
        from site in settings.Sites
        where site.Value is OnPremisesSite && settings.Links.Values.All(link => link.Sites.All(end => end.ToString() != site.Key))
        select new Fault($"sites.{site.Key}", "is a data centre that no link leads to", Cure: "add a link with by: onPremises, or leave the site out");
}
