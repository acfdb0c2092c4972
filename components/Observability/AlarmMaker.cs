using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace CrossCloudMesh.Observability;

/// <summary>Makes the alarms of one component, all alike in name, text and whom they tell.</summary>
/// <param name="parent">The component that they belong to.</param>
/// <param name="name">The component's name, with which their names begin.</param>
/// <param name="physicalName">The beginning of the names that CloudWatch shows.</param>
/// <param name="topics">Whom they tell.</param>
internal sealed class AlarmMaker(Resource parent, string name, string physicalName, AlarmTopics topics)
{
    private const int EvaluationSeconds = 60;

    /// <summary>How long an alarm waits for the one that would explain it, and stays quiet after it: longer than the slowest of those takes.</summary>
    private const int SuppressSeconds = 300;

    /// <summary>An alarm over what AWS measures.</summary>
    /// <param name="part">What it is about within the component; empty where that is the whole of it.</param>
    /// <param name="kind">What it says.</param>
    /// <param name="describe">What it looks at.</param>
    /// <param name="urgency">Whom it tells; the kind's own where that is left out.</param>
    public MetricAlarm Metric(string part, AlarmKind kind, MetricAlarmArgs describe, AlarmUrgency? urgency = null)
    {
        describe.Name = PhysicalOf(part);
        describe.AlarmDescription = kind.Description(PhysicalOf(part));
        describe.AlarmActions = topics.ActionsOf(urgency ?? kind.Urgency);
        describe.OkActions = topics.ActionsOf(urgency ?? kind.Urgency);
        return new(LogicalOf(part), describe, new() { Parent = parent });
    }

    /// <summary>An alarm over what was sent by OTLP: every series that the query returns is something to tell of.</summary>
    /// <param name="part"><inheritdoc cref="Metric" path="/param[@name='part']"/></param>
    /// <param name="kind"><inheritdoc cref="Metric" path="/param[@name='kind']"/></param>
    /// <param name="query">In PromQL.</param>
    /// <param name="pendingSeconds">How long it must be so.</param>
    /// <param name="urgency"><inheritdoc cref="Metric" path="/param[@name='urgency']"/></param>
    public MetricAlarm Query(string part, AlarmKind kind, string query, int pendingSeconds, AlarmUrgency? urgency = null) => Metric(part, kind, new()
    {
        EvaluationInterval = EvaluationSeconds,
        EvaluationCriteria = new MetricAlarmEvaluationCriteriaArgs
        {
            PromqlCriteria = new MetricAlarmEvaluationCriteriaPromqlCriteriaArgs
            {
                Query = query,
                PendingPeriod = pendingSeconds,
                RecoveryPeriod = pendingSeconds,
            },
        },
    }, urgency);

    /// <summary>An alarm over other alarms.</summary>
    /// <param name="part"><inheritdoc cref="Metric" path="/param[@name='part']"/></param>
    /// <param name="kind"><inheritdoc cref="Metric" path="/param[@name='kind']"/></param>
    /// <param name="word"><c>AND</c> or <c>OR</c>.</param>
    /// <param name="alarms">The names of the others, at most 100.</param>
    /// <param name="suppressor">While this one is on, nobody is told; null where there is none.</param>
    public CompositeAlarm Composite(string part, AlarmKind kind, string word, IEnumerable<Output<string>> alarms, Output<string>? suppressor = null) =>
        new(LogicalOf(part), Unless(suppressor, new()
        {
            AlarmName = PhysicalOf(part),
            AlarmDescription = kind.Description(PhysicalOf(part)),
            AlarmRule = Output.All(alarms.Select(alarm => (Input<string>)alarm)).Apply(names => string.Join($" {word} ", names.Select(each => $"ALARM(\"{each}\")"))),
            AlarmActions = topics.ActionsOf(kind.Urgency),
            OkActions = topics.ActionsOf(kind.Urgency),
        }), new() { Parent = parent });

    private static CompositeAlarmArgs Unless(Output<string>? suppressor, CompositeAlarmArgs describe)
    {
        if (suppressor is not null)
        {
            describe.ActionsSuppressor = new CompositeAlarmActionsSuppressorArgs { Alarm = suppressor, WaitPeriod = SuppressSeconds, ExtensionPeriod = SuppressSeconds };
        }

        return describe;
    }

    private string LogicalOf(string part) => part.Length == 0 ? name : $"{name}-{part}";

    private string PhysicalOf(string part) => part.Length == 0 ? physicalName : $"{physicalName}-{part}";
}
