using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>One of the two clouds refuses such a word, or it is broken: SHA1, a group of 1024 bits, IKEv1.</summary>
public sealed class LinkCipher() : Rule(new()
{
    Id = "link-cipher",
    Title = "Every word of a proposal is strong, and taken by both clouds",
    Severity = Severity.Error,
    Scope = RuleScope.Network,
    Fix = "use IKEv2 with AES256-GCM-16 and group 20, or AES256 with SHA2-256 and group 18",
})
{
    private static readonly string[] WeakGroups = ["2", "5", "22"];

    /// <summary>Of all groups of AWS, the one that Google lacks; and the other way round.</summary>
    private static readonly string[] OneSidedGroups = ["17", "31"];

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var tunnel in plan.Network.Tunnels)
        {
            foreach (var fault in Faults(CipherSuites.OfAws(tunnel.Aws)))
            {
                yield return Found(tunnel.Aws.Connection.Resource, $"offers {fault} in tunnel {tunnel.Aws.Number}");
            }

            var suite = CipherSuites.OfGoogle(tunnel.Google);
            foreach (var fault in Faults(suite))
            {
                yield return Found(tunnel.Google.Resource, $"offers {fault}", "cipherSuite");
            }

            foreach (var phase in new[] { "phase1", "phase2" })
            {
                if (CipherSuite.IsAead(phase == "phase1" ? suite.Encryption1 : suite.Encryption2) && !tunnel.Google.Resource.IsEmpty($"cipherSuite.{phase}.integrities"))
                {
                    yield return Found(tunnel.Google.Resource, "offers a digest beside a cipher that has its own, which Google refuses", $"cipherSuite.{phase}.integrities");
                }
            }
        }
    }

    private static IEnumerable<string> Faults(CipherSuite suite)
    {
        if (suite.IkeVersions?.Contains("1") == true)
        {
            yield return "IKEv1";
        }

        if (suite.Digest1?.Contains("sha1") == true || suite.Digest2?.Contains("sha1") == true)
        {
            yield return "SHA1";
        }

        foreach (var group in (suite.Group1 ?? []).Concat(suite.Group2 ?? []).Distinct(StringComparer.Ordinal))
        {
            if (WeakGroups.Contains(group))
            {
                yield return $"group {group}, which is too small";
            }

            if (OneSidedGroups.Contains(group))
            {
                yield return $"group {group}, which only one of the clouds has";
            }
        }

        if (suite.Digest2?.Contains("sha2-384") == true && !CipherSuite.IsAead(suite.Encryption2))
        {
            yield return "SHA2-384 in the second phase, which Google lacks there";
        }
    }
}
