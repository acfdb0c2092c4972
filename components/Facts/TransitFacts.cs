namespace CrossCloudMesh.Facts;

/// <summary>What AWS documents about the peering of Transit Gateways.</summary>
/// <remarks>
/// A peering has no BGP: each end is told by static routes what lies behind the other, and no route table can learn it. Between regions
/// traffic is encrypted on its way, without anybody's key. Within one region AWS gives the accepter's end an id of its own, which the
/// provider does not tell (its issues 38027 and 40880), so that nothing can accept it.
/// Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html, https://github.com/hashicorp/terraform-provider-aws/issues/40880,
/// read 2026-11-21.
/// </remarks>
public static class TransitFacts
{
    /// <summary>The largest packet that passes a Transit Gateway between VPCs, Direct Connect gateways and peerings, in bytes; larger ones
    /// are dropped.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html, read 2026-11-21.</remarks>
    public const int PathMtuBytes = 8500;
}
