namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>CloudWatch and SNS.</summary>
internal static class AwsAlarms
{
    public static void Fill(Dictionary<string, Maker> makers)
    {
        makers["aws:cloudwatch/metricAlarm:MetricAlarm"] = d => Alarm(d, "name");
        makers["aws:cloudwatch/compositeAlarm:CompositeAlarm"] = d => Alarm(d, "alarmName");
        makers["aws:cloudwatch/dashboard:Dashboard"] = Dashboard;
        makers["aws:sns/topic:Topic"] = Topic;
        makers["aws:sns/topicSubscription:TopicSubscription"] = Subscription;
    }

    private static void Alarm(Draft d, string name)
    {
        d.Id = d.PhysicalName(name);
        d["arn"] = Aws.Arn(d, "cloudwatch", $"alarm:{d.Id}");
    }

    private static void Dashboard(Draft d)
    {
        d.Id = d.PhysicalName("dashboardName");
        d["dashboardArn"] = $"arn:aws:cloudwatch::{d.Scope.Account}:dashboard/{d.Id}";
    }

    private static void Topic(Draft d)
    {
        d.Id = Aws.Arn(d, "sns", d.PhysicalName());
        d["arn"] = d.Id;
        d["owner"] = d.Scope.Account;
    }

    private static void Subscription(Draft d)
    {
        d.Id = $"{d.Text("topic")}:{Digest.Uuid(d.Urn)}";
        d["arn"] = d.Id;
        d["ownerId"] = d.Scope.Account;
        d["pendingConfirmation"] = true;
    }
}
