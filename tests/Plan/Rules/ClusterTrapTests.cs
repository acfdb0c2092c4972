using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Plan.Rules.Clusters;
using CrossCloudMesh.Plan.Rules.Keys;
using CrossCloudMesh.Plan.Rules.Links;
using CrossCloudMesh.Plan.Rules.Networks;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Plan.Rules;

/// <summary>What breaks clusters and links in practice, seen failing on the dev stack with one thing broken.</summary>
[Collection(Evaluations.Name)]
public sealed class ClusterTrapTests(DevPlan dev) : IClassFixture<DevPlan>
{
    private const string Addon = "aws:eks/addon:Addon";
    private const string Eks = "aws:eks/cluster:Cluster";
    private const string Gke = "gcp:container/cluster:Cluster";
    private const string Group = "aws:eks/nodeGroup:NodeGroup";
    private const string Hub = "aws:ec2transitgateway/transitGateway:TransitGateway";
    private const string Key = "aws:kms/key:Key";
    private const string Pool = "gcp:container/nodePool:NodePool";
    private const string Release = "kubernetes:helm.sh/v3:Release";
    private const string Role = "aws:iam/role:Role";
    private const string Vpn = "aws:ec2/vpnConnection:VpnConnection";

    [Theory]
    [InlineData("\"TRUE\"")]
    [InlineData(null)]
    public void GkeKubeletPort_Fails_When_ThePortMayBeOpen(string? json)
    {
        const string Port = "nodeConfig.kubeletConfig.insecureKubeletReadonlyPortEnabled";
        dev.Fails<GkeKubeletPort>(dev.With(Pool, Port, json), $"gcp-east-cluster-general {Port}");
    }

    [Fact]
    public void GkeKubeletPort_Fails_When_NothingIsSaid() =>
        dev.Fails<GkeKubeletPort>(dev.With(Pool, "nodeConfig.kubeletConfig", null), "gcp-east-cluster-general nodeConfig.kubeletConfig.insecureKubeletReadonlyPortEnabled");

    [Fact]
    public void GkeKubeletPort_MayBeShut_ByTheDefaultOfTheCluster()
    {
        const string Default = "nodePoolDefaults.nodeConfigDefaults.insecureKubeletReadonlyPortEnabled";
        var pool = dev.Plan.Resources.Single(each => each.Type == Pool);
        var silent = DevPlan.Edited(dev.Plan, pool, pool.With("nodeConfig.kubeletConfig", null));
        Assert.Empty(DevPlan.Found<GkeKubeletPort>(DevPlan.Edited(silent, Gke, each => each.With(Default, "\"FALSE\""))));
        Assert.Single(DevPlan.Found<GkeKubeletPort>(DevPlan.Edited(silent, Gke, each => each.With(Default, "\"TRUE\""))));
    }

    [Fact]
    public void GkeAnonymousAccess_Fails_When_EverybodyMayCome()
    {
        dev.Fails<GkeAnonymousAccess>(dev.With(Gke, "anonymousAuthenticationConfig.mode", "\"ENABLED\""), "gcp-east-cluster anonymousAuthenticationConfig.mode");
        dev.Fails<GkeAnonymousAccess>(
            dev.With(Gke, "rbacBindingConfig", null),
            "gcp-east-cluster rbacBindingConfig.enableInsecureBindingSystemAuthenticated",
            "gcp-east-cluster rbacBindingConfig.enableInsecureBindingSystemUnauthenticated");
        dev.Fails<GkeAnonymousAccess>(dev.With(Gke, "serviceExternalIpsConfig.enabled", "true"), "gcp-east-cluster serviceExternalIpsConfig.enabled");
    }

    [Theory]
    [InlineData("nodeCount", "3")]
    [InlineData("initialNodeCount", "1")]
    [InlineData("version", "\"1.35.1\"")]
    public void GkeIgnoredChanges_Fails_When_GoogleMovesWhatTheProgramSays(string input, string json)
    {
        dev.Fails<GkeIgnoredChanges>(dev.Change(Pool, each => Heeding(each, input).With(input, json)), $"gcp-east-cluster-general {input}");
        dev.Fails<GkeIgnoredChanges>(dev.Change(Pool, each => Heeding(each, input).With(input, null)));
        dev.Fails<GkeIgnoredChanges>(dev.With(Pool, input, json));
    }

    [Fact]
    public void GkeIgnoredChanges_TakesTheSwitchOfTheProvider_ForTheSame() =>
        dev.Fails<GkeIgnoredChanges>(dev.Change(Pool, each => Heeding(each, "nodeCount").With("nodeCount", "3").With("ignoreNodeCountChanges", "true")));

