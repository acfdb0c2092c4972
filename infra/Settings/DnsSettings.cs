using System.ComponentModel;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>The private names of a site. Over a link of two sites that both have them, each finds the other's.</summary>
public sealed record DnsSettings
{
    [Description("The site's domain, such as aws-east.dev.internal.example, which only its own network and linked ones can ask for. Take one "
        + "below a domain that is yours, or below internal. It lies beside those of the other sites.")]
    public required DomainName Domain { get; init; }
}
