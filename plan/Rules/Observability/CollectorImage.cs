namespace CrossCloudMesh.Plan.Rules.Observability;

/// <summary>A collector that does not know a part of its configuration does not start.</summary>
public sealed class CollectorImage() : Rule(new()
{
    Id = "collector-image",
    Title = "A collector that signs requests to AWS runs an image that can",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "take the image opentelemetry-collector-contrib, or that of the AWS distribution",
})
{
    private static readonly string[] Signers = ["extensions/sigv4auth", "extensions/awsproxy", "exporters/awsxray", "exporters/awsemf", "exporters/awscloudwatchlogs"];
    private static readonly string[] Unable = ["opentelemetry-collector", "opentelemetry-collector-k8s", "opentelemetry-collector-otlp"];

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var collector in CollectorReading.Of(plan))
        {
            if (Array.Find(Signers, part => collector.Has(part.Split('/')[0], part.Split('/')[1])) is { } part
                && collector.Release.At("values.image.repository") is var image && !Inputs.IsHidden(image)
                && (image is not PlanValue.TextValue { Value: var place } || Unable.Contains(place[(place.LastIndexOf('/') + 1)..], StringComparer.Ordinal)))
            {
                yield return Found(collector.Release, $"has {part} in its configuration, which its image does not", "values.image.repository");
            }
        }
    }
}
