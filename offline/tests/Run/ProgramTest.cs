using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Aws = Pulumi.Aws;
using Gcp = Pulumi.Gcp;
using Kubernetes = Pulumi.Kubernetes;

namespace CrossCloudMesh.Offline.Tests.Run;

/// <summary>Programs written as for the official packages run on ours, and their inputs arrive in the engine's words.</summary>
public sealed class ProgramTest
{
    [Fact]
    public async Task Sends_ProviderArgs_AsText()
    {
        var mocks = await Run(() => _ = new Aws.Provider("aws", new()
        {
            Region = "eu-central-1",
            AllowedAccountIds = { "111122223333" },
            DefaultTags = new Aws.Inputs.ProviderDefaultTagsArgs { Tags = { ["team"] = "mesh" } },
        }));
        var inputs = mocks["pulumi:providers:aws"];
        Assert.Equal("eu-central-1", inputs["region"]);
        Assert.Equal("""["111122223333"]""", Dense(inputs["allowedAccountIds"]));
        Assert.Equal("""{"tags":{"team":"mesh"}}""", Dense(inputs["defaultTags"]));
        Assert.Equal("true", inputs["skipRegionValidation"]);
    }

    [Fact]
    public async Task Sends_NestedInputs_ByWireName()
    {
        var mocks = await Run(() =>
        {
            var vpc = new Aws.Ec2.Vpc("vpc", new() { CidrBlock = "10.0.0.0/16" });
            var role = new Aws.Iam.Role("role", new() { AssumeRolePolicy = "{}" });
            _ = new Aws.Eks.Cluster("cluster", new()
            {
                RoleArn = role.Arn,
                VpcConfig = new Aws.Eks.Inputs.ClusterVpcConfigArgs { SubnetIds = { vpc.Id }, EndpointPrivateAccess = true },
            });
            _ = new Gcp.Projects.Service("api", new() { ServiceName = "container.googleapis.com" });
        });
        var config = Assert.IsType<ImmutableDictionary<string, object>>(mocks["aws:eks/cluster:Cluster"]["vpcConfig"]);
        Assert.Equal(true, config["endpointPrivateAccess"]);
        Assert.Equal("vpc-id", Assert.Single(Assert.IsType<ImmutableArray<object>>(config["subnetIds"])));
        Assert.Equal("container.googleapis.com", mocks["gcp:projects/service:Service"]["service"]);
    }

    [Fact]
    public async Task Sends_KubernetesKinds_AndCustomOnes()
    {
        var mocks = await Run(() =>
        {
            _ = new Kubernetes.Core.V1.Namespace("mesh");
            _ = new Kubernetes.ApiExtensions.CustomResource("gateway", new GatewayArgs { Host = "mesh.example" });
        });
        Assert.Equal("Namespace", mocks["kubernetes:core/v1:Namespace"]["kind"]);
        Assert.Equal("mesh.example", mocks["kubernetes:networking.istio.io/v1:Gateway"]["host"]);
        Assert.Equal("networking.istio.io/v1", mocks["kubernetes:networking.istio.io/v1:Gateway"]["apiVersion"]);
    }

    [Fact]
    public async Task Keeps_ASecretArgument_Secret()
    {
        var args = new Pulumi.Tls.SelfSignedCertArgs { PrivateKeyPem = "key" };
        Assert.True(await Output.IsSecretAsync(args.PrivateKeyPem!.ToOutput()));
        var data = new Kubernetes.Types.Inputs.Core.V1.SecretArgs { StringData = new InputMap<string> { ["a"] = "b" } };
        Assert.True(await Output.IsSecretAsync(data.StringData.ToOutput()));
    }

    [Fact]
    public async Task Names_AMissingArgument()
    {
        var fault = await Assert.ThrowsAsync<RunException>(() => Run(() => _ = new Aws.Ec2.Subnet("subnet", new())));
        Assert.Contains("[Input] Pulumi.Aws.Ec2.SubnetArgs.VpcId is required but was not given a value", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_AFunction()
    {
        string? number = null;
        await Run(() => Gcp.Organizations.GetProject.Invoke().Apply(p => number = p.Number));
        Assert.Equal("424242", number);
    }

    private static string Dense(object json) => Assert.IsType<string>(json).Replace(" ", "", StringComparison.Ordinal);

    private static async Task<Dictionary<string, ImmutableDictionary<string, object>>> Run(Action program)
    {
        var mocks = new Mocks();
        await Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, program);
        return mocks.Inputs;
    }

    private sealed class GatewayArgs() : Kubernetes.ApiExtensions.CustomResourceArgs("networking.istio.io/v1", "Gateway")
    {
        [Input("host")]
        public Input<string>? Host { get; set; }
    }

    private sealed class Mocks : IMocks
    {
        public Dictionary<string, ImmutableDictionary<string, object>> Inputs { get; } = new(StringComparer.Ordinal);

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            lock (Inputs)
                Inputs[args.Type!] = args.Inputs;
            return Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs));
        }

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(new Dictionary<string, object> { ["number"] = "424242" });
    }
}
