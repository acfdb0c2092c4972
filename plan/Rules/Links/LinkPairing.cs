using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>Cross-wired tunnels never come up, and Google promises its availability for one pairing alone.</summary>
public sealed class LinkPairing() : Rule(new()
{
    Id = "link-pairing",
    Title = "Every address of the other side has one tunnel, at the interface of the gateway that it awaits",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "give each external interface one tunnel; 0 and 1 belong to one interface of the gateway, 2 and 3 to the other",
})
{
    private const int PerInterface = 2;

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var record in plan.Of(Types.ExternalVpnGateway))
        {
            GoogleTunnelEnd[] ends = [.. plan.Network.GoogleEnds.Where(end => end.External == record)];
            if (ends.Length == 0 || Array.Exists(ends, end => end.Interface is null || end.ExternalInterface is null || end.Gateway is null))
            {
                continue;
            }

            foreach (var finding in Addresses(record, ends).Concat(Halves(record, ends)).Concat(ends.SelectMany(end => Meets(plan, end))))
            {
                yield return finding;
            }
        }
    }

    private IEnumerable<Finding> Addresses(PlannedResource record, GoogleTunnelEnd[] ends)
    {
        foreach (var item in record.Items("interfaces"))
        {
            if (record.Number(item + ".id") is { } id && ends.Count(end => end.ExternalInterface == (int)id) is var count && count != 1)
            {
                yield return Found(record, $"has {count} tunnels at interface {id}", item + ".id");
            }
        }
    }

    private IEnumerable<Finding> Halves(PlannedResource record, GoogleTunnelEnd[] ends)
    {
        var halves = ends.GroupBy(end => end.ExternalInterface!.Value / PerInterface).ToList();
        foreach (var half in halves)
        {
            if (half.Select(end => end.Interface).Distinct().Count() > 1)
            {
                yield return Found(record, $"has interfaces {half.Key * PerInterface} and {(half.Key * PerInterface) + 1} at different ones of the gateway", "interfaces");
            }
        }

        if (halves.Count > 1 && ends.DistinctBy(end => end.Interface).Count() == 1)
        {
            yield return Found(record, "has all its tunnels at one interface of the gateway", "interfaces");
        }
    }

    private IEnumerable<Finding> Meets(PlanIndex plan, GoogleTunnelEnd end)
    {
        var met = plan.Network.Tunnels.FirstOrDefault(tunnel => tunnel.Google == end);
        if (met is null && end.ExternalAddress is not null && plan.Network.Hubs.SelectMany(hub => hub.Connections).SelectMany(each => each.Ends).All(each => each.Address is not null))
        {
            yield return Found(end.Resource, "leads to an address that no connection of AWS has", "peerExternalGatewayInterface");
        }

        if (met?.Aws.Connection.Customer is { } customer && customer.Text("ipAddress") is { } awaited && end.Address is { } own && awaited != own)
        {
            yield return Found(end.Resource, $"leads to {met.Aws}, which awaits another interface of the gateway", "vpnGatewayInterface")
                with
            { Related = [customer.Urn] };
        }
    }
}
