namespace CrossCloudMesh.Plan.Rules.Keys;

/// <summary>Disks of nodes hold secrets of pods, and snapshots of them travel.</summary>
public sealed class DiskEncryption() : Rule(new()
{
    Id = "aws-disk-encryption",
    Title = "Every disk of a launch template is encrypted with a key of the account",
    Severity = Severity.Warning,
    Scope = RuleScope.Resource,
    Fix = "set ebs.encrypted and ebs.kmsKeyId",
    References = ["checkov@3.3:CKV_AWS_8"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var template in plan.Of(Types.LaunchTemplate))
        {
            foreach (var disk in template.Items("blockDeviceMappings"))
            {
                if (template.At($"{disk}.ebs") is null)
                {
                    continue;
                }

                if (template.IsNot($"{disk}.ebs.encrypted", true))
                {
                    yield return Found(template, "has a disk that is not encrypted", $"{disk}.ebs.encrypted");
                }
                else if (template.IsEmpty($"{disk}.ebs.kmsKeyId"))
                {
                    yield return Found(template, "has a disk under AWS's own key", $"{disk}.ebs.kmsKeyId");
                }
            }
        }
    }
}