    [Fact]
    public void GkeKeyGrants_Fails_When_TheClusterDoesNotWait()
    {
        var key = dev.Plan.Resources.First(each => each.Type == "gcp:kms/cryptoKey:CryptoKey");
        dev.Fails<GkeKeyGrants>(
            dev.Change(Gke, each => each.Referring("databaseEncryption", key.Urn) with { DependsOn = [] }), "gcp-east-cluster databaseEncryption.keyName");
        dev.Fails<GkeKeyGrants>(dev.Change(Pool, each => each.Referring("nodeConfig", key.Urn)), "gcp-east-cluster-general nodeConfig.bootDiskKmsKey");
        var ring = dev.New("gcp:kms/keyRingIAMMember:KeyRingIAMMember", "ring");
        var plan = dev.Plus(ring);
        Assert.Empty(DevPlan.Found<GkeKeyGrants>(DevPlan.Edited(plan, Pool, each => each.Referring("nodeConfig", key.Urn) with { DependsOn = [ring.Urn] })));
    }

    [Fact]
    public void EksTemplateVersion_Fails_When_ItHasNoNumber() =>
        dev.Fails<EksTemplateVersion>(dev.With(Group, "launchTemplate.version", "\"$Latest\""), "aws-east-cluster-general-az1 launchTemplate.version");

    [Fact]
    public void EksLogGroup_Fails_When_AwsMakesIt()
    {
        dev.Fails<EksLogGroup>(dev.With(Eks, "name", "\"other\""), "aws-east-cluster enabledClusterLogTypes");
        dev.Fails<EksLogGroup>(dev.Change(Eks, each => each with { DependsOn = [] }), "aws-east-cluster enabledClusterLogTypes");
        var name = dev.Plan.Resources.Single(each => each.Type == Eks).Text("name");
        dev.Fails<EksLogGroup>(dev.Plus(dev.New("aws:cloudwatch/logGroup:LogGroup", "a-group-of-another-region", ("name", $"\"/aws/eks/{name}/cluster\""))));
        dev.Fails<EksLogGroup>(DevPlan.Edited(dev.Plan, Eks, each => each.With("name", "\"other\"").With("enabledClusterLogTypes", "[]")));
    }

    [Fact]
    public void EksAddonOrder_Fails_When_DnsComesBeforeNodes_OrTheNetworkAfterThem()
    {
        var nodes = dev.Plan.Resources.First(each => each.Type == Group);
        var late = dev.New(Addon, "late", ("addonName", "\"kube-proxy\"")) with { DependsOn = [nodes.Urn] };
        dev.Fails<EksAddonOrder>(With("aws-east-cluster-coredns", each => each with { DependsOn = [] }), "aws-east-cluster-coredns addonName");
        dev.Fails<EksAddonOrder>(dev.Plus(late), "late addonName");
    }

    [Fact]
    public void AwsKeyWindow_Fails_When_AKeyIsGoneInAWeek() => dev.Fails<AwsKeyWindow>(dev.With(Key, "deletionWindowInDays", "7"), "aws-east-cluster-secrets deletionWindowInDays");

    [Theory]
    [InlineData("enableAcceleration")]
    [InlineData("staticRoutesOnly")]
    public void LinkVpnOptions_OfAConnection_AreTold(string option) => dev.Fails<LinkVpnOptions>(dev.With(Vpn, option, "true"), $"east-link-0 {option}");

    [Fact]
    public void LinkVpnOptions_Fails_When_TheHubUsesOneTunnel() => dev.Fails<LinkVpnOptions>(
        dev.With(Hub, "vpnEcmpSupport", "\"disable\""), "aws-east-hub vpnEcmpSupport", "aws-east-hub vpnEcmpSupport");

