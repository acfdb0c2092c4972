using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>What the other side sends arrives, and the answer goes to the internet or nowhere: a hub's routes never enter the tables of a VPC by themselves.</summary>
public sealed class LinkRoutes() : Rule(new()
{
    Id = "link-routes",
    Title = "The route tables of nodes and pods lead back to whatever is announced to their hub",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "add a route by the hub to each such table",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var vpc in plan.Network.Vpcs)
        {
            if (vpc.Attachment is not { } attachment)
            {
                continue;
            }

            Cidr[] announced =
            [
                .. plan.Network.Conduits.Where(conduit => conduit.Network is not null && conduit.At.Hub == attachment.Hub).SelectMany(conduit => conduit.Announced).Distinct().Order()
                    // Cloud DNS speaks with resolvers alone, never with nodes and pods.
                    .Where(range => range != DnsFacts.CloudDnsRange),
            ];
            foreach (var table in vpc.Workloads.Select(subnet => subnet.Table).OfType<VpcRouteTable>().Distinct())
            {
                foreach (var range in announced)
                {
                    if (!Hidden(plan, table) && !(Leads(table, range.First, attachment) && Leads(table, range.Last, attachment)))
                    {
                        yield return Found(table.Resource, $"does not lead to all of {range} by {attachment.Hub.Resource.Name}") with { Related = [vpc.Resource.Urn] };
                    }
                }
            }
        }
    }

    private static bool Leads(VpcRouteTable table, uint address, VpcAttachment attachment) =>
        table.Find(address)?.Hub == attachment.Hub.Resource.Urn;

    private static bool Hidden(PlanIndex plan, VpcRouteTable table) =>
        Links.Hidden.In(table.Resource) || plan.Users(table.Resource, Types.Route, "routeTableId").Any(Links.Hidden.In);
}
