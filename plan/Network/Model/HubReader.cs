using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Reads Transit Gateways: what is attached, and the tables by which it is routed.</summary>
internal static class HubReader
{
    /// <summary>By URN of the gateway.</summary>
    public static SortedDictionary<string, Hub> Read(PlanIndex plan, SortedDictionary<string, Vpc> vpcs)
    {
        var hubs = new SortedDictionary<string, Hub>(StringComparer.Ordinal);
        foreach (var resource in plan.Of(Types.TransitGateway))
        {
            var hub = new Hub(resource, plan.Region(resource))
            {
                Asn = (long?)resource.Number("amazonSideAsn"),
                SpreadsOverTunnels = resource.Text("vpnEcmpSupport") is null or "enable",
            };
            hubs[resource.Urn] = hub;
            foreach (var each in plan.Users(resource, Types.TransitAttachment, "transitGatewayId"))
            {
                if (plan.Source(each, "vpcId", Types.Vpc) is { } network && vpcs.TryGetValue(network.Urn, out var vpc))
                {
                    hub.Attachments.Add(vpc.Attachment = new(each, hub, vpc));
                    var inside = plan.Sources(each, "subnetIds", Types.Subnet).Select(subnet => subnet.Urn).ToHashSet(StringComparer.Ordinal);
                    vpc.Attachment.Subnets.AddRange(vpc.Subnets.Where(subnet => inside.Contains(subnet.Resource.Urn)));
                }
            }

            foreach (var each in plan.Users(resource, Types.VpnConnection, "transitGatewayId"))
            {
                var connection = new VpnConnection(each, hub, plan.Source(each, "customerGatewayId", Types.CustomerGateway))
                {
                    IsPrivate = each.Is("outsideIpAddressType", "PrivateIpv4"),
                };
                connection.Ends = [End(connection, 1), End(connection, 2)];
                hub.Attachments.Add(connection);
            }

            hub.Attachments.AddRange(DirectConnects(plan, hub));
            foreach (var connection in hub.Connections)
            {
                var under = plan.Source(connection.Resource, "transportTransitGatewayAttachmentId", Types.GatewayAssociation);
                connection.Transport = hub.DirectConnects.FirstOrDefault(each => each.Resource == under);
            }
        }

        PeeringReader.Attach(plan, hubs);
        foreach (var hub in hubs.Values)
        {
            UseDefaults(hub);
        }

        HubTableReader.Read(plan, hubs.Values);
        return hubs;
    }

    private static IEnumerable<DirectConnectAttachment> DirectConnects(PlanIndex plan, Hub hub)
    {
        foreach (var association in plan.Users(hub.Resource, Types.GatewayAssociation, "associatedGatewayId"))
        {
            if (plan.Source(association, "dxGatewayId", Types.DirectConnectGateway) is { } gateway)
            {
                yield return new(association, hub, gateway)
                {
                    Asn = long.TryParse(gateway.Text("amazonSideAsn"), out var asn) ? asn : (long?)gateway.Number("amazonSideAsn"),
                    Allowed = [.. association.Items("allowedPrefixes").Select(path => VpcReader.Range(association, path)).OfType<Cidr>().Distinct().Order()],
                };
            }
        }
    }

    private static AwsTunnelEnd End(VpnConnection connection, int number)
    {
        var resource = connection.Resource;
        var address = (resource.Outputs[$"tunnel{number}Address"] as PlanValue.TextValue)?.Value;
        return new(connection, number, address, VpcReader.Range(resource, $"tunnel{number}InsideCidr"));
    }

    /// <summary>The table that every attachment has unless somebody turns it off.</summary>
    private static void UseDefaults(Hub hub)
    {
        var table = new HubTable($"{hub.Resource.Name}, default table");
        foreach (var attachment in hub.Attachments)
        {
            if (hub.Resource.Text("defaultRouteTableAssociation") is null or "enable"
                && attachment.Resource.IsNot("transitGatewayDefaultRouteTableAssociation", false) | attachment is not VpcAttachment)
            {
                attachment.Table = table;
            }

            if (hub.Resource.Text("defaultRouteTablePropagation") is null or "enable"
                && attachment is not PeeringAttachment
                && attachment.Resource.IsNot("transitGatewayDefaultRouteTablePropagation", false) | attachment is not VpcAttachment)
            {
                table.Propagating.Add(attachment);
            }
        }
    }
}