    [Fact]
    public void PublicBalancer_Fails_When_NothingKeepsItInside()
    {
        const string Annotations = "values.service.annotations";
        var gateway = dev.Plan.Resources.Single(each => each.Type == Release && each.Name == "aws-east-eastwest");
        dev.Fails<PublicBalancer>(DevPlan.Edited(dev.Plan, gateway, gateway.With(Annotations, "{}")), $"aws-east-eastwest values.service.type {Annotations}");
        dev.Fails<PublicBalancer>(DevPlan.Edited(dev.Plan, gateway, gateway.With("values.service", null)), $"aws-east-eastwest values.service.type {Annotations}");
        dev.Fails<PublicBalancer>(DevPlan.Edited(dev.Plan, gateway, gateway.With("values.service", "{\"type\":\"ClusterIP\"}")));
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("{\"networking.gke.io/load-balancer-type\":\"Internal\"}", false)]
    [InlineData("{\"networking.gke.io/load-balancer-type\":\"External\"}", true)]
    [InlineData("{\"service.beta.kubernetes.io/aws-load-balancer-scheme\":\"internet-facing\"}", true)]
    [InlineData("\"(unknown)\"", false)]
    public void PublicBalancer_ReadsAnnotations(string annotations, bool isOpen) => dev.Fails<PublicBalancer>(
        dev.Plus(dev.New("kubernetes:core/v1:Service", "shop", ("spec.type", "\"LoadBalancer\""), ("metadata.annotations", annotations))),
        isOpen ? ["shop spec.type metadata.annotations"] : []);

    [Theory]
    [InlineData("service.k8s.aws/nlb", "{}", false)]
    [InlineData("service.k8s.aws/nlb", "{\"service.beta.kubernetes.io/aws-load-balancer-scheme\":\"internet-facing\"}", true)]
    [InlineData("networking.gke.io/l4-regional-internal", "{}", false)]
    [InlineData("networking.gke.io/l4-regional-external", "{}", true)]
    public void PublicBalancer_KnowsClasses_ThatAreInternalByThemselves(string kind, string annotations, bool isOpen)
    {
        var shop = dev.New(
            "kubernetes:core/v1:Service", "shop", ("spec.type", "\"LoadBalancer\""), ("spec.loadBalancerClass", $"\"{kind}\""), ("metadata.annotations", annotations));
        dev.Fails<PublicBalancer>(dev.Plus(shop), isOpen ? ["shop spec.type metadata.annotations"] : []);
    }

    [Theory]
    [InlineData("\"StringEquals\":{\"i:aud\":\"sts.amazonaws.com\",\"i:sub\":\"system:serviceaccount:a:b\"}", false)]
    [InlineData("\"StringEquals\":{\"i:aud\":\"sts.amazonaws.com\"}", true)]
    [InlineData("\"StringEquals\":{\"i:sub\":\"system:serviceaccount:a:b\"}", true)]
    [InlineData("\"StringEquals\":{\"i:aud\":\"sts.amazonaws.com\",\"i:sub\":\"system:serviceaccount:a:*\"}", true)]
    [InlineData("\"StringLike\":{\"i:aud\":\"sts.amazonaws.com\",\"i:sub\":\"system:serviceaccount:a:b\"}", false)]
    [InlineData("\"StringLike\":{\"i:aud\":\"sts.amazonaws.com\",\"i:sub\":\"system:serviceaccount:a:?\"}", true)]
    [InlineData("\"StringEquals\":{\"i:aud\":\"sts.amazonaws.com\"},\"StringLike\":{\"i:sub\":\"system:serviceaccount:*\"}", true)]
    public void AwsFederatedTrust_ReadsConditions(string condition, bool isOpen)
    {
        const string Open = """{"Statement":{"Effect":"Allow","Action":"sts:AssumeRoleWithWebIdentity","Condition":{CONDITION}}}""";
        var policy = Open.Replace("CONDITION", condition, StringComparison.Ordinal);
        dev.Fails<AwsFederatedTrust>(
            dev.Plus(dev.New(Role, "open", ("assumeRolePolicy", System.Text.Json.JsonSerializer.Serialize(policy)))), isOpen ? ["open assumeRolePolicy"] : []);
    }

    [Fact]
    public void AwsFederatedTrust_Fails_When_EveryPodMayTakeTheRole()
    {
        var role = dev.Plan.Resources.Single(each => each.Type == Role && each.Name == "gcp-east-telemetry");
        var open = role.Text("assumeRolePolicy")!.Replace(":observability:telemetry-gateway", ":*", StringComparison.Ordinal);
        dev.Fails<AwsFederatedTrust>(
            DevPlan.Edited(dev.Plan, role, role.With("assumeRolePolicy", System.Text.Json.JsonSerializer.Serialize(open))), "gcp-east-telemetry assumeRolePolicy");
    }

    private static PlannedResource Heeding(PlannedResource pool, string input) =>
        pool with { Options = pool.Options with { IgnoreChanges = Sequence.Sorted([.. pool.Options.IgnoreChanges.Where(known => known != input)]) } };

    private PlanDocument With(string addon, Func<PlannedResource, PlannedResource> change)
    {
        var one = dev.Plan.Resources.Single(each => each.Type == Addon && each.Name == addon);
        return DevPlan.Edited(dev.Plan, one, change(one));
    }
}
