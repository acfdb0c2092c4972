using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Lists what may fail by itself of links over ports that both clouds rent out.</summary>
/// <remarks>
/// Each VLAN attachment; each pair of ports; each edge availability domain of a metropolitan area, and the area; each interconnect that both
/// clouds run, as one unit; and of each hub all of Direct Connect at once: on 2021-09-02 that lost packets in all of Tokyo for six hours, and
/// no second circuit helped. Sources: https://cloud.google.com/network-connectivity/docs/interconnect/concepts/overview, read 2026-11-20;
/// https://aws.amazon.com/message/17908/, read 2026-11-20.
/// </remarks>
internal static class InterconnectDomains
{
    public static IEnumerable<Failure> Of(NetworkModel model)
    {
        var vlans = model.Conduits.OfType<VlanConduit>().ToList();
        foreach (var group in vlans.GroupBy(vlan => vlan.Google.Resource.Urn, StringComparer.Ordinal))
        {
            yield return Fails($"attachment {group.First().Name}", $"attachment {group.Key}", group);
        }

        foreach (var group in vlans.Where(vlan => vlan.Google.Interconnect is not null).GroupBy(vlan => vlan.Google.Interconnect!.Urn, StringComparer.Ordinal))
        {
            var google = group.First().Google;
            var domain = google.Domain is null ? "" : $" in edge availability domain {google.Domain} of {google.Metro}";
            yield return Fails($"interconnect {google.Interconnect!.Name}{domain}", $"domains of {google.Metro}", group);
        }

        foreach (var group in vlans.Where(vlan => vlan.Google.Domain is not null).GroupBy(vlan => (vlan.Google.Metro, vlan.Google.Domain)))
        {
            yield return Fails($"edge availability domain {group.Key.Domain} of {group.Key.Metro}", $"domains of {group.Key.Metro}", group);
        }

        foreach (var group in vlans.Where(vlan => vlan.Google.Metro.Length > 0).GroupBy(vlan => vlan.Google.Metro, StringComparer.Ordinal))
        {
            yield return Fails($"metro {group.Key}", "metros", group);
        }

        foreach (var group in model.Conduits.OfType<TransportConduit>().GroupBy(each => each.Google.Resource.Urn, StringComparer.Ordinal))
        {
            yield return Fails($"transport {group.First().Name}", $"transport {group.Key}", group);
        }

        foreach (var group in model.Conduits.Where(conduit => conduit.At is DirectConnectAttachment).GroupBy(conduit => conduit.At.Hub))
        {
            yield return Fails($"Direct Connect at {group.Key.Resource.Name}", $"Direct Connect at {group.Key.Resource.Name}", group);
        }

        // A tunnel is lost with what it runs on.
        Failure Fails(string name, string redundancy, IEnumerable<Conduit> lost)
        {
            var gone = lost.ToHashSet();
            return new(name, redundancy, [.. gone, .. model.Conduits.Where(conduit => conduit.Carrier is { } carrier && gone.Contains(carrier))], null);
        }
    }
}
