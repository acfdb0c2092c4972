using System.Collections.Immutable;
using CrossCloudMesh.Foundation;
using Pulumi;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;

namespace CrossCloudMesh.Clusters;

/// <summary>Makes the controllers that EKS runs for a cluster outside of it: ACK, kro and Argo CD, each with a role of its own.</summary>
/// <remarks>
/// Makes 1 capability and 1 role for each, and 1 attachment for each policy of ACK. EKS makes the access entries of the roles by itself, and
/// keeps what a capability made when it goes. A change of Argo CD's configuration makes it anew, since the provider tells EKS of no role
/// that is taken away, and EKS changes no instance of Identity Center. Source: <see cref="Facts.EksFacts.CapabilitySource"/>.
/// </remarks>
public sealed class EksCapabilities : ComponentResource
{
    public const string Token = "infra:clusters:EksCapabilities";

    private readonly string name;
    private readonly EksCapabilitiesArgs args;

    public EksCapabilities(string name, EksCapabilitiesArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        (this.name, this.args) = (name, args);
        if (args.Capabilities.Ack is { } ack)
        {
            Make("ack", "ACK", ack.PolicyArns);
        }

        if (args.Capabilities.HasKro)
        {
            Make("kro", "KRO", ImmutableSortedDictionary<string, string>.Empty);
        }

        if (args.Capabilities.ArgoCd is { } argoCd)
        {
            Make("argocd", "ARGOCD", ImmutableSortedDictionary<string, string>.Empty, new() { ArgoCd = Describe(argoCd) });
        }

        RegisterOutputs();
    }

    private void Make(string key, string type, ImmutableSortedDictionary<string, string> policyArns, CapabilityConfigurationArgs? configuration = null)
    {
        var role = new AwsServiceRole($"{name}-{key}", new()
        {
            Service = "capabilities.eks.amazonaws.com",
            TrustedActions = ["sts:AssumeRole", "sts:TagSession"],
            ManagedPolicyArns = policyArns,
        }, new() { Parent = this });
        var capability = new CapabilityArgs
        {
            ClusterName = args.ClusterName,
            CapabilityName = key,
            Type = type,
            RoleArn = role.Arn,
            DeletePropagationPolicy = "RETAIN",
        };
        if (configuration is not null)
        {
            capability.Configuration = configuration;
        }

        // A cluster has one capability of a name, so one that is to be replaced must go first.
        _ = new Capability($"{name}-{key}", capability, new()
        {
            Parent = this,
            DependsOn = { role.Ready.ToArray() },
            DeleteBeforeReplace = true,
            ReplaceOnChanges = { "configuration" },
        });
    }

    private static CapabilityConfigurationArgoCdArgs Describe(EksArgoCd argoCd)
    {
        var described = new CapabilityConfigurationArgoCdArgs
        {
            AwsIdc = new CapabilityConfigurationArgoCdAwsIdcArgs { IdcInstanceArn = argoCd.IdentityCenterArn, IdcRegion = argoCd.IdentityCenterRegion },
        };
        foreach (var (role, groups) in new[] { ("ADMIN", argoCd.Administrators), ("EDITOR", argoCd.Editors), ("VIEWER", argoCd.Viewers) })
        {
            if (!groups.IsEmpty)
            {
                described.RbacRoleMappings.Add(new CapabilityConfigurationArgoCdRbacRoleMappingArgs
                {
                    Role = role,
                    Identities =
                    {
                        groups.Select(group => new CapabilityConfigurationArgoCdRbacRoleMappingIdentityArgs { Id = group, Type = "SSO_GROUP" }).ToArray(),
                    },
                });
            }
        }

        return described;
    }
}

/// <summary>AWS Controllers for Kubernetes: objects in the cluster become resources of AWS.</summary>
/// <param name="PolicyArns">ARNs of managed policies, by a stable key; none where its roles are chosen by namespace.</param>
public sealed record EksAck(ImmutableSortedDictionary<string, string> PolicyArns);

/// <summary>Argo CD, whose users come from IAM Identity Center.</summary>
public sealed record EksArgoCd
{
    /// <summary>The instance: <c>arn:aws:sso:::instance/ssoins-1234567890abcdef</c>.</summary>
    public required string IdentityCenterArn { get; init; }

    /// <summary>The region in which the instance is.</summary>
    public required string IdentityCenterRegion { get; init; }

    /// <summary>Ids of groups of the instance that administer Argo CD.</summary>
    public required ImmutableSortedSet<string> Administrators { get; init; }

    public ImmutableSortedSet<string> Editors { get; init; } = [];

    public ImmutableSortedSet<string> Viewers { get; init; } = [];
}

/// <summary>Which controllers EKS runs for a cluster.</summary>
public sealed record EksCapabilitySet
{
    public EksAck? Ack { get; init; }

    /// <summary>Whether kro runs, which makes kinds of objects out of others and needs no rights in AWS.</summary>
    public bool HasKro { get; init; }

    public EksArgoCd? ArgoCd { get; init; }
}

/// <summary>What <see cref="EksCapabilities"/> needs.</summary>
public sealed record EksCapabilitiesArgs
{
    public required Input<string> ClusterName { get; init; }

    public required EksCapabilitySet Capabilities { get; init; }
}
