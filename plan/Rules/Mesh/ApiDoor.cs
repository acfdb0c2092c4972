using CrossCloudMesh.Plan.Network.Model;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Rules.Mesh;

/// <summary>Why the API of a cluster does not answer somebody in another one.</summary>
/// <remarks>
/// The name of an EKS cluster leads other networks to its public address where it has one, and to private ones elsewhere; a GKE cluster has a
/// name at Google's front end, or a private address. What is private is reached over a link, at port 443. What the plan does not tell is taken
/// to be well.
/// </remarks>
internal static class ApiDoor
{
    private const int Port = 443;

    /// <summary>Of EKS, which has a public address unless it is told not to.</summary>
    private const string IsPublic = "vpcConfig.endpointPublicAccess";

    private const string Dns = "controlPlaneEndpointsConfig.dnsEndpointConfig";

    /// <summary>Of GKE, which has no name for others unless it is told to.</summary>
    private const string IsNamed = Dns + ".allowExternalTraffic";

    /// <summary>Null where nothing speaks against it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="remote">The cluster whose API it is.</param>
    /// <param name="reader">The cluster from which it is asked.</param>
    public static string? Shut(PlanIndex plan, PlannedResource remote, PlannedResource reader)
    {
        if (Inputs.IsHidden(remote.At(IsPublic)) || Inputs.IsHidden(remote.At(IsNamed)))
        {
            return null;
        }

        var (there, here) = (ReaderPlace.Of(plan, remote), ReaderPlace.Of(plan, reader));
        return remote.Type == Types.EksCluster
            ? remote.IsNot(IsPublic, false) ? ShutPublicly(plan, remote, reader, here)
                : Unlinked(remote, there, here) ?? UnadmittedByGroup(plan, remote, here)
            : remote.Is(IsNamed, true) ? ShutByName(remote)
                : Unlinked(remote, there, here) ?? ShutPrivately(remote, here);
    }

    private static string? ShutPublicly(PlanIndex plan, PlannedResource remote, PlannedResource reader, ReaderPlace? here)
    {
        if (here?.Network is not { } network)
        {
            return here is null ? null : $"is sent to the public address of {remote.Name}, which admits no address of {reader.Name} that is known before";
        }

        var translators = plan.Users(network.Resource, Types.Router, "network").SelectMany(router => plan.Users(router, Types.RouterNat, "router")).ToList();
        var addresses = translators.SelectMany(nat => plan.Sources(nat, "natIps", Types.GoogleAddress)).ToList();
        var admitted = remote.PropertyDependencies["vpcConfig"] ?? [];
        return addresses.Count == 0 ? $"reaches {remote.Name} at its public address, from addresses that nobody knows before"
            : addresses.FirstOrDefault(address => !admitted.Contains(address.Urn)) is { } missing ? $"reaches {remote.Name} at its public address, which does not admit {missing.Name}"
            : null;
    }

    private static string? ShutByName(PlannedResource remote) =>
        remote.IsNot(Dns + ".enableK8sTokensViaDns", true) ? $"asks {remote.Name} by a name that takes no token of Kubernetes" : null;

    private static string? ShutPrivately(PlannedResource remote, ReaderPlace? here)
    {
        const string Blocks = "masterAuthorizedNetworksConfig.cidrBlocks";
        if (remote.Is("controlPlaneEndpointsConfig.ipEndpointsConfig.enabled", false))
        {
            return $"asks {remote.Name}, which answers to no name and has no address";
        }

        return Inputs.IsHidden(remote.At(Blocks)) || remote.Items(Blocks).Any(block => Inputs.IsHidden(remote.At($"{block}.cidrBlock"))) ? null
            : Unadmitted(remote, here, [.. remote.Items(Blocks).Select(block => Cidr.Parse(remote.Text($"{block}.cidrBlock") ?? "")).OfType<Cidr>()]);
    }

    private static string? UnadmittedByGroup(PlanIndex plan, PlannedResource remote, ReaderPlace? here) =>
        plan.Users(remote, Types.IngressRule, "securityGroupId").Any(rule => Inputs.IsHidden(rule.At("cidrIpv4"))) ? null
            : Unadmitted(remote, here, [.. new GroupRules(plan).Of(remote, "ingress").Where(rule => rule.Ports.Means("tcp", Port)).Select(rule => rule.Range)]);

    private static string? Unadmitted(PlannedResource remote, ReaderPlace? here, IReadOnlyList<Cidr> admitted) =>
        here?.Ranges.Where(range => !admitted.Any(each => each.Contains(range))).Select(range => (Cidr?)range).FirstOrDefault() is { } missing
            ? $"is not let in by {remote.Name}, which does not admit {missing} at port {Port}"
            : null;

    private static string? Unlinked(PlannedResource remote, ReaderPlace? there, ReaderPlace? here) =>
        there is null || here is null || here.IsJoinedWith(there) ? null : $"asks {remote.Name} at a private address, and no link leads there";
}
