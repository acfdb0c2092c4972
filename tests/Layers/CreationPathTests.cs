using CrossCloudMesh.Infra;
using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Graph;
using CrossCloudMesh.Preview.Evaluation;
using CrossCloudMesh.Tests.Plan.Rules;
using CrossCloudMesh.Tests.Preview;
using Pulumi;
using Pulumi.Utilities;
using Project = CrossCloudMesh.Tests.Settings.Project;

namespace CrossCloudMesh.Tests.Layers;

/// <summary>
/// What stands in front of the slow resources of a cluster, and why: a first update is as long as these chains. NAT, endpoints, Transit
/// Gateway and flow logs are made beside them, so a new line here needs a reason that the cloud gives.
/// </summary>
[Collection(Evaluations.Name)]
public sealed class CreationPathTests(DevPlan dev) : IClassFixture<DevPlan>
{
    private const string EksCluster = "aws:eks/cluster:Cluster";
    private const string EksGroup = "aws:eks/nodeGroup:NodeGroup";
    private const string EksAddon = "aws:eks/addon:Addon";
    private const string GkeCluster = "gcp:container/cluster:Cluster";
    private const string GkePool = "gcp:container/nodePool:NodePool";

    /// <summary>Everything in front of a control plane of EKS.</summary>
    private static readonly string[] BeforeEks =
    [
        "Address gcp-east-network-nat-0", // its public address admits it, from where the other site's mesh reads
        "Key aws-east-cluster-log-key", // the log group is encrypted with it from its first line
        "Key aws-east-cluster-secrets", // EKS takes the key when the cluster is made, and never another
        "LogGroup aws-east-cluster-log", // EKS would else make one of its own, without encryption and for ever
        "Role aws-east-cluster-control-plane", // the cluster is made with it
        "RolePolicy aws-east-cluster-control-plane-secrets", // EKS tries the key before it says yes
        "RolePolicyAttachment aws-east-cluster-control-plane-cluster", // EKS makes network interfaces as this role
        "Service apis-compute", // without which there is no such address
        "Subnet aws-east-network-intra-ZONE", // where those interfaces are
        "Vpc aws-east-network", // what the subnets are part of
        "aws aws-us-east-1", // who makes all this
        "gcp google", // and the address
    ];

    /// <summary>What of a node group comes on top of what its control plane waits for.</summary>
    private static readonly string[] BeforeGroups =
    [
        "Addon aws-east-cluster-eks-pod-identity-agent", // pods of the network add-on get their identity from it
        "Addon aws-east-cluster-kube-proxy", // a node without it reaches no Service, and is not ready
        "Addon aws-east-cluster-vpc-cni", // nodes read from it how many pods they hold
        "Cluster aws-east-cluster",
        "InternetGateway aws-east-network", // the way out, by which a node fetches images and joins
        "Key aws-east-cluster-disks", // its disk is encrypted with it
        "LaunchTemplate aws-east-cluster-general",
        "NatGateway aws-east-network", // the way out
        "Role aws-east-cluster-node", // it joins as this role
        "Role aws-east-cluster-vpc-cni", // the add-on's identity
        "RolePolicyAttachment aws-east-cluster-node-pull",
        "RolePolicyAttachment aws-east-cluster-node-session",
        "RolePolicyAttachment aws-east-cluster-node-worker",
        "RolePolicyAttachment aws-east-cluster-vpc-cni-AmazonEKS_CNI_Policy",
        "Route aws-east-network-private-ZONE-default", // the way out
        "RouteTable aws-east-network-private-ZONE",
        "RouteTableAssociation aws-east-network-private-ZONE",
        "Subnet aws-east-network-private-ZONE", // where it is
    ];

    /// <summary>Everything in front of a control plane of GKE.</summary>
    private static readonly string[] BeforeGke =
    [
        "Account gcp-east-cluster-node", // GKE makes its first pool in the same call, as this account
        "CryptoKey gcp-east-cluster-disks", // and encrypts the disks of that pool
        "CryptoKey gcp-east-cluster-secrets", // etcd is encrypted with it from the start
        "CryptoKeyIAMMember gcp-east-cluster-disks-agent", // Google refuses a key that its agent may not use
        "CryptoKeyIAMMember gcp-east-cluster-secrets-agent",
        "IAMMember gcp-east-cluster-node-pull", // nodes of the first pool must turn healthy before it is removed
        "IAMMember gcp-east-cluster-node-worker",
        "KeyRing gcp-east-cluster-disks",
        "KeyRing gcp-east-cluster-secrets",
        "Network gcp-east-network",
        "Service apis-binaryauthorization", // the cluster asks for its policy
        "Service apis-cloudkms", // an API that is off answers nothing
        "Service apis-cloudresourcemanager",
        "Service apis-compute",
        "Service apis-container",
        "Service apis-iam",
        "ServiceIdentity gcp-east-cluster-agent", // the agent that uses the key exists only once it was asked for
        "Subnetwork gcp-east-network",
        "gcp google",
    ];

