using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Plan.Rules.Networks;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>The ranges of everything that links join.</summary>
internal sealed class LinkedRanges
{
    private readonly IReadOnlyList<Vpc> vpcs;

    private LinkedRanges(PlanIndex plan, List<Block> claims)
    {
        vpcs = plan.Network.Vpcs;
        Aws = [.. vpcs.SelectMany(vpc => vpc.Ranges)];
        Google = [.. claims.Where(claim => claim.Owner.Package == "gcp").Select(claim => claim.Range)];
        DataCentres =
        [
            .. plan.Of(Types.Route).Where(route => route.At("transitGatewayId") is not null)
                .SelectMany(route => PrefixLists.Ranges(plan, route, "destinationCidrBlock", "destinationPrefixListId"))
                .Where(range => !claims.Exists(claim => claim.Range.Overlaps(range))).Distinct(),
        ];
        (All, BeyondGoogle) = ([.. Aws, .. Google, .. DataCentres], [.. Aws, .. DataCentres]);
    }

    /// <summary>Of all VPCs.</summary>
    public IReadOnlyList<Cidr> Aws { get; }

    /// <summary>Of all networks of Google.</summary>
    public IReadOnlyList<Cidr> Google { get; }

    /// <summary>What VPCs send to a hub and no network of the plan has.</summary>
    public IReadOnlyList<Cidr> DataCentres { get; }

    public IReadOnlyList<Cidr> All { get; }

    /// <summary>What Google reaches by links alone.</summary>
    public IReadOnlyList<Cidr> BeyondGoogle { get; }

    /// <summary>Null where the plan does not tell every range of every network.</summary>
    public static LinkedRanges? Of(PlanIndex plan)
    {
        var claims = Block.Claims(plan).ToList();
        var isWhole = plan.Network.Vpcs.All(plan.TellsAll) && plan.Of(Types.Subnetwork).All(TellsAll)
            && plan.Of(Types.Route).All(route => !Inputs.IsHidden(route.At("destinationCidrBlock")));
        return isWhole ? new(plan, claims) : null;
    }

    /// <summary>What a VPC reaches by links alone: all but itself and the other VPCs of its hub.</summary>
    public IReadOnlyList<Cidr> Beyond(Vpc? vpc) =>
    [
        .. Google,
        .. DataCentres,
        .. vpcs.Where(each => vpc is not null && each != vpc && (each.Attachment is null || each.Attachment.Hub != vpc.Attachment?.Hub)).SelectMany(each => each.Ranges),
    ];

    private static bool TellsAll(PlannedResource subnetwork) =>
        subnetwork.Text("ipCidrRange") is not null && !Inputs.IsHidden(subnetwork.At("secondaryIpRanges"))
        && subnetwork.Items("secondaryIpRanges").All(item => subnetwork.Text(item + ".ipCidrRange") is not null);
}
