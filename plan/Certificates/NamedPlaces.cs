using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Plan.Rules.Mesh;

namespace CrossCloudMesh.Plan.Certificates;

/// <summary>Who answers at a name of DNS: from a record that the asking cluster's network sees, by its addresses to a load balancer, to what stands behind it.</summary>
internal sealed class NamedPlaces(PlanIndex plan, Servers servers)
{
    private const string PrivateAddresses = "service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses";
    private const string IstioPrefix = "istio-";

    /// <summary>The servers at a name.</summary>
    /// <param name="host">The name.</param>
    /// <param name="asking">Something in the cluster that asks.</param>
    public IEnumerable<string> At(string host, PlannedResource asking)
    {
        var addresses = Addresses(host, plan.ClusterOf(asking) is { } cluster ? ReaderPlace.Of(plan, cluster) : null).ToHashSet(StringComparer.Ordinal);
        return plan.Of(Types.Release).Where(release => Has(release.At("values").At("service"), release.At("values").At("service", "annotations"), addresses)).SelectMany(BehindRelease)
            .Concat(plan.Of(Types.Service).Where(service => Has(service.At("spec"), service.At("metadata.annotations"), addresses)).SelectMany(BehindService))
            .Distinct(StringComparer.Ordinal);
    }

    private IEnumerable<string> Addresses(string host, ReaderPlace? place)
    {
        foreach (var record in plan.Of(Types.AwsRecord).Where(record => record.Is("name", host) && record.Is("type", "A")))
        {
            if (place?.Vpc is { } vpc && plan.Source(record, "zoneId", Types.AwsZone) is { } zone && plan.Sources(zone, "vpcs", Types.Vpc).Contains(vpc.Resource))
            {
                foreach (var address in record.At("records").Texts())
                {
                    yield return address;
                }
            }
        }

        foreach (var record in plan.Of(Types.GoogleRecord).Where(record => record.Is("name", host + ".") && record.Is("type", "A")))
        {
            if (place?.Network is { } network && plan.Source(record, "managedZone", Types.GoogleZone) is { } zone
                && plan.Sources(zone, "privateVisibilityConfig", Types.GoogleNetwork).Contains(network.Resource))
            {
                foreach (var address in record.At("rrdatas").Texts())
                {
                    yield return address;
                }
            }
        }
    }

    private static bool Has(PlanValue? service, PlanValue? annotations, HashSet<string> addresses) =>
        (service.At("loadBalancerIP").Text() is { } one && addresses.Contains(one))
        || (annotations.At(PrivateAddresses).Text()?.Split(',').Any(addresses.Contains) ?? false);

    private IEnumerable<string> BehindRelease(PlannedResource release)
    {
        var (space, name) = (release.Text("namespace"), release.Text("name") ?? "");
        var label = name.StartsWith(IstioPrefix, StringComparison.Ordinal) ? name[IstioPrefix.Length..] : name;
        return plan.Of(Types.IstioGateway)
            .Where(gateway => gateway.Provider == release.Provider && gateway.Space() == space && gateway.At("spec").At("selector", "istio").Text() == label)
            .SelectMany(gateway => gateway.At("spec.servers").Items().Select(server => server.At("tls", "credentialName").Text()).OfType<string>())
            .SelectMany(credential => servers.OfSecret(release.Beside(plan, Types.Secret, space, credential)));
    }

    private IEnumerable<string> BehindService(PlannedResource service) => plan.Of(Types.Deployment)
        .Where(deployment => deployment.Provider == service.Provider && deployment.Space() == service.Space()
            && deployment.At("spec.template.metadata.labels.app") is { } label && label.Equals(service.At("spec.selector.app")))
        .SelectMany(deployment => deployment.At("spec.template.spec.volumes").Items().Select(volume => volume.At("secret", "secretName").Text()).OfType<string>())
        .SelectMany(secret => servers.OfSecret(service.Beside(plan, Types.Secret, service.Space(), secret)));
}
