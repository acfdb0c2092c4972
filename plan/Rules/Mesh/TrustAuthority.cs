namespace CrossCloudMesh.Plan.Rules.Mesh;

/// <summary>A key or a certificate that istiod does not take stops it, in every cluster at once.</summary>
public sealed class TrustAuthority() : Rule(new()
{
    Id = "trust-authority",
    Title = "Every authority has a key that Istio takes, and makes no authorities beyond its sites",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "use ECDSA with P256 or P384, or RSA of 2048 bits or more; set maxPathLength of the root to 1, an organization, and uses such as cert_signing",
})
{
    private const double LeastBits = 2048;

    /// <summary>So many authorities stand between a root and a proxy: that of the site.</summary>
    private const double Below = 1;

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var root in plan.Of(Types.SelfSignedCertificate).Where(certificate => certificate.Is("isCaCertificate", true)))
        {
            if (root.At("maxPathLength") is null || root.Number("maxPathLength") is < 0 or > Below)
            {
                yield return Found(root, "lets its sites make authorities of their own", "maxPathLength");
            }
            else if (root.Number("maxPathLength") < Below)
            {
                yield return Found(root, "vouches for no authority of a site, so no proxy is believed", "maxPathLength");
            }

            if (root.IsEmpty("subject.organization"))
            {
                yield return Found(root, "names no organization, which istiod reads", "subject.organization");
            }

            foreach (var finding in Uses(root).Concat(Key(plan.Source(root, "privateKeyPem", Types.PrivateKey))))
            {
                yield return finding;
            }
        }

        foreach (var site in plan.Of(Types.SignedCertificate).Where(certificate => certificate.Is("isCaCertificate", true)))
        {
            var request = plan.Source(site, "certRequestPem", Types.CertificateRequest);
            foreach (var finding in Uses(site).Concat(Key(request is null ? null : plan.Source(request, "privateKeyPem", Types.PrivateKey))))
            {
                yield return finding;
            }
        }
    }

    /// <summary>The provider knows words such as cert_signing alone, whatever its documentation in C# says.</summary>
    private IEnumerable<Finding> Uses(PlannedResource certificate)
    {
        foreach (var use in certificate.Items("allowedUses"))
        {
            if (certificate.Text(use) is { } word && word.Any(char.IsUpper))
            {
                yield return Found(certificate, "has a use that the provider does not know", use);
            }
        }
    }

    private IEnumerable<Finding> Key(PlannedResource? key)
    {
        if (key is null)
        {
            yield break;
        }

        if (key.IsNot("algorithm", "ECDSA", "RSA"))
        {
            yield return Found(key, "is of a kind that istiod does not read", "algorithm");
        }
        else if (key.Is("algorithm", "ECDSA") && key.IsNot("ecdsaCurve", "P256", "P384"))
        {
            yield return Found(key, "is on a curve that istiod does not renew", "ecdsaCurve");
        }
        else if (key.Number("rsaBits") < LeastBits)
        {
            yield return Found(key, "is too short", "rsaBits");
        }
    }
}
