namespace CrossCloudMesh.Tests.Plan.Network.Estates;

/// <summary>AWS Interconnect: a Direct Connect gateway and a Transport of Google, peered with the site's network.</summary>
internal static class ManagedEstate
{
    public static void Connect(PlanBuilder plan, Ends ends)
    {
        var name = ends.Name;
        var gateway = ends.Direct(plan);
        var transport = plan.Add("gcp:networkconnectivity/transport:Transport", name, $$"""
            { "region": "us-east4", "remoteProfile": "https://networkconnectivity.googleapis.com/v1/projects/mesh/locations/us-east4/remoteTransportProfiles/aws-us-east-1",
              "bandwidth": "BPS_1G", "stackType": "IPV4_ONLY", "advertisedRoutes": [{{string.Join(", ", ends.Google.Ranges.Select(range => $"\"{range}\""))}}] }
            """, ("network", [ends.Google.Network]));
        plan.Add("aws:cloudcontrol/resource:Resource", name, """{ "typeName": "AWS::Interconnect::Connection", "desiredState": "secret:state" }""",
            ("desiredState", [gateway, transport]));
        plan.Add("gcp:compute/networkPeering:NetworkPeering", name, """{ "importCustomRoutes": true, "exportCustomRoutes": true, "stackType": "IPV4_ONLY" }""",
            ("network", [ends.Google.Network]), ("peerNetwork", [transport]));
    }
}
