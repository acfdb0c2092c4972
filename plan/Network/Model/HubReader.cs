using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Reads Transit Gateways: what is attached, and the tables by which it is routed.</summary>
internal static class HubReader
{
    private const string Attachment = "transitGatewayAttachmentId";
    private const string Table = "transitGatewayRouteTableId";

    /// <summary>By URN of the gateway.</summary>
    public static SortedDictionary<string, Hub> Read(PlanIndex plan, SortedDictionary<string, Vpc> vpcs)
    {
        var hubs = new SortedDictionary<string, Hub>(StringComparer.Ordinal);
        var attachments = new Dictionary<string, HubAttachment>(StringComparer.Ordinal);
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
                    Attach(hub, vpc.Attachment = new(each, hub, vpc));
                    var inside = plan.Sources(each, "subnetIds", Types.Subnet).Select(subnet => subnet.Urn).ToHashSet(StringComparer.Ordinal);
                    vpc.Attachment.Subnets.AddRange(vpc.Subnets.Where(subnet => inside.Contains(subnet.Resource.Urn)));
                }
            }

            foreach (var each in plan.Users(resource, Types.VpnConnection, "transitGatewayId"))
            {
                var connection = new VpnConnection(each, hub, plan.Source(each, "customerGatewayId", Types.CustomerGateway));
                connection.Ends = [End(connection, 1), End(connection, 2)];
                Attach(hub, connection);
            }

            UseDefaults(hub);
        }

        ReadTables(plan, attachments);
        return hubs;

        void Attach(Hub hub, HubAttachment attachment)
        {
            hub.Attachments.Add(attachment);
            attachments[attachment.Resource.Urn] = attachment;
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
                && attachment.Resource.IsNot("transitGatewayDefaultRouteTableAssociation", false) | attachment is VpnConnection)
            {
                attachment.Table = table;
            }

            if (hub.Resource.Text("defaultRouteTablePropagation") is null or "enable"
                && attachment.Resource.IsNot("transitGatewayDefaultRouteTablePropagation", false) | attachment is VpnConnection)
            {
                table.Propagating.Add(attachment);
            }
        }
    }

    private static void ReadTables(PlanIndex plan, Dictionary<string, HubAttachment> attachments)
    {
        foreach (var resource in plan.Of(Types.HubTable))
        {
            var table = new HubTable(resource.Name);
            foreach (var route in plan.Users(resource, Types.HubRoute, Table))
            {
                if (VpcReader.Range(route, "destinationCidrBlock") is { } range && (route.Is("blackhole", true) || At(route) is not null))
                {
                    table.Static.Add(new(range, route.Is("blackhole", true) ? null : At(route)));
                }
            }

            foreach (var association in plan.Users(resource, Types.HubAssociation, Table))
            {
                if (At(association) is { } attachment)
                {
                    attachment.Table = table;
                }
            }

            table.Propagating.AddRange(plan.Users(resource, Types.HubPropagation, Table).Select(At).OfType<HubAttachment>());
        }

        HubAttachment? At(PlannedResource resource)
        {
            var urns = resource.PropertyDependencies[Attachment] ?? [];
            return urns.Select(urn => attachments.GetValueOrDefault(urn)).FirstOrDefault(found => found is not null);
        }
    }
}
