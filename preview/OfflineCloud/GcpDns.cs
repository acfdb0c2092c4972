using System.Collections.Immutable;

namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>Server policies of Cloud DNS, and the addresses that Google takes for them.</summary>
internal static class GcpDns
{
    private const string ForQueries = "(purpose = \"DNS_RESOLVER\") ";
    private const string OfNone = "(subnetwork = \"\")";

    public static void Fill(Dictionary<string, Maker> makers, Dictionary<string, Answerer> functions)
    {
        makers["gcp:dns/policy:Policy"] = Policy;
        functions["gcp:compute/getAddresses:getAddresses"] = Addresses;
    }

    /// <summary>Of all addresses, those that Google takes by itself: one of each subnetwork, for queries from other clouds.</summary>
    private static ImmutableDictionary<string, object> Addresses(ImmutableDictionary<string, object> args, Scope scope)
    {
        var project = args.GetValueOrDefault("project") as string ?? scope.Project;
        var region = args.GetValueOrDefault("region") as string ?? scope.Region;
        var filter = args.GetValueOrDefault("filter") as string ?? "";
        var isOfSubnetwork = filter.StartsWith(ForQueries, StringComparison.Ordinal) && filter != ForQueries + OfNone;
        return Draft.Map(
            ("id", $"{project}-{region}-{filter}"),
            ("project", project),
            ("region", region),
            ("filter", filter),
            ("addresses", isOfSubnetwork ? Draft.List(Address($"projects/{project}/regions/{region}/addresses/dns-forwarding-{Digest.Hex(filter, 16)}", region)) : Draft.List()));
    }

    private static ImmutableDictionary<string, object> Address(string id, string region) => Draft.Map(
        ("name", Gcp.LastPart(id)!),
        ("address", Aws.PublicIp(id)),
        ("addressType", "INTERNAL"),
        ("description", ""),
        ("labels", Draft.Map()),
        ("prefixLength", 0.0),
        ("region", region),
        ("selfLink", "https://www.googleapis.com/compute/v1/" + id),
        ("status", "IN_USE"));

    private static void Policy(Draft d)
    {
        var project = Gcp.Project(d);
        d.Id = $"projects/{project}/policies/{d.PhysicalName()}";
        d["project"] = project;
    }
}
