namespace CrossCloudMesh.Plan.Rules.Observability;

/// <summary>An alarm that may not use the key fires, and tells nobody, and nothing says so.</summary>
public sealed class AlarmTopicKey() : Rule(new()
{
    Id = "alarm-topic-key",
    Title = "Alarms may use the key of the topic that they tell",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "encrypt the topic with a key of the account, whose policy lets cloudwatch.amazonaws.com decrypt and generate data keys",
    References = ["checkov@3.3:CKV_AWS_26"],
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var topic in plan.Of(Types.Topic).Where(topic => plan.Dependents(topic).Any(reference => reference.User.Type is Types.MetricAlarm or Types.CompositeAlarm)))
        {
            if (topic.IsEmpty("kmsMasterKeyId"))
            {
                // It is told all the same: nothing is lost but the secrecy of it.
                yield return Found(topic, "keeps what alarms say without a key", "kmsMasterKeyId") with { Severity = Severity.Warning };
            }
            else if (topic.Text("kmsMasterKeyId")?.StartsWith("alias/aws/", StringComparison.Ordinal) == true)
            {
                yield return Found(topic, "is encrypted with a key of AWS, which alarms may not use: they fire, and nobody is told", "kmsMasterKeyId");
            }
            else if (plan.Source(topic, "kmsMasterKeyId", Types.AwsKey) is { } key && AwsPolicy.Read(key.Text("policy")) is { } policy && !policy.Any(Admits))
            {
                yield return Found(topic, $"is encrypted with {key.Name}, which CloudWatch may not use: alarms fire, and nobody is told", "kmsMasterKeyId") with
                {
                    Related = [key.Urn],
                };
            }
        }
    }

    private static bool Admits(AwsStatement statement) =>
        statement.IsAllowed && statement.Services.Contains("cloudwatch.amazonaws.com")
        && statement.Allows("kms:Decrypt") && statement.Allows("kms:GenerateDataKey");
}
