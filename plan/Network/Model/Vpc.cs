using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>A VPC of AWS, as far as it has to do with other networks.</summary>
internal sealed class Vpc(PlannedResource resource, string site, string? region)
{
    public PlannedResource Resource => resource;

    /// <summary>The site whose network it is.</summary>
    public string Site => site;

    public string? Region => region;

    public List<Cidr> Ranges { get; } = [];

    public List<VpcSubnet> Subnets { get; } = [];

    /// <summary>The hub that it is attached to; null where it is attached to none.</summary>
    public VpcAttachment? Attachment { get; set; }

    /// <summary>Whether what pods send out of the VPC carries the address of their node.</summary>
    /// <remarks>The network add-on does so unless AWS_VPC_K8S_CNI_EXTERNALSNAT is true.
    /// Source: https://docs.aws.amazon.com/eks/latest/userguide/external-snat.html, read 2026-11-20.</remarks>
    public bool TranslatesPods { get; set; } = true;

    /// <summary>The subnets in which pods and nodes are.</summary>
    public IEnumerable<VpcSubnet> Workloads => Subnets.Where(subnet => subnet.IsWorkload);
}

/// <summary>A subnet of a VPC.</summary>
internal sealed class VpcSubnet(PlannedResource resource, Vpc vpc, string zone, Cidr range)
{
    public PlannedResource Resource => resource;

    public Vpc Vpc => vpc;

    public string Zone => zone;

    public Cidr Range => range;

    /// <summary>The routes of its table; null where it has none of its own.</summary>
    public VpcRouteTable? Table { get; set; }

    /// <summary>Null where the VPC's own serves, which lets everything through.</summary>
    public AccessList? Acl { get; set; }

    public bool IsWorkload { get; set; }

    /// <summary>Whether only pods have addresses here.</summary>
    public bool IsForPods { get; set; }

    /// <summary>The groups that machines here may have, each of which must let traffic through; none where the plan has no machine.</summary>
    public List<SecurityGroup> Groups { get; } = [];
}

/// <summary>The routes of some subnets. The VPC's own ranges come before all of them.</summary>
internal sealed class VpcRouteTable(PlannedResource resource)
{
    public PlannedResource Resource => resource;

    public List<VpcRoute> Routes { get; } = [];

    /// <summary>The longest prefix that holds an address; null where none does.</summary>
    public VpcRoute? Find(uint address)
    {
        VpcRoute? found = null;
        foreach (var route in Routes)
        {
            if (route.Range.Holds(address) && (found is null || route.Range.PrefixLength > found.Range.PrefixLength))
            {
                found = route;
            }
        }

        return found;
    }
}

/// <summary>One route of a VPC.</summary>
/// <param name="Range">Where to.</param>
/// <param name="Hub">URN of the Transit Gateway that it leads to; null where it leads elsewhere.</param>
/// <param name="Target">What it leads to, in a word or two.</param>
internal sealed record VpcRoute(Cidr Range, string? Hub, string Target);
