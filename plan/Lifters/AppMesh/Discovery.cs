namespace CrossCloudMesh.Lifters.AppMesh;

/// <summary>How callers find the pods of a node.</summary>
/// <param name="Field">Where it is said.</param>
/// <param name="Place">A host in DNS, or a service of Cloud Map.</param>
/// <param name="Attributes">What instances in Cloud Map must bear; none is every instance.</param>
internal sealed record Discovery(Field Field, string Place, SortedDictionary<string, string> Attributes)
{
    /// <summary>Reads it.</summary>
    /// <param name="field">What a node says.</param>
    /// <param name="isOutside">Whether no pods of the mesh stand behind the node.</param>
    /// <remarks>
    /// A host that is said to be a load balancer, as it is unless told otherwise, is one address to callers. Who then chooses among pods is
    /// not App Mesh, and so has no place in the normal form.
    /// Source: https://docs.aws.amazon.com/app-mesh/latest/APIReference/API_DnsServiceDiscovery.html,
    /// https://docs.aws.amazon.com/app-mesh/latest/userguide/virtual_nodes.html, read 2026-11-21.
    /// </remarks>
    public static Discovery Read(Field field, bool isOutside)
    {
        var discovery = field.Members();
        var (kind, found) = discovery.One("dns", "awsCloudMap");
        discovery.End();
        var members = found.Members();
        var read = kind == "dns" ? OfDns(field, found, members, isOutside) : OfCloudMap(field, members);
        members.End();
        return read;
    }

    /// <summary>Whether callers of one may find pods of the other.</summary>
    public bool MayFind(Discovery other) =>
        Place == other.Place && !Attributes.Any(attribute => other.Attributes.TryGetValue(attribute.Key, out var value) && value != attribute.Value);

    private static Discovery OfDns(Field field, Field found, Members dns, bool isOutside)
    {
        var host = dns.Need("hostname").Text();
        if (dns["responseType"]?.Word("ENDPOINTS", "LOADBALANCER") != "ENDPOINTS" && !isOutside)
        {
            throw found.Refused("must have the responseType ENDPOINTS, as callers otherwise have one address, and not they choose among pods");
        }

        return new(field, host, []);
    }

    private static Discovery OfCloudMap(Field field, Members map)
    {
        var (place, service) = (map.Need("namespaceName").Text(), map.Need("serviceName").Text());
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in map["attributes"]?.Items() ?? [])
        {
            var attribute = item.Members();
            attributes[attribute.Need("key").Text()] = attribute.Need("value").Text();
            attribute.End();
        }

        return new(field, $"{service}.{place}", attributes);
    }
}
