using System.Diagnostics;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Networks;

namespace CrossCloudMesh.Infra.Layers;

/// <summary>The settings' words for what a firewall admits, in the components' words.</summary>
internal static class Allowances
{
    public static FirewallAllowance Of(AllowanceSettings allowance) => new()
    {
        SourceRanges = allowance.SourceRanges,
        SourceTags = allowance.SourceTags,
        Protocol = allowance.Protocol switch
        {
            FirewallProtocol.Tcp => "tcp",
            FirewallProtocol.Udp => "udp",
            FirewallProtocol.Sctp => "sctp",
            FirewallProtocol.Icmp => "icmp",
            FirewallProtocol.Esp => "esp",
            _ => throw new UnreachableException(),
        },
        Ports = allowance.Ports,
        Priority = allowance.Priority,
        Why = allowance.Why.ToString(),
    };
}
