using System.Collections.Frozen;

namespace CrossCloudMesh.Facts;

/// <summary>Which copies of the files of the AWS provider were read.</summary>
/// <remarks>
/// Copies of different age were at hand, the oldest of 2022 and the newest of 2026, so each file stands with the commit of its copy.
/// An input that came after that commit is not in the table unless a gap of the file names it; it is taken to change in place.
/// That the region of a resource is not changed in place was read in internal/provider/sdkv2/region.go (commit 0073593e7d69) and
/// internal/provider/framework/region.go (commit 0df638690529). They let one change pass: from no region to that of the provider, or back.
/// </remarks>
internal static class AwsProviderFiles
{
    private const string Repository = "https://github.com/hashicorp/terraform-provider-aws/blob/";

    private const string NoCommit = "which commit it is: the copy that was read, of 2026 by its heading, did not say so";

    private const string OldNoCommit = "which commit it is: the copy that was read, of before 2026 by its heading, did not say so";

    private static readonly DateOnly ReadOn = new(2026, 11, 21);

    private static readonly FrozenDictionary<string, string> Commits = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["acmpca/certificate.go"] = "0593466d96e383de3f75587805537f6e590ebf4e",
        ["backup/plan.go"] = "01f431114674c27cf790fafb67ac274bf8f765e1",
        ["backup/selection.go"] = "00a35305dc1b297a6fcdecdfbba33f1e63c3da39",
        ["backup/vault.go"] = "050ac11163cab8cdae5936a7f40b0e528ff780df",
        ["cloudcontrol/resource.go"] = "02fe3b283b48a2d41bc19312150fb7bfe8f746fc",
        ["directconnect/connection.go"] = "045140f5de950fdf0136348404aa66ca750b6fa4",
        ["directconnect/connection_confirmation.go"] = "21d93134c7c72fa95b99ba84234471c94bc85233",
        ["directconnect/gateway.go"] = "06b540fba1eb07c6ecdb72cb8947e818b301c21c",
        ["directconnect/gateway_association.go"] = "089adc229e971c05729391d82378a30968a742cf",
        ["directconnect/lag.go"] = "0e4c6f4aa6d5c2997083c6b86a6bed0f8b4c37d6",
        ["directconnect/transit_virtual_interface.go"] = "041f81fb0749bc6e15b06fb8b629718873bdfc11",
        ["ec2/ec2_eip.go"] = "01606926a0c0ab9174aec440f976a48b0baee722",
        ["ec2/ec2_launch_template.go"] = "025e4f81cab8553cb052aebfcc5987e2aa8c702a",
        ["ec2/transitgateway_peering_attachment.go"] = "088e0bdc672d5a2eec5ac62b077c242ccef939f4",
        ["ec2/transitgateway_peering_attachment_accepter.go"] = "050ac11163cab8cdae5936a7f40b0e528ff780df",
        ["ec2/transitgateway_route.go"] = "012cc28bc6f4787cbf928eee68ced9872bd0afc5",
        ["ec2/transitgateway_route_table.go"] = "050ac11163cab8cdae5936a7f40b0e528ff780df",
        ["ec2/transitgateway_route_table_propagation.go"] = "0413c661ec1b94f3033c98f3fbd1e8c1b2725589",
        ["ec2/transitgateway_vpc_attachment.go"] = "08923b68b5ad6fcfdd38362fb5247e39a9b07add",
        ["ec2/vpc_.go"] = "00081ce41cc691433ac19bf42227cdabffd0454d",
        ["ec2/vpc_default_security_group.go"] = "01f431114674c27cf790fafb67ac274bf8f765e1",
        ["ec2/vpc_endpoint.go"] = "008db85aad5e56627b1eecab8830464a282552ed",
        ["ec2/vpc_flow_log.go"] = "00a35305dc1b297a6fcdecdfbba33f1e63c3da39",
        ["ec2/vpc_internet_gateway.go"] = "08923b68b5ad6fcfdd38362fb5247e39a9b07add",
        ["ec2/vpc_ipv4_cidr_block_association.go"] = "01606926a0c0ab9174aec440f976a48b0baee722",
        ["ec2/vpc_network_acl.go"] = "0620f2a6a126dfcbc4aecbc9a117b0fbea1656ff",
        ["ec2/vpc_network_acl_association.go"] = "044fb3171c305dd92f19e116512acb37a28a9f85",
        ["ec2/vpc_route.go"] = "0128541e0711766f28540143a9d73738aced60aa",
        ["ec2/vpc_route_table.go"] = "022092419b7cda11527df3c6b51cbfe1876c1722",
        ["ec2/vpc_route_table_association.go"] = "0be71beb458ad8875e0acc5c91519c0ceeb214aa",
        ["ec2/vpc_security_group.go"] = "01606926a0c0ab9174aec440f976a48b0baee722",
        ["ec2/vpc_security_group_ingress_rule.go"] = "00a322094b4b9ade8a81b244345dbcf4b52ee8d6",
        ["ec2/vpc_subnet_cidr_reservation.go"] = "15f63f0045b4d9811e221dfbdb899c1a3418153e",
        ["ec2/vpc_subnet.go"] = "00cda125a19d31754cb0d073cf551264c57955cb",
        ["ec2/vpnsite_connection.go"] = "050ac11163cab8cdae5936a7f40b0e528ff780df",
        ["ec2/vpnsite_customer_gateway.go"] = "08923b68b5ad6fcfdd38362fb5247e39a9b07add",
        ["eks/access_entry.go"] = "01f431114674c27cf790fafb67ac274bf8f765e1",
        ["eks/access_policy_association.go"] = "01f431114674c27cf790fafb67ac274bf8f765e1",
        ["eks/addon.go"] = "00a35305dc1b297a6fcdecdfbba33f1e63c3da39",
        ["eks/capability.go"] = "177f163841f0e152586a9c3c6a292a931a09fa65",
        ["eks/node_group.go"] = "012e0a32f0686212f447447fd3d81c3d0ce256ad",
        ["eks/pod_identity_association.go"] = "00a35305dc1b297a6fcdecdfbba33f1e63c3da39",
        ["events/rule.go"] = "0cdab4ae09a963535e03dde0bff4784afe8e3517",
        ["events/target.go"] = "0762c41e2027fcd3cb8340d3e6886c6975fc0a59",
        ["iam/instance_profile.go"] = "013f1736b90439e5a19567a87d3e5cd11858c420",
        ["iam/openid_connect_provider.go"] = "01606926a0c0ab9174aec440f976a48b0baee722",
        ["iam/role.go"] = "0040ea6911af00bea2cca6dbb14e86829826ad8e",
        ["iam/role_policy.go"] = "02f97af85f89a04e8ed89f5e8b64a9a67f3cfe07",
        ["iam/role_policy_attachment.go"] = "04c79849dbe7fbe76c3054b364357bcdaade9ac5",
        ["kms/alias.go"] = "01c08000ddb14181b5bd19201d8fca311dc570e4",
        ["kms/key.go"] = "00a35305dc1b297a6fcdecdfbba33f1e63c3da39",
        ["logs/group.go"] = "0073593e7d6993ba482409f4dc35438daaa79bb3",
        ["route53/record.go"] = "00655c1681ea1e49ab10cd32d3f8bee372b2095b",
        ["route53/zone.go"] = "036631a1dee59efb6d1986c0a19b373402bda29f",
        ["route53resolver/endpoint.go"] = "01c08000ddb14181b5bd19201d8fca311dc570e4",
        ["route53resolver/query_log_config.go"] = "01f431114674c27cf790fafb67ac274bf8f765e1",
        ["route53resolver/query_log_config_association.go"] = "090344804c490a98599aee521af0ce5ac61b9cb1",
        ["route53resolver/rule.go"] = "00a35305dc1b297a6fcdecdfbba33f1e63c3da39",
        ["route53resolver/rule_association.go"] = "01c08000ddb14181b5bd19201d8fca311dc570e4",
        ["servicediscovery/private_dns_namespace.go"] = "00a35305dc1b297a6fcdecdfbba33f1e63c3da39",
        ["sqs/queue.go"] = "00a35305dc1b297a6fcdecdfbba33f1e63c3da39",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Gaps = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["cloudcontrol/resource.go"] =
            "which part of desiredState changes: the schema of its type decides whether that replaces, and a plan does not see into it;"
            + " taken to replace",
        ["directconnect/gateway.go"] = "tags, which the copy of 2023 does not have yet: taken to change in place",
        ["directconnect/transit_virtual_interface.go"] =
            "bgpAsnLong, prefixPoolAllocatedCountIpv4, prefixPoolAllocatedCountIpv6 and rateLimit, which the copy does not have yet: the first"
            + " taken to replace as bgpAsn does, the others to change in place",
        ["ec2/transitgateway_.go"] = OldNoCommit,
        ["ec2/transitgateway_peering_attachment.go"] = "options, which the copy does not have yet: taken to replace, as only tags are updated there",
        ["ec2/transitgateway_route_table_association.go"] = OldNoCommit,
        ["ec2/vpc_nat_gateway.go"] = NoCommit,
        ["ec2/vpnsite_connection.go"] =
            "presharedKeyStorage, tunnelBandwidth and vpnConcentratorId, which the copy of 2023 does not have yet: taken to change in place",
        ["ec2/vpnsite_customer_gateway.go"] = "bgpAsnExtended, which the copy of 2023 does not have yet: taken to replace as bgpAsn does",
        ["eks/addon.go"] = "namespaceConfig, which the copy does not have yet: issue 44086 of the provider says that EKS cannot change it",
        ["eks/cluster.go"] = NoCommit + "; and that controlPlaneEgressMode goes one way, which rests on what its users write",
        ["route53resolver/endpoint.go"] =
            "protocols, resolverEndpointType and the two kinds of metrics, which the copy of 2023 does not have yet: taken to change in place",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The copy of a file, by its path under internal/service.</summary>
    internal static Source Of(string file) =>
        new($"{Repository}{Commits.GetValueOrDefault(file, "main")}/internal/service/{file}", ReadOn) { NotRead = Gaps.GetValueOrDefault(file) };
}
