using System.Collections.Immutable;

namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>Zones of Route 53, the endpoints, rules and logs of its resolver, and namespaces of Cloud Map.</summary>
internal static class AwsDns
{
    public static void Fill(Dictionary<string, Maker> makers)
    {
        makers["aws:route53/zone:Zone"] = Zone;
        makers["aws:route53/record:Record"] = Record;
        makers["aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace"] = Namespace;
        makers["aws:route53/resolverEndpoint:ResolverEndpoint"] = ResolverEndpoint;
        makers["aws:route53/resolverRule:ResolverRule"] = d => Resolver(d, "rslvr-rr", "resolver-rule");
        makers["aws:route53/resolverRuleAssociation:ResolverRuleAssociation"] = d => d.Id = Aws.Id("rslvr-rrassoc", d.Urn);
        makers["aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig"] = d => Resolver(d, "rqlc", "resolver-query-log-config");
        makers["aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation"] = d => d.Id = Aws.Id("rqlca", d.Urn);
    }

    private static void Zone(Draft d)
    {
        d.Id = "Z" + Digest.Letters(d.Urn, 20).ToUpperInvariant();
        d["zoneId"] = d.Id;
        d["arn"] = $"arn:aws:route53:::hostedzone/{d.Id}";
    }

    private static void Record(Draft d)
    {
        d.Id = $"{d.Text("zoneId")}_{d.Text("name")}_{d.Text("type")}";
        d["fqdn"] = d.Text("name") ?? "";
    }

    private static void Namespace(Draft d)
    {
        d.Id = "ns-" + Digest.Letters(d.Urn, 16);
        d["arn"] = Aws.Arn(d, "servicediscovery", $"namespace/{d.Id}");
        d["hostedZone"] = "Z" + Digest.Letters(d.Urn, 20).ToUpperInvariant();
        d["region"] = Aws.Region(d);
    }

    private static void ResolverEndpoint(Draft d)
    {
        Resolver(d, d.Text("direction") == "INBOUND" ? "rslvr-in" : "rslvr-out", "resolver-endpoint");
        if (d.Inputs.GetValueOrDefault("ipAddresses") is ImmutableArray<object> asked)
        {
            d["ipAddresses"] = Draft.List([.. asked.Select((each, index) => Chosen(d, each, index))]);
        }
    }

    /// <summary>An address of the subnet that AWS chooses, which here has to stand for itself: the subnet's range is not seen.</summary>
    private static object Chosen(Draft d, object asked, int index) => asked is ImmutableDictionary<string, object> address
        ? address.ContainsKey("ip") ? address : address.SetItem("ip", Aws.PublicIp($"{d.Id}/{index}")).SetItem("ipId", Aws.Id("rni", $"{d.Id}/{index}"))
        : asked;

    private static void Resolver(Draft d, string prefix, string kind)
    {
        d.Id = Aws.Id(prefix, d.Urn);
        d["arn"] = Aws.Arn(d, "route53resolver", $"{kind}/{d.Id}");
        d["region"] = Aws.Region(d);
    }
}
