using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Finds which two ends are of one VLAN, by who takes its addresses from whom, else by the addresses themselves.</summary>
internal static class VlanPairing
{
    private static readonly string[] Taken = ["amazonAddress", "customerAddress", "vlan"];

    /// <summary>A conduit for each pair of ends and each hub of their gateway.</summary>
    /// <param name="hubs">The hubs.</param>
    /// <param name="interfaces">AWS's ends.</param>
    /// <param name="attachments">Google's ends.</param>
    /// <param name="next">How many conduits there are already.</param>
    public static List<VlanConduit> Pair(
        IEnumerable<Hub> hubs, IReadOnlyList<VirtualInterface> interfaces, IReadOnlyList<VlanAttachment> attachments, int next)
    {
        var at = hubs.SelectMany(hub => hub.DirectConnects).ToLookup(each => each.Gateway.Urn, StringComparer.Ordinal);
        var byUrn = attachments.ToDictionary(each => each.Resource.Urn, StringComparer.Ordinal);
        var byAddress = attachments.Where(each => Own(each) is not null).ToLookup(each => Own(each)!.Value);
        var conduits = new List<VlanConduit>();
        foreach (var aws in interfaces)
        {
            if ((Named(aws, byUrn) ?? Answering(aws, byAddress)) is not { } google)
            {
                continue;
            }

            foreach (var attachment in at[aws.Gateway.Urn])
            {
                conduits.Add(new(next + conduits.Count, attachment, aws, google, VlanAgreement.Fault(aws, attachment, google))
                {
                    Mbps = _ => VlanLimits.Mbps(google),
                    MtuBytes = VlanLimits.MtuBytes(aws, google),
                });
            }
        }

        return conduits;
    }

    private static VlanAttachment? Named(VirtualInterface aws, Dictionary<string, VlanAttachment> byUrn) =>
        Taken.SelectMany(property => aws.Resource.PropertyDependencies[property] ?? []).Select(urn => byUrn.GetValueOrDefault(urn))
            .FirstOrDefault(found => found is not null);

    /// <summary>Google's end whose session is in the same small range; of several, the one on the same VLAN.</summary>
    private static VlanAttachment? Answering(VirtualInterface aws, ILookup<uint, VlanAttachment> byAddress)
    {
        VlanAttachment[] possible = LinkAddresses.OfInterface(aws.Resource.Text("customerAddress")) is { } address ? [.. byAddress[address]] : [];
        return Array.Find(possible, each => each.Vlan == aws.Vlan) ?? possible.FirstOrDefault();
    }

    private static uint? Own(VlanAttachment google) => LinkAddresses.OfInterface(google.RouterInterface?.Text("ipRange"));
}
