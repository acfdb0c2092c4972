using System.Collections.Immutable;
using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Links;

/// <summary>What of a partner's interconnect no provider does: orders, and the numbers and keys of peers that Google makes by itself.</summary>
internal static class PartnerSteps
{
    /// <summary>What people still have to do; no key is in it.</summary>
    public static ImmutableArray<string> Of(PartnerInterconnectArgs args) =>
        [.. Enumerable.Range(1, InterconnectFacts.Domains).Select(domain => args.Hosted.ContainsKey(domain) ? Peer(args, domain) : Order(args, domain))];

    private static string Order(PartnerInterconnectArgs args, int domain) =>
        $"{args.PhysicalName}-{domain}: order a layer 2 connection from the partner, between the attachment of edge availability domain {domain} "
        + $"and a hosted connection in account {args.Aws.AccountId} of AWS, giving it the pairing key within {InterconnectFacts.PairingKeyDays} days; "
        + $"then state the hosted connection as hosted.{domain}";

    private static string Peer(PartnerInterconnectArgs args, int domain) =>
        $"{args.PhysicalName}-{domain}: if not done yet, tell the peer that Google made, which gcloud compute routers describe {args.PhysicalName} "
        + $"--region {args.Google.Region} names, with gcloud compute routers update-bgp-peer {args.PhysicalName} --region {args.Google.Region} "
        + $"--peer-asn {args.GatewayAsn} --md5-authentication-key and the session key of domain {domain}";
}
