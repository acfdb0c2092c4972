using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>Reads the route tables of hubs: who is routed by them, who announces himself there, and what somebody wrote down.</summary>
internal static class HubTableReader
{
    private const string Attachment = "transitGatewayAttachmentId";
    private const string Table = "transitGatewayRouteTableId";

    public static void Read(PlanIndex plan, IEnumerable<Hub> hubs)
    {
        var attachments = hubs.SelectMany(hub => hub.Attachments).ToLookup(each => each.Resource.Urn, StringComparer.Ordinal);
        foreach (var resource in plan.Of(Types.HubTable))
        {
            var (table, hub) = (new HubTable(resource.Name) { Resource = resource }, plan.Source(resource, "transitGatewayId", Types.TransitGateway));
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

            table.Propagating.AddRange(plan.Users(resource, Types.HubPropagation, Table).Select(At).OfType<HubAttachment>().Where(each => each is not PeeringAttachment));

            HubAttachment? At(PlannedResource user)
            {
                HubAttachment[] possible = [.. (user.PropertyDependencies[Attachment] ?? []).SelectMany(Named)];
                return Array.Find(possible, each => each.Hub.Resource == hub) ?? possible.FirstOrDefault();
            }
        }

        // Who accepts a peering gives it a second name.
        IEnumerable<HubAttachment> Named(string urn) => attachments[urn].Concat(plan[urn] is { Type: Types.PeeringAccepter } accepter
            ? plan.Sources(accepter, Attachment, Types.PeeringAttachment).SelectMany(peering => attachments[peering.Urn])
            : []);
    }
}
