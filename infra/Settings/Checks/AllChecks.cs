using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>What one setting demands of another. All checks run, whatever the others find.</summary>
internal static class AllChecks
{
    private static readonly Func<MeshSettings, IEnumerable<Fault>>[] Checks =
    [
        ApiReach.Check,
        OperatorRanges.Check,
        ApiRanges.Check,
        Regions.Check,
        Zones.Check,
        AddressPools.Check,
        AddressPlaces.Check,
        AddressRanges.Check,
        EksServiceRanges.Check,
        PodRanges.Check,
        Endpoints.Check,
        AsNumbers.Check,
        DataCentres.Check,
        LinkEnds.Check,
        LinkPaths.Check,
        Interconnects.Check,
        Cables.Check,
        LinkTransits.Check,
        InsideRanges.Check,
        LinkLoads.Check,
        PrivateNames.Check,
        TrustDomains.Check,
        TrustedWorkloads.Check,
        ServicePlaces.Check,
        ServiceMeshes.Check,
        ServiceCallers.Check,
        ServicePolicies.Check,
        ServiceReach.Check,
        ServiceMachines.Check,
        IstioVersions.Check,
        MeshSites.Check,
        MeshApis.Check,
        AppMeshSites.Check,
        AppMeshPolicies.Check,
        Blackholes.Check,
        FirewallAllowances.Check,
        KubernetesVersions.Check,
        Controllers.Check,
        EksPools.Check,
        EksAddons.Check,
        EksPrincipals.Check,
        EksCapabilities.Check,
        GkePools.Check,
        NodeRoom.Check,
        GcpNats.Check,
        NatRoom.Check,
        MaintenanceHours.Check,
        Teardown.Check,
        MaintenanceExclusions.Check,
    ];

    public static IEnumerable<Fault> Run(MeshSettings settings) => Checks.SelectMany(check => check(settings));
}
