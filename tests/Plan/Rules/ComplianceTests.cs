using CrossCloudMesh.Plan.Rules;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Plan.Rules;

/// <summary>What scanners and benchmarks ask of clusters, networks and keys: a rule holds it, or the index says why none does.</summary>
public sealed class ComplianceTests
{
    private static readonly string Index = File.ReadAllText(Path.Combine(ProjectRoot.Path, "docs", "rules", "README.md"));

    public static TheoryData<string> Checks => new(
        """
        CKV_AWS_7 CKV_AWS_8 CKV_AWS_24 CKV_AWS_25 CKV_AWS_37 CKV_AWS_38 CKV_AWS_39 CKV_AWS_58 CKV_AWS_66 CKV_AWS_79 CKV_AWS_100 CKV_AWS_123
        CKV_AWS_130 CKV_AWS_158 CKV_AWS_338 CKV_AWS_339 CKV_AWS_341 CKV_AWS_382 CKV2_AWS_1 CKV2_AWS_11 CKV2_AWS_12
        CKV_GCP_1 CKV_GCP_2 CKV_GCP_3 CKV_GCP_7 CKV_GCP_8 CKV_GCP_9 CKV_GCP_10 CKV_GCP_12 CKV_GCP_13 CKV_GCP_18 CKV_GCP_20 CKV_GCP_21
        CKV_GCP_22 CKV_GCP_23 CKV_GCP_24 CKV_GCP_25 CKV_GCP_26 CKV_GCP_61 CKV_GCP_64 CKV_GCP_65 CKV_GCP_66 CKV_GCP_68 CKV_GCP_69 CKV_GCP_70
        CKV_GCP_71 CKV_GCP_72 CKV_GCP_74 CKV_GCP_76 CKV_GCP_82 CKV_GCP_106 CKV_GCP_123 CKV2_GCP_1 CKV2_GCP_18
        EKS.1 EKS.2 EKS.3 EKS.6 EKS.7 EKS.8
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [MemberData(nameof(Checks))]
    public void EveryCheck_IsHeldByARule_OrLeftOutForAReason(string check)
    {
        var isHeld = AllRules.List.Any(rule => rule.About.References.Any(reference => reference.EndsWith(":" + check, StringComparison.Ordinal)));
        Assert.NotEqual(isHeld, Index.Contains($"| {check} | no rule: ", StringComparison.Ordinal));
    }
}
