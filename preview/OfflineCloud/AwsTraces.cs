namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>X-Ray, and what of CloudWatch Logs and IAM goes with it.</summary>
internal static class AwsTraces
{
    public static void Fill(Dictionary<string, Maker> makers)
    {
        makers["aws:cloudwatch/logResourcePolicy:LogResourcePolicy"] = d => d.Id = d.Text("policyName") ?? d.PhysicalName();
        makers["aws:cloudwatch/logStream:LogStream"] = Stream;
        makers["aws:iam/openIdConnectProvider:OpenIdConnectProvider"] = Issuer;
        makers["aws:xray/encryptionConfig:EncryptionConfig"] = d => d.Id = Aws.Region(d);
        makers["aws:xray/group:Group"] = d => Named(d, "group", d.Text("groupName"));
        makers["aws:xray/indexingRule:IndexingRule"] = d => d.Id = d.Text("name") ?? d.PhysicalName();
        makers["aws:xray/samplingRule:SamplingRule"] = d => Named(d, "sampling-rule", d.Text("ruleName"));
        makers["aws:xray/traceSegmentDestination:TraceSegmentDestination"] = d => d.Id = Aws.Region(d);
    }

    private static void Stream(Draft d)
    {
        d.Id = d.PhysicalName();
        d["arn"] = Aws.Arn(d, "logs", $"log-group:{d.Text("logGroupName")}:log-stream:{d.Id}");
    }

    private static void Issuer(Draft d)
    {
        var url = d.Text("url") ?? "https://unknown.example";
        d.Id = $"arn:aws:iam::{d.Scope.Account}:oidc-provider/{url["https://".Length..]}";
        d["arn"] = d.Id;
    }

    private static void Named(Draft d, string kind, string? name)
    {
        d.Id = Aws.Arn(d, "xray", $"{kind}/{name ?? d.PhysicalName()}");
        d["arn"] = d.Id;
    }
}
