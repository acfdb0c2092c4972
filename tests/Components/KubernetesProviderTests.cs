using System.Text.Json;
using CrossCloudMesh.Clusters;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Components;

/// <summary>How the program reaches a cluster that it has just made.</summary>
[Collection(Evaluations.Name)]
public sealed class KubernetesProviderTests
{
    private const string Provider = "pulumi:providers:kubernetes";

    [Fact]
    public async Task Eks_IsReached_AtItsEndpoint_WithItsAuthority_AndATokenOfTheMoment()
    {
        var asked = await Harness.RunAsync((aws, gcp) => _ = new EksCluster("east", EksClusterTests.Args(), aws));
        using var config = JsonDocument.Parse(asked.One(Provider).Input("kubeconfig"));
        var cluster = config.RootElement.GetProperty("clusters")[0].GetProperty("cluster");
        Assert.StartsWith("https://", cluster.GetProperty("server").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(cluster.GetProperty("certificate-authority-data").GetString()!);
        Assert.Equal("aws eks get-token --cluster-name test-east --region us-east-1 --output json", TokenCommand(config));
    }

    [Fact]
    public async Task Gke_IsReached_ByItsName_WhichAPublicAuthorityHasSigned()
    {
        var asked = await Harness.RunAsync((aws, gcp) => GkeClusterTests.Make(gcp));
        using var config = JsonDocument.Parse(asked.One(Provider).Input("kubeconfig"));
        var cluster = config.RootElement.GetProperty("clusters")[0].GetProperty("cluster");
        Assert.EndsWith(".gke.goog", cluster.GetProperty("server").GetString(), StringComparison.Ordinal);
        Assert.False(cluster.TryGetProperty("certificate-authority-data", out _));
        Assert.Equal("gke-gcloud-auth-plugin", TokenCommand(config));
    }

    private static string TokenCommand(JsonDocument config)
    {
        var exec = config.RootElement.GetProperty("users")[0].GetProperty("user").GetProperty("exec");
        return string.Join(' ', [exec.GetProperty("command").GetString(), .. exec.GetProperty("args").EnumerateArray().Select(argument => argument.GetString())]);
    }
}
