using System.Globalization;
using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Gcp.CertificateAuthority;

namespace CrossCloudMesh.Trust;

/// <summary>How an authority of Google's CAS signs: with what its pool's policy or a template has written into every certificate.</summary>
/// <remarks>
/// The name of a certificate is Pulumi's to make: Google never gives one twice, not even for another that was revoked. Nothing renews it.
/// Source: <see cref="CasFacts.Policies"/>, <see cref="CasFacts.Provider"/>.
/// </remarks>
internal sealed record CasSignature
{
    private const int SecondsPerDay = 86_400;

    /// <summary>The project of pool and authority.</summary>
    public required Input<string> Project { get; init; }

    /// <summary>Their region.</summary>
    public required string Region { get; init; }

    /// <summary>The pool's name.</summary>
    public required Input<string> Pool { get; init; }

    /// <summary>The authority's name in the pool.</summary>
    public required Input<string> Authority { get; init; }

    /// <summary>The path of the template; null where the pool's own policy says it all.</summary>
    public Input<string>? Template { get; init; }

    /// <summary>Counts how often the sites were signed anew.</summary>
    public required int Generation { get; init; }

    /// <summary>A number of days as Google writes it.</summary>
    public static string Seconds(TimeSpan time) => ((long)time.TotalDays * SecondsPerDay).ToString(CultureInfo.InvariantCulture) + "s";

    /// <summary>A certificate with one end of line after it.</summary>
    public static string Ended(string pem) => pem.TrimEnd() + "\n";

    public Output<string> Of(string name, SiteRequest request, CustomResourceOptions options, ProviderResource provider)
    {
        var args = new CertificateArgs
        {
            Project = Project,
            Location = Region,
            Pool = Pool,
            CertificateAuthority = Authority,
            PemCsr = request.RequestPem,
            Lifetime = Seconds(request.Lifetime),
        };
        if (Template is not null)
        {
            args.CertificateTemplate = Template;
        }

        return new Certificate($"{name}-{Generation}", args, CustomResourceOptions.Merge(options, new() { Provider = provider })).PemCertificate.Apply(Ended);
    }
}
