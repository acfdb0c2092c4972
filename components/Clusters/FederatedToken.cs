using System.Collections.Immutable;
using Pulumi;

namespace CrossCloudMesh.Clusters;

/// <summary>What a pod outside AWS needs to be known there by <see cref="AwsFederatedIdentity"/>, as values of a chart.</summary>
/// <remarks>
/// The kubelet puts the token into a file and renews it; AWS's own libraries read the four variables, so that nothing else of the pod says
/// how it is known. Source: https://docs.aws.amazon.com/sdkref/latest/guide/access-assume-role-web.html, read 2026-11-20.
/// </remarks>
public static class FederatedToken
{
    private const string Volume = "aws-token";
    private const string Folder = "/var/run/secrets/aws";
    private const string File = "token";
    private const int LifetimeSeconds = 3600;

    /// <summary>The volume with the token.</summary>
    public static Dictionary<string, object> VolumeOf() => new()
    {
        ["name"] = Volume,
        ["projected"] = new Dictionary<string, object>
        {
            ["sources"] = ImmutableArray.Create<object>(new Dictionary<string, object>
            {
                ["serviceAccountToken"] = new Dictionary<string, object>
                {
                    ["audience"] = AwsFederatedIdentity.Audience,
                    ["expirationSeconds"] = LifetimeSeconds,
                    ["path"] = File,
                },
            }),
        },
    };

    /// <summary>Where the container has it.</summary>
    public static Dictionary<string, object> MountOf() => new() { ["name"] = Volume, ["mountPath"] = Folder, ["readOnly"] = true };

    /// <summary>The variables by which AWS's libraries find role and token.</summary>
    /// <param name="roleArn">The role.</param>
    /// <param name="region">The region that tokens are exchanged in.</param>
    /// <param name="session">What the role's sessions are called.</param>
    public static IEnumerable<Dictionary<string, object>> Variables(Output<string> roleArn, string region, string session) =>
    [
        Variable("AWS_ROLE_ARN", roleArn.Apply(arn => (object)arn)),
        Variable("AWS_WEB_IDENTITY_TOKEN_FILE", $"{Folder}/{File}"),
        Variable("AWS_REGION", region),
        Variable("AWS_ROLE_SESSION_NAME", session),
        Variable("AWS_STS_REGIONAL_ENDPOINTS", "regional"),
    ];

    private static Dictionary<string, object> Variable(string name, object value) => new() { ["name"] = name, ["value"] = value };
}
