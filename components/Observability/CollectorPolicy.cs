using CrossCloudMesh.Values;

namespace CrossCloudMesh.Observability;

/// <summary>What a gateway may do in AWS: hand in spans, metrics and logs, and read nothing.</summary>
/// <remarks>
/// Actions of X-Ray and PutMetricData know no resource narrower than all. AWSXRayDaemonWriteAccess and its like of before lack the two for
/// spans, and a gateway with them is refused and says so in its log alone.
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-OTLPEndpoint.html, read 2026-11-20.
/// </remarks>
public static class CollectorPolicy
{
    /// <param name="accountId">The account.</param>
    /// <param name="region">The region that keeps telemetry.</param>
    /// <param name="logGroup">The group that logs go to; null for none.</param>
    /// <param name="hasProxy">Whether programs ask by way of it what to sample.</param>
    public static AwsPolicy Of(string accountId, string region, string? logGroup, bool hasProxy)
    {
        AwsStatement[] statements =
        [
            Allow("Spans", ["*"], "xray:PutSpans", "xray:PutSpansForIndexing"),
            Allow("Metrics", ["*"], "cloudwatch:PutMetricData"),
            .. hasProxy ? [Allow("Sampling", ["*"], "xray:GetSamplingRules", "xray:GetSamplingStatisticSummaries", "xray:GetSamplingTargets")] : Array.Empty<AwsStatement>(),
            .. logGroup is null ? [] : new[] { Allow("Logs", [$"arn:aws:logs:{region}:{accountId}:log-group:{logGroup}:*"], "logs:DescribeLogStreams", "logs:PutLogEvents") },
        ];
        return new([.. statements.Select(statement => statement with { Conditions = [("StringEquals", "aws:RequestedRegion", region)] })]);
    }

    private static AwsStatement Allow(string sid, string[] resources, params string[] actions) => new() { Sid = sid, Actions = actions, Resources = resources };
}
