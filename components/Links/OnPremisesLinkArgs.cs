using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Links;

/// <summary>What <see cref="OnPremisesLink"/> needs.</summary>
public sealed record OnPremisesLinkArgs
{
    /// <summary>How many devices a data centre is joined by, so that it stays joined when one of them fails.</summary>
    private const int Devices = LinkTunnel.Connections;

    /// <summary>The link's key, which its keys are drawn from: <c>frankfurt</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The name that the console shows, and the first part of every other: <c>prod-frankfurt</c>.</summary>
    public required string PhysicalName { get; init; }

    /// <summary>The hub, with a table of its own for this link among those that it names.</summary>
    public required AwsLinkEnd Aws { get; init; }

    public required OnPremisesEnd OnPremises { get; init; }

    /// <summary>What the data centre may reach through the hub beyond its site: nodes and pods of the sites at the other ends of the links
    /// that it may pass.</summary>
    public ImmutableArray<Cidr> Through { get; init; } = [];

    /// <summary>The range that the insides of the tunnels are cut from, /28 or larger, of 169.254.0.0/16; no other link may have it.</summary>
    public required Cidr Inside { get; init; }

    public required IkeProposal Proposal { get; init; }

    /// <summary>What each tunnel of AWS carries: <c>standard</c> or <c>large</c>.</summary>
    public required string Bandwidth { get; init; }

    /// <summary>The secret that all keys are drawn from, of <see cref="PreSharedKey.ShortestSecret"/> characters or more.</summary>
    public required Output<string> Secret { get; init; }

    /// <summary>For each device, how often its keys were changed.</summary>
    public required ImmutableArray<int> KeyGenerations { get; init; }

    /// <summary>Whether one device is enough: the data centre is cut off then whenever it fails or restarts.</summary>
    public bool AcceptsOneDevice { get; init; }

    /// <summary>How long the tunnels' logs are kept, in days.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary>Whether the engine refuses to delete connections and gateways.</summary>
    public required bool Protect { get; init; }

    internal IEnumerable<Fault> Check() => [.. CheckDevices(), .. CheckAsn(), .. CheckRanges()];

    private IEnumerable<Fault> CheckDevices()
    {
        var devices = OnPremises.Devices;
        if (devices.Length == 1 && !AcceptsOneDevice)
        {
            yield return new(
                "onPremises.devices",
                $"must be {Devices}, so that the data centre stays joined when one of them fails",
                "1",
                "add the second, or accept one by acceptsOneDevice: true");
        }
        else if (devices.Length is < 1 or > Devices)
        {
            yield return new("onPremises.devices", $"must be {Devices}", devices.Length.ToString());
        }

        for (var index = 0; index < devices.Length; index++)
        {
            if (devices.IndexOf(devices[index]) < index)
            {
                yield return new($"onPremises.devices[{index}]", "must be an address of its own, or one failure takes both", devices[index].ToString());
            }
        }

        if (KeyGenerations.Length != devices.Length)
        {
            yield return new("keyGenerations", $"must hold one for each of {devices.Length} devices", KeyGenerations.Length.ToString());
        }

        if (Inside.PrefixLength > 28)
        {
            yield return new("inside", "must be a /28 or larger, which four tunnels need", Inside.ToString());
        }
    }

    private IEnumerable<Fault> CheckAsn()
    {
        var asn = OnPremises.Asn;
        if (asn == Aws.Asn)
        {
            yield return new("onPremises.asn", "must differ from the hub's, or each drops the other's routes", asn.ToString());
        }
        else if (AsnFacts.Reserve(asn) is { } row)
        {
            yield return new(
                "onPremises.asn",
                $"must be a private AS number, {VpnFacts.FirstPrivateAsn} to {VpnFacts.LastPrivateAsn}, or the data centre's public one: {row.Why}",
                asn.ToString());
        }
        else if (VpnFacts.RefusedAsns.Any(refused => refused.Asn == asn && (refused.Region is null || refused.Region == Aws.Region)))
        {
            yield return new("onPremises.asn", $"must not be a number that AWS refuses in {Aws.Region}", asn.ToString());
        }
    }

    private IEnumerable<Fault> CheckRanges()
    {
        if (OnPremises.Ranges.IsEmpty)
        {
            yield return new("onPremises.ranges", "must name what is in the data centre", "none");
        }

        foreach (var range in OnPremises.Ranges)
        {
            foreach (var other in Aws.Ranges.Concat(Through).Where(other => other.Overlaps(range)))
            {
                yield return new("onPremises.ranges", $"must not overlap {other}, which it is to reach over this link", range.ToString());
            }
        }
    }
}

/// <summary>The end of a link in a data centre.</summary>
public sealed record OnPremisesEnd
{
    /// <summary>Its own ASN, private or public.</summary>
    public required int Asn { get; init; }

    /// <summary>The public addresses of its devices, in an order that never changes: one or two.</summary>
    public required ImmutableArray<PublicAddress> Devices { get; init; }

    /// <summary>Every range that it announces, and that others may reach there.</summary>
    public required ImmutableArray<Cidr> Ranges { get; init; }
}
