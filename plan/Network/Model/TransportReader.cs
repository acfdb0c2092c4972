using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Reads interconnects that both clouds run; AWS's end is the one that takes its key from Google's.</summary>
internal static class TransportReader
{
    private const string ConnectionType = "AWS::Interconnect::Connection";

    /// <summary>The largest packet of the network that Google puts between.</summary>
    /// <remarks>Source: https://cloud.google.com/network-connectivity/docs/interconnect/concepts/partner-cci-for-aws-overview, read 2026-11-20.</remarks>
    private const int PeeringBytes = 8896;

    /// <param name="plan">The plan.</param>
    /// <param name="hubs">The hubs.</param>
    /// <param name="networks">Google's networks, by URN.</param>
    /// <param name="next">How many conduits there are already.</param>
    public static List<TransportConduit> Read(PlanIndex plan, IEnumerable<Hub> hubs, SortedDictionary<string, GoogleNetwork> networks, int next)
    {
        var at = hubs.SelectMany(hub => hub.DirectConnects).ToLookup(each => each.Gateway.Urn, StringComparer.Ordinal);
        var conduits = new List<TransportConduit>();
        foreach (var connection in plan.Of(Types.CloudControl).Where(each => each.Is("typeName", ConnectionType)))
        {
            if (plan.Source(connection, "desiredState", Types.Transport) is not { } resource
                || plan.Source(connection, "desiredState", Types.DirectConnectGateway) is not { } gateway
                || plan.Source(resource, "network", Types.GoogleNetwork) is not { } network
                || !networks.TryGetValue(network.Urn, out var served))
            {
                continue;
            }

            var google = Google(plan, resource, served);
            var bytes = new[] { PeeringBytes, VlanLimits.HubBytes, served.MtuBytes }.Min();
            foreach (var attachment in at[gateway.Urn])
            {
                var fault = google.Peering is null ? "no network is peered with the transport"
                    : attachment.Asn is { } same && same == attachment.Hub.Asn ? "the Direct Connect gateway has the AS number of its hub"
                    : null;
                conduits.Add(new(next + conduits.Count, attachment, google, connection, fault)
                {
                    Mbps = _ => VlanLimits.Rate(resource.Text("bandwidth")) ?? 0,
                    MtuBytes = bytes,
                });
            }
        }

        return conduits;
    }

    private static Transport Google(PlanIndex plan, PlannedResource resource, GoogleNetwork network)
    {
        var peering = plan.Users(resource, Types.NetworkPeering, "peerNetwork")
            .FirstOrDefault(each => plan.Sources(each, "network", Types.GoogleNetwork).Contains(network.Resource));
        var listed = resource.Items("advertisedRoutes").Select(path => VpcReader.Range(resource, path)).OfType<Cidr>().Distinct().Order();
        Cidr[] announced = peering?.Is("exportCustomRoutes", false) == true ? [] : [.. listed];
        return new(resource, network, plan.Region(resource) ?? "", announced) { Peering = peering, IsImported = peering?.Is("importCustomRoutes", true) == true };
    }
}
