using CrossCloudMesh.Infra;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Preview;
using CrossCloudMesh.Tests.Settings;

namespace CrossCloudMesh.Tests.Layers;

/// <summary>What each setting of a network changes in the plan of the shipped dev stack, and that it changes nothing else.</summary>
[Collection(Evaluations.Name)]
public sealed class NetworkSettingsTests
{
    private const string Nat = "      nat: regional # or perZone, none";
    private const string Asn = "        asn: 64512";
    private const string Zones = "      zones: [us-east4-a, us-east4-b, us-east4-c]";

    [Fact]
    public async Task NatNone_TakesTheGatewayAway_AndMakesWhatNodesCall()
    {
        var (come, gone) = await ChangesOfStackAsync(Project.WithMirror(Project.DevWithoutMesh), Project.WithMirror(Project.DevWith(Nat, "      nat: none")));
        Assert.Equal(
            ["NatGateway aws-east-network", "Route aws-east-network-private-use1-az1-default", "Route aws-east-network-private-use1-az2-default", "Route aws-east-network-private-use1-az4-default"],
            gone);
        Assert.Equal(
            [
                "SecurityGroup aws-east-network-endpoint",
                "SecurityGroupIngressRule aws-east-network-endpoint-10.0.0.0-16",
                "VpcEndpoint aws-east-network-endpoint-ec2",
                "VpcEndpoint aws-east-network-endpoint-ec2messages",
                "VpcEndpoint aws-east-network-endpoint-ecr.api",
                "VpcEndpoint aws-east-network-endpoint-ecr.dkr",
                "VpcEndpoint aws-east-network-endpoint-eks",
                "VpcEndpoint aws-east-network-endpoint-eks-auth",
                "VpcEndpoint aws-east-network-endpoint-elasticloadbalancing",
                "VpcEndpoint aws-east-network-endpoint-logs",
                "VpcEndpoint aws-east-network-endpoint-ssm",
                "VpcEndpoint aws-east-network-endpoint-ssmmessages",
                "VpcEndpoint aws-east-network-endpoint-sts",
            ],
            come);
    }

    [Fact]
    public async Task Endpoints_AreAdded()
    {
        var (come, gone) = await ChangesAsync(Nat, Nat + "\n      endpoints: [xray]");
        Assert.Equal(
            ["SecurityGroup aws-east-network-endpoint", "SecurityGroupIngressRule aws-east-network-endpoint-10.0.0.0-16", "VpcEndpoint aws-east-network-endpoint-xray"],
            come);
        Assert.Empty(gone);
    }

    [Fact]
    public async Task PodRange_GivesEachZoneASubnet()
    {
        var (come, gone) = await ChangesAsync(Nat, Nat + "\n      podRange: 100.64.0.0/16");
        Assert.Equal(3, come.Count(name => name.StartsWith("Subnet aws-east-network-pods-", StringComparison.Ordinal)));
        Assert.Equal(3, come.Count(name => name.StartsWith("RouteTableAssociation aws-east-network-pods-", StringComparison.Ordinal)));
        Assert.Equal(3, come.Count(name => name.StartsWith("NetworkAclAssociation aws-east-network-private-pods-", StringComparison.Ordinal)));
        Assert.Contains("VpcIpv4CidrBlockAssociation aws-east-network-pods", come);
        Assert.Equal(10, come.Count);
        Assert.Empty(gone);
    }

    [Fact]
    public async Task Blackholes_AreRoutesOfTheHub()
    {
        var (come, gone) = await ChangesAsync(Asn, Asn + "\n        blackholes: [10.0.0.0/8, 192.168.0.0/16]");
        Assert.Equal(["Route aws-east-hub-mesh-blackhole-10.0.0.0-8", "Route aws-east-hub-mesh-blackhole-192.168.0.0-16"], come);
        Assert.Empty(gone);
    }

    [Fact]
    public async Task NatAddresses_AreMade()
    {
        var (come, gone) = await ChangesAsync(Zones, Zones + "\n      natAddresses: 2");
        Assert.Equal(["Address gcp-east-network-nat-0", "Address gcp-east-network-nat-1"], come);
        Assert.Empty(gone);
    }

    [Fact]
    public async Task RestrictedApis_EnableDns_AndMakeZonesAndRoute()
    {
        var (come, gone) = await ChangesAsync(Zones, Zones + "\n      restrictedApis: true");
        Assert.Equal(
            [
                "ManagedZone gcp-east-network-restricted-gcr-io",
                "ManagedZone gcp-east-network-restricted-googleapis-com",
                "ManagedZone gcp-east-network-restricted-pkg-dev",
                "RecordSet gcp-east-network-restricted-gcr-io-addresses",
                "RecordSet gcp-east-network-restricted-gcr-io-below",
                "RecordSet gcp-east-network-restricted-googleapis-com-addresses",
                "RecordSet gcp-east-network-restricted-googleapis-com-below",
                "RecordSet gcp-east-network-restricted-pkg-dev-addresses",
                "RecordSet gcp-east-network-restricted-pkg-dev-below",
                "Route gcp-east-network-restricted",
                "Service apis-dns",
            ],
            come);
        Assert.Empty(gone);
    }

    [Fact]
    public async Task Firewall_AdmitsWhatIsNamed()
    {
        const string Bastion = "\n      firewall:\n        bastion:\n"
            + "          { sourceRanges: [10.9.0.0/24], protocol: tcp, ports: [\"22\"], priority: 900, why: Lets the bastion in }";
        var (come, gone) = await ChangesAsync(Zones, Zones + Bastion);
        Assert.Equal(["Firewall gcp-east-network-firewall-bastion"], come);
        Assert.Empty(gone);
    }

    /// <summary>What comes and what goes when one thing of the dev stack is typed otherwise, by type and name.</summary>
    internal static Task<(List<string> Come, List<string> Gone)> ChangesAsync(string typed, string instead) =>
        ChangesOfStackAsync(Project.DevWithoutMesh, Project.DevWith(typed, instead));

    private static async Task<(List<string> Come, List<string> Gone)> ChangesOfStackAsync(string yamlBefore, string yamlAfter)
    {
        var before = await PlanAsync(yamlBefore);
        var after = await PlanAsync(yamlAfter);
        return (Only(after, before), Only(before, after));
    }

    private static List<string> Only(Asked here, Asked there) =>
    [
        .. here.Resources.Where(resource => resource.IsCustom && there.Find(resource.Urn) is null)
            .Select(resource => $"{resource.Type.Split(':')[^1]} {resource.Name}")
            .Order(StringComparer.Ordinal),
    ];

    internal static async Task<Asked> PlanAsync(string stackYaml)
    {
        var file = Project.Read(stackYaml);
        var settled = SettingsLoader.Load(file.Sections);
        Assert.Empty(settled.Faults);
        var evaluation = await Evaluator.RunAsync(new PreviewedProgram(
            "cross-cloud-mesh",
            "dev",
            file.Config,
            file.SecretKeys,
            options => new MeshStack(settled.Settings!, options)));
        Assert.Empty(evaluation.Findings);
        return new Asked(evaluation.Resources);
    }
}
