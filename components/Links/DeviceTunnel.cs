using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Links;

/// <summary>One tunnel as the engineer of a data centre must enter it into the device there.</summary>
internal sealed record DeviceTunnel
{
    /// <summary>The device's own public address.</summary>
    public required PublicAddress Device { get; init; }

    /// <summary>AWS's public address.</summary>
    public required string AwsAddress { get; init; }

    public required LinkTunnel Tunnel { get; init; }

    /// <summary>The key of both ends.</summary>
    public required string Key { get; init; }

    public required int DeviceAsn { get; init; }

    /// <summary>The hub's.</summary>
    public required int AwsAsn { get; init; }

    public required IkeProposal Proposal { get; init; }

    /// <summary>What the device announces, and nothing else: AWS takes whatever it is told.</summary>
    public required ImmutableArray<Cidr> Announce { get; init; }

    /// <summary>What the device hears.</summary>
    public required ImmutableArray<Cidr> Expect { get; init; }

    /// <summary>The same in text, by keys that say their unit.</summary>
    public ImmutableDictionary<string, string> Told()
    {
        var words = VpnFacts.WordsOf(Proposal.Cipher);
        return ImmutableDictionary<string, string>.Empty
            .Add("tunnel", Tunnel.Number.ToString())
            .Add("deviceAddress", Device.ToString())
            .Add("awsAddress", AwsAddress)
            .Add("deviceInsideAddress", $"{Tunnel.PeerAddress}/{Tunnel.Inside.PrefixLength}")
            .Add("awsInsideAddress", Tunnel.AwsAddress)
            .Add("deviceAsn", DeviceAsn.ToString())
            .Add("awsAsn", AwsAsn.ToString())
            .Add("preSharedKey", Key)
            .Add("ikeVersion", AwsVpnConnection.IkeVersion)
            .Add("encryption", words.Aws)
            .Add("integrity", VpnFacts.AwsIntegrity)
            .Add("dhGroup", Proposal.DhGroup.ToString())
            .Add("phase1LifetimeSeconds", AwsVpnConnection.Phase1LifetimeSeconds.ToString())
            .Add("phase2LifetimeSeconds", AwsVpnConnection.Phase2LifetimeSeconds.ToString())
            .Add("mtuBytes", VpnFacts.DevicePathMtuBytes(Proposal).ToString())
            .Add("tcpMssBytes", TcpFacts.MssBytes(VpnFacts.DevicePathMtuBytes(Proposal)).ToString())
            .Add("announce", string.Join(", ", Announce))
            .Add("expect", string.Join(", ", Expect));
    }
}
