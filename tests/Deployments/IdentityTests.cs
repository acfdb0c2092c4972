using System.Text.Json;
using CrossCloudMesh.Tests.Workflows;

namespace CrossCloudMesh.Tests.Deployments;

/// <summary>Which identity a deployment asks for.</summary>
public class IdentityTests
{
    public static TheoryData<string, bool> Operations
    {
        get
        {
            var operations = new TheoryData<string, bool>();
            foreach (var (operation, writes) in DeploymentFacts.Writes)
            {
                operations.Add(operation, writes);
            }

            operations.Add("what nobody knows yet", false);
            return operations;
        }
    }

    [RunnerTheory]
    [MemberData(nameof(Operations))]
    public void Writer_IsAskedFor_WhereSomethingIsWritten(string operation, bool writes)
    {
        using var script = new Script();

        var (code, said, error) = script.Run(
            Path.Combine(DeploymentProgram.Folder, "identity.sh"),
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["PULUMI_CI_OPERATION"] = operation,
                ["PULUMI_CI_STACK"] = "pr-mesh 12",
                ["PULUMI_CI_BUILD_NUMBER"] = "7",
                ["MESH_AWS_READER"] = "aws-reader",
                ["MESH_AWS_WRITER"] = "aws-writer",
                ["MESH_GOOGLE_READER"] = "google-reader",
                ["MESH_GOOGLE_WRITER"] = "google-writer",
                ["MESH_GOOGLE_ISSUER"] = "projects/1/locations/global/workloadIdentityPools/deploys-dev/providers/pulumi",
            },
            []);

        Assert.Equal((0, ""), (code, error));
        var told = said.TrimEnd('\n').Split('\n').Select(line => line.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        Assert.Equal(
            (writes ? "aws-writer" : "aws-reader", "pulumi-pr-mesh-12-7", "/mnt/pulumi/pulumi.oidc"),
            (told["AWS_ROLE_ARN"], told["AWS_ROLE_SESSION_NAME"], told["AWS_WEB_IDENTITY_TOKEN_FILE"]));
        var google = JsonDocument.Parse(told["GOOGLE_CREDENTIALS"]).RootElement;
        Assert.EndsWith($"/{(writes ? "google-writer" : "google-reader")}:generateAccessToken", google.GetProperty("service_account_impersonation_url").GetString(), StringComparison.Ordinal);
        Assert.Equal("//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/deploys-dev/providers/pulumi", google.GetProperty("audience").GetString());
    }
}
