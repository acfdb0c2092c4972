namespace CrossCloudMesh.Plan.Rules.Clusters;

/// <summary>An add-on without an identity of its own uses that of its node, so every pod there can.</summary>
public sealed class EksAddonIdentity() : Rule(new()
{
    Id = "eks-addon-identity",
    Title = "Every EKS add-on that calls AWS does so as itself",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "give the add-on a Pod Identity association, or a role for its service account",
    References = ["cis-eks@1.7.0:5.2.1"],
})
{
    private static readonly string[] Callers =
    [
        "adot",
        "amazon-cloudwatch-observability",
        "aws-ebs-csi-driver",
        "aws-efs-csi-driver",
        "aws-fsx-csi-driver",
        "aws-mountpoint-s3-csi-driver",
        "external-dns",
        "vpc-cni",
    ];

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var addon in plan.Of(Types.EksAddon))
        {
            if (addon.Text("addonName") is { } name
                && Array.IndexOf(Callers, name) >= 0
                && addon.IsEmpty("podIdentityAssociations")
                && addon.IsEmpty("serviceAccountRoleArn"))
            {
                yield return Found(addon, "calls AWS as the node that it happens to run on", "podIdentityAssociations");
            }
        }
    }
}
