using System.ComponentModel;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>A Google site's Cloud Router for links, with the HA VPN gateway beside it.</summary>
public sealed record RouterSettings
{
    [Description("Its private AS number, 64512 to 65534, unique among all sites.")]
    public required Asn Asn { get; init; }
}
