using CrossCloudMesh.Plan.Diff;
using CrossCloudMesh.Tests.Components;

namespace CrossCloudMesh.Tests.Trust;

/// <summary>Whether two states of a stack trust each other, by those who judge certificates and by the comparison of plans.</summary>
internal static class Overlap
{
    /// <summary>Whether each site of the one trusts what each site of the other presents, by both judges.</summary>
    public static bool Trusts(MadeTrust truster, MadeTrust shower) => truster.Sites.All(site => shower.Sites.All(other =>
    {
        var (presented, roots) = (shower.Gateway(other, "tls.crt"), truster.Authority(site, "root-cert.pem"));
        var trusts = Chains.TrustedByDotNet(presented, roots);
        Assert.Equal(trusts, Chains.TrustedByOpenSsl(presented, roots));
        return trusts;
    }));

    /// <summary>What the comparison finds: the secret, and what is wrong with it.</summary>
    public static IEnumerable<string> Found(MadeTrust before, MadeTrust after) => PlanComparison.Of(before.Document, after.Document).Findings
        .Where(finding => finding.Rule == "trust-overlap")
        .Select(finding => $"{finding.Urn![(finding.Urn!.LastIndexOf("::", StringComparison.Ordinal) + 2)..]} {finding.Message}");

    /// <summary>What the secret of a site says of its roots.</summary>
    public static string KeyOf(MadeTrust made, string annotation) =>
        made.Plan.One("kubernetes:core/v1:Secret", "aws-east-authority").Input($"metadata>annotations>{annotation}");

    /// <summary>That every site trusts every other, by both judges, and none of them can make an authority.</summary>
    public static void HoldsEverywhere(MadeTrust made)
    {
        Assert.NotEmpty(made.Sites);
        Assert.True(Trusts(made, made));
        Assert.All(made.Sites, site =>
        {
            var presented = Usurper.Presents(made.Authority(site, "ca-cert.pem"), made.Authority(site, "ca-key.pem"));
            Assert.False(Chains.TrustedByDotNet(presented, made.Authority(site, "root-cert.pem")));
            Assert.False(Chains.TrustedByOpenSsl(presented, made.Authority(site, "root-cert.pem")));
        });
    }
}
