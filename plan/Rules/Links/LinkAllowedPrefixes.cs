using CrossCloudMesh.Facts;
using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>AWS announces these word for word, whatever the hub knows: what is missing is never reached, and what is foreign is dropped at the hub.</summary>
public sealed class LinkAllowedPrefixes() : Rule(new()
{
    Id = "link-allowed-prefixes",
    Title = "A Direct Connect gateway announces for its hub all ranges of the hub's VPCs, and no others",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "list the ranges of the VPCs that the link is for, or both halves of each, and the hub's own blocks where tunnels end in them",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        var devices = plan.Network.Conduits.OfType<DeviceTunnel>().Select(device => device.At).ToHashSet();
        foreach (var attachment in plan.Network.Hubs.SelectMany(hub => hub.DirectConnects))
        {
            var resource = attachment.Resource;
            string[] paths = [.. resource.Items("allowedPrefixes")];
            if (Inputs.IsHidden(resource.At("allowedPrefixes")) || Array.Exists(paths, path => Inputs.IsHidden(resource.At(path))))
            {
                continue;
            }

            if (paths.Length == 0)
            {
                yield return Found(resource, "announces nothing", "allowedPrefixes");
                continue;
            }

            if (paths.Length > RouteLimits.AllowedPrefixes.Count)
            {
                yield return Found(resource, $"lists {paths.Length} prefixes, of which AWS announces {RouteLimits.AllowedPrefixes.Count}");
            }

            // What data centres announce is in no plan, so beside them nobody can say what is foreign.
            var isOnward = attachment.Table?.Propagating.Exists(devices.Contains) == true;
            foreach (var finding in isOnward ? [] : Foreign(plan, attachment, paths))
            {
                yield return finding;
            }

            var carriesTunnelsAlone = plan.Network.Conduits.Where(conduit => conduit.At == attachment).All(conduit => conduit.Kind == LinkKinds.Encrypted)
                && plan.Network.Conduits.Any(conduit => conduit.At == attachment);
            foreach (var finding in carriesTunnelsAlone ? [] : Missing(attachment))
            {
                yield return finding;
            }
        }
    }

    private IEnumerable<Finding> Foreign(PlanIndex plan, DirectConnectAttachment attachment, string[] paths)
    {
        var hub = attachment.Hub;
        var vpcs = hub.Attachments.OfType<VpcAttachment>().Select(each => each.Vpc).ToList();
        if (!vpcs.TrueForAll(plan.TellsAll) || Inputs.IsHidden(hub.Resource.At("transitGatewayCidrBlocks")))
        {
            yield break;
        }

        var blocks = hub.Resource.Items("transitGatewayCidrBlocks").ToList();
        if (blocks.Exists(path => Inputs.IsHidden(hub.Resource.At(path))))
        {
            yield break;
        }

        var owned = blocks.Select(path => VpcReader.Range(hub.Resource, path)).OfType<Values.Cidr>().Concat(vpcs.SelectMany(vpc => vpc.Ranges)).ToList();
        foreach (var path in paths)
        {
            if (VpcReader.Range(attachment.Resource, path) is { } range && !owned.Cover(range))
            {
                yield return Found(attachment.Resource, $"announces {range}, of which not every address is in a VPC of {hub.Resource.Name}", path)
                    with
                { Related = [hub.Resource.Urn] };
            }
        }
    }

    /// <summary>Where the plan does not tell which VPCs the link is for, it is for all.</summary>
    private IEnumerable<Finding> Missing(DirectConnectAttachment attachment)
    {
        var known = attachment.Table?.Propagating.OfType<VpcAttachment>() ?? attachment.Hub.Attachments.OfType<VpcAttachment>();
        foreach (var vpc in known.Select(each => each.Vpc))
        {
            foreach (var range in vpc.Ranges.Where(range => !attachment.Allowed.Cover(range)))
            {
                yield return Found(attachment.Resource, $"does not announce all of {range}, which {vpc.Resource.Name} has", "allowedPrefixes")
                    with
                { Related = [vpc.Resource.Urn] };
            }
        }
    }
}
