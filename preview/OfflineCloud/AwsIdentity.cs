namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>IAM, KMS and CloudWatch log groups.</summary>
internal static class AwsIdentity
{
    public static void Fill(Dictionary<string, Maker> makers)
    {
        makers["aws:iam/instanceProfile:InstanceProfile"] = InstanceProfile;
        makers["aws:iam/openIdConnectProvider:OpenIdConnectProvider"] = Issuer;
        makers["aws:iam/role:Role"] = Role;
        makers["aws:iam/rolePolicy:RolePolicy"] = d => d.Id = $"{d.Text("role")}:{d.PhysicalName()}";
        makers["aws:iam/rolePolicyAttachment:RolePolicyAttachment"] = d => d.Id = $"{d.Text("role")}/{d.Text("policyArn")}";
        makers["aws:kms/key:Key"] = Key;
        makers["aws:kms/alias:Alias"] = Alias;
        makers["aws:cloudwatch/logGroup:LogGroup"] = LogGroup;
    }

    private static void InstanceProfile(Draft d)
    {
        d.Id = d.PhysicalName();
        d["arn"] = $"arn:aws:iam::{d.Scope.Account}:instance-profile{d.Text("path") ?? "/"}{d.Id}";
        d["uniqueId"] = "AIPA" + Digest.Letters(d.Urn, 17).ToUpperInvariant();
    }

    private static void Issuer(Draft d)
    {
        const string Scheme = "https://";
        var url = d.Text("url") ?? "";
        d.Id = $"arn:aws:iam::{d.Scope.Account}:oidc-provider/{(url.StartsWith(Scheme, StringComparison.Ordinal) ? url[Scheme.Length..] : url)}";
        d["arn"] = d.Id;
    }

    private static void Role(Draft d)
    {
        d.Id = d.PhysicalName();
        d["arn"] = $"arn:aws:iam::{d.Scope.Account}:role{d.Text("path") ?? "/"}{d.Id}";
        d["uniqueId"] = "AROA" + Digest.Letters(d.Urn, 17).ToUpperInvariant();
    }

    private static void Key(Draft d)
    {
        d.Id = Digest.Uuid(d.Urn);
        d["keyId"] = d.Id;
        d["arn"] = Aws.Arn(d, "kms", $"key/{d.Id}");
    }

    private static void Alias(Draft d)
    {
        d.Id = d.Text("name") ?? $"alias/{d.Name}-{Digest.Hex(d.Urn, 7)}";
        d["name"] = d.Id;
        d["arn"] = Aws.Arn(d, "kms", d.Id);
        if (d.Text("targetKeyId") is { } key)
        {
            d["targetKeyArn"] = key.StartsWith("arn:", StringComparison.Ordinal) ? key : Aws.Arn(d, "kms", $"key/{key}");
        }
    }

    private static void LogGroup(Draft d)
    {
        d.Id = d.PhysicalName();
        d["arn"] = Aws.Arn(d, "logs", $"log-group:{d.Id}");
    }
}
