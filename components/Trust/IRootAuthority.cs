using Pulumi;

namespace CrossCloudMesh.Trust;

/// <summary>A root of trust, wherever its key is.</summary>
public interface IRootAuthority
{
    /// <summary>Its certificate in PEM, with an end of line after it.</summary>
    Output<string> CertificatePem { get; }

    /// <summary>Signs the authority of a site, with one resource.</summary>
    /// <param name="name">The logical name of that resource.</param>
    /// <param name="request">What is to be signed.</param>
    /// <param name="options">Whose child the resource is; the provider is the root's own matter, unless it is the one for TLS.</param>
    /// <returns>The certificate in PEM, with an end of line after it.</returns>
    Output<string> Sign(string name, SiteRequest request, CustomResourceOptions options);
}

/// <summary>What the authority of a site asks a root to sign.</summary>
public sealed record SiteRequest
{
    /// <summary>The request in PEM, with subject and names, signed with the site's key.</summary>
    public required Input<string> RequestPem { get; init; }

    /// <summary>How long the certificate is to last.</summary>
    public required TimeSpan Lifetime { get; init; }
}