    /// <summary>What of a pool comes on top of what its control plane waits for.</summary>
    private static readonly string[] BeforePools =
    [
        "Address gcp-east-network-nat-0", // the way out has an address that never changes
        "Cluster gcp-east-cluster",
        "Router gcp-east-network", // the way out, by which a node fetches images
        "RouterNat gcp-east-network",
    ];

    [Fact]
    public void Eks_WaitsOnlyFor_WhatItIsMadeWith() => Assert.Equal(BeforeEks, InFrontOf(EksCluster));

    [Fact]
    public void Gke_WaitsOnlyFor_WhatItIsMadeWith() => Assert.Equal(BeforeGke, InFrontOf(GkeCluster));

    [Fact]
    public void NodesOfEks_WaitOnlyFor_TheControlPlane_TheFirstAddons_AndTheWayOut() =>
        Assert.Equal(BeforeGroups, InFrontOf(EksGroup).Except(BeforeEks));

    [Fact]
    public void NodesOfGke_WaitOnlyFor_TheControlPlane_AndTheWayOut() => Assert.Equal(BeforePools, InFrontOf(GkePool).Except(BeforeGke));

    [Fact]
    public void AddonsOfEks_WaitOnlyFor_TheirIdentity_AndTheLaterOnesForNodes()
    {
        string[] nodes = [.. InFrontOf(EksGroup), .. Plan(EksGroup).Select(Told).Distinct()];
        foreach (var addon in Plan(EksAddon))
        {
            var isFirst = BeforeGroups.Contains(Told(addon));
            string[] allowed = isFirst ? [.. BeforeEks, "Cluster aws-east-cluster"] : nodes;
            var other = InFrontOf(addon.Urn).Except(allowed);
            Assert.All(other, name => Assert.Contains($" {addon.Name}", name, StringComparison.Ordinal));
            Assert.Equal(!isFirst, InFrontOf(addon.Urn).Any(name => name.StartsWith("NodeGroup ", StringComparison.Ordinal)));
        }
    }

    /// <summary>A component is many resources, most of which nobody needs to wait for.</summary>
    [Fact]
    public async Task Nothing_WaitsForAWholeComponent()
    {
        var waits = new List<(Resource Waiting, InputList<Resource> For)>();
        var file = Project.Read(Project.DevWithoutMesh);
        var settled = SettingsLoader.Load(file.Sections);
        await Evaluator.RunAsync(new(file.Project, "dev", file.Config, file.SecretKeys, options =>
        {
            options.ResourceTransformations.Add(seen =>
            {
                waits.Add((seen.Resource, seen.Options.DependsOn));
                return null;
            });
            return new MeshStack(settled.Settings!, options);
        }));
        Assert.NotEmpty(waits);
        foreach (var (waiting, awaited) in waits)
        {
            var components = (await OutputUtilities.GetValueAsync(awaited.ToOutput())).OfType<ComponentResource>();
            Assert.Empty(components.Select(component => $"{waiting.GetResourceName()} waits for {component.GetResourceName()}"));
        }
    }

    private IEnumerable<PlannedResource> Plan(string type) => dev.Plan.Resources.Where(resource => resource.Type == type);

    /// <summary>What must be there before any resource of a type, or of a URN: kind and name, with one word for every zone.</summary>
    private string[] InFrontOf(string typeOrUrn)
    {
        var graph = new DependencyGraph(dev.Plan.Resources);
        var seen = new HashSet<int>();
        var pending = new Stack<int>(Enumerable.Range(0, graph.Nodes.Count).Where(node => graph.Nodes[node].Type == typeOrUrn || graph.Nodes[node].Urn == typeOrUrn));
        Assert.NotEmpty(pending);
        while (pending.TryPop(out var node))
        {
            foreach (var awaited in graph.Waits(node).Where(seen.Add))
            {
                pending.Push(awaited);
            }
        }

        return [.. seen.Select(node => Told(graph.Nodes[node])).Distinct().Order(StringComparer.Ordinal)];
    }

    private static string Told(PlannedResource resource)
    {
        var zone = resource.Name.IndexOf("use1-az", StringComparison.Ordinal);
        var name = zone < 0 ? resource.Name : resource.Name[..zone] + "ZONE" + resource.Name[(zone + "use1-az1".Length)..];
        return $"{resource.Type.Split(':')[^1]} {name}";
    }
}
