using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A root can vouch for the authorities of sites, as long as each of them lasts.</summary>
internal static class TrustRoots
{
    private const int DaysPerYear = 365;

    /// <param name="settings">What to check.</param>
    /// <param name="today">The day in UTC; null where nobody can tell.</param>
    public static IEnumerable<Fault> Check(MeshSettings settings, DateOnly? today) => settings.Trust is { } trust
        ? Roots(trust).SelectMany(each => each.Root switch
        {
            GeneratedRootSettings generated => CheckYears(each.Path, generated.Years, trust.SiteDays),
            GeneratedCasRootSettings generated => CheckYears(each.Path, generated.Years, trust.SiteDays),
            _ => CheckCertificate(each.Path, each.Root.Known!.Value, trust.SiteDays, today).Concat(CheckPlace(each, settings)),
        })
        : [];

    /// <summary>The roots that settings hold, each where it stands.</summary>
    internal static IEnumerable<PlacedRoot> Roots(TrustSettings trust) => trust.Rotation.Next is { } next
        ? [new("trust.root", trust.Root), new("trust.rotation.to", next)]
        : [new("trust.root", trust.Root)];

    private static IEnumerable<Fault> CheckYears(string path, int years, int siteDays)
    {
        if (siteDays >= years * DaysPerYear)
        {
            yield return new Fault(
                "trust.siteDays",
                $"must be fewer than the {years * DaysPerYear} days of {path}.years, or a site's authority outlasts the root",
                siteDays.ToString(),
                "have it last shorter, or the root longer");
        }
    }

    private static IEnumerable<Fault> CheckCertificate(string path, PublicCertificate certificate, int siteDays, DateOnly? today)
    {
        path += ".certificate";
        if (!certificate.IsAuthority)
        {
            yield return new Fault(path, "must be of an authority, which may sign others", certificate.Subject, "hand in the root's own certificate");
        }
        else if (certificate.PathLength == 0)
        {
            yield return new Fault(
                path, "must let an authority stand below it, and its path length is 0", certificate.Subject, "hand in one with path length 1");
        }

        if (certificate.KeyAlgorithm is not ("ECDSA" or "RSA"))
        {
            yield return new Fault(path, "must have a key of ECDSA or RSA, which are what istiod reads", certificate.KeyAlgorithm, "make another root");
        }

        if (today is not { } day)
        {
            yield break;
        }

        var (from, to) = (DateOnly.FromDateTime(certificate.NotBefore), DateOnly.FromDateTime(certificate.NotAfter));
        if (to <= day)
        {
            yield return new Fault(path, "must not have expired", $"{certificate.Subject}, which ended on {to:yyyy-MM-dd}", "hand in one that lasts");
        }
        else if (from > day)
        {
            yield return new Fault(path, "must be valid already", $"{certificate.Subject}, which begins on {from:yyyy-MM-dd}", "wait until then");
        }
        else if (to <= day.AddDays(siteDays))
        {
            yield return new Fault(
                path,
                $"must outlast the authorities of sites, which are signed for the {siteDays} days of trust.siteDays",
                $"{certificate.Subject}, which ends on {to:yyyy-MM-dd}",
                "have them last shorter, or begin to rotate to another root");
        }
    }

    private static IEnumerable<Fault> CheckPlace(PlacedRoot root, MeshSettings settings)
    {
        if (root.Root is AwsPrivateRootSettings { Authority: var authority }
            && !settings.Sites.Values.OfType<AwsSite>().Any(site => site.Region == authority.Region))
        {
            yield return new Fault(
                $"{root.Path}.authority", "must be in a region where a site is", authority.Region.ToString(), "share one from a region of a site");
        }
    }
}
