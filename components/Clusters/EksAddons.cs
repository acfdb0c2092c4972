using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using Pulumi;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;

namespace CrossCloudMesh.Clusters;

/// <summary>Makes the add-ons of an EKS cluster as its children, phase by phase, those of a phase side by side.</summary>
/// <remarks>
/// Makes 1 resource for each add-on, and an <see cref="AwsPodRole"/> for each that calls AWS. What stands in the cluster already gives way
/// when an add-on is made; what was changed there by hand stays when one is updated. Source: <see cref="EksAddonFacts.Catalogue"/>.
/// </remarks>
internal sealed class EksAddons(string name, EksClusterArgs args, Resource parent, Input<string> clusterName)
{
    /// <summary>Makes those of a phase.</summary>
    /// <param name="phase">The phase.</param>
    /// <param name="waitFor">What must be there before they are made.</param>
    public IReadOnlyList<Resource> Make(EksAddonPhase phase, IReadOnlyList<Resource> waitFor) =>
        [.. args.AllAddons.Where(addon => addon.Phase == phase).Select(addon => Make(addon, waitFor))];

    private Addon Make(EksAddonFact fact, IReadOnlyList<Resource> waitFor)
    {
        var addon = new AddonArgs
        {
            ClusterName = clusterName,
            AddonName = fact.Name,
            ResolveConflictsOnCreate = "OVERWRITE",
            ResolveConflictsOnUpdate = "PRESERVE",
        };
        if ((args.AddonVersions.GetValueOrDefault(fact.Name) ?? EksAddonVersions.Of(fact.Name, args.KubernetesVersion)) is { } version)
        {
            addon.AddonVersion = version;
        }

        if (fact.ConfigurationJson is not null)
        {
            addon.ConfigurationValues = fact.ConfigurationJson;
        }

        if (fact.Identity is not null)
        {
            var role = new AwsPodRole($"{name}-{fact.Name}", new()
            {
                // As plain text, so that the role is made while the cluster is.
                ClusterName = args.AtCreation.PhysicalName,
                Namespace = fact.Namespace,
                ServiceAccount = fact.Identity.ServiceAccount,
                ManagedPolicyArns = fact.Identity.PolicyArns.ToImmutableSortedDictionary(NameOf, arn => arn, StringComparer.Ordinal),
            }, new() { Parent = parent });
            addon.PodIdentityAssociations.Add(new AddonPodIdentityAssociationArgs
            {
                RoleArn = role.Arn,
                ServiceAccount = fact.Identity.ServiceAccount,
            });
            waitFor = [.. waitFor, .. role.Ready];
        }

        return new Addon($"{name}-{fact.Name}", addon, new() { Parent = parent, DependsOn = { waitFor.ToArray() } });
    }

    private static string NameOf(string policyArn) => policyArn[(policyArn.LastIndexOf('/') + 1)..];
}
