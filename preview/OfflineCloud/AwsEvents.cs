namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>EventBridge and SQS.</summary>
internal static class AwsEvents
{
    public static void Fill(Dictionary<string, Maker> makers)
    {
        makers["aws:cloudwatch/eventRule:EventRule"] = Rule;
        makers["aws:cloudwatch/eventTarget:EventTarget"] = Target;
        makers["aws:sqs/queue:Queue"] = Queue;
    }

    private static void Rule(Draft d)
    {
        d.Id = d.PhysicalName();
        d["arn"] = Aws.Arn(d, "events", $"rule/{d.Id}");
    }

    private static void Target(Draft d)
    {
        var target = d.Text("targetId") ?? $"terraform-{Digest.Digits(d.Urn, 26)}";
        d.Id = $"{d.Text("rule")}-{target}";
        d["targetId"] = target;
    }

    private static void Queue(Draft d)
    {
        var name = d.PhysicalName();
        d.Id = $"https://sqs.{Aws.Region(d)}.amazonaws.com/{d.Scope.Account}/{name}";
        d["url"] = d.Id;
        d["arn"] = Aws.Arn(d, "sqs", name);
    }
}
