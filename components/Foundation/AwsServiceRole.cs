using System.Collections.Immutable;
using CrossCloudMesh.Values;
using Pulumi;
using Pulumi.Aws.Iam;

namespace CrossCloudMesh.Foundation;

/// <summary>Makes an IAM role that one service of AWS can take.</summary>
/// <remarks>Makes the role, and one attachment for each managed policy.</remarks>
public sealed class AwsServiceRole : ComponentResource
{
    public const string Token = "infra:foundation:AwsServiceRole";

    [Output("arn")] public Output<string> Arn { get; }

    /// <summary>The role's name, for policies of its own.</summary>
    public Output<string> RoleName { get; }

    /// <summary>What must be there before the role allows anything.</summary>
    public IReadOnlyList<Resource> Ready { get; }

    public AwsServiceRole(string name, AwsServiceRoleArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var role = new Role(name, new() { AssumeRolePolicy = AwsPolicy.AssumableBy(args.Service, [.. args.TrustedActions]).ToJson() }, child);
        Arn = role.Arn;
        RoleName = role.Name;
        Ready =
        [
            .. args.ManagedPolicyArns.Select(policy => new RolePolicyAttachment($"{name}-{policy.Key}", new()
            {
                Role = role.Name,
                PolicyArn = policy.Value,
            }, child)),
        ];
        RegisterOutputs();
    }
}

/// <summary>What <see cref="AwsServiceRole"/> needs.</summary>
public sealed record AwsServiceRoleArgs
{
    /// <summary>The service principal: <c>eks.amazonaws.com</c>.</summary>
    public required string Service { get; init; }

    /// <summary>How the service may take it.</summary>
    public ImmutableArray<string> TrustedActions { get; init; } = ["sts:AssumeRole"];

    /// <summary>ARNs of managed policies, by a stable key that names the attachment.</summary>
    public ImmutableSortedDictionary<string, string> ManagedPolicyArns { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
