namespace CrossCloudMesh.Values;

/// <summary>A topic of Google Pub/Sub by its path.</summary>
public readonly record struct PubSubTopic : ITextValue<PubSubTopic>
{
    private readonly string? text;

    private PubSubTopic(string text) => this.text = text;

    public static string Form => "the path of a Pub/Sub topic, such as projects/acme-mesh/topics/gke";

    public static string Pattern => @"^projects/[a-z][a-z0-9-]{4,28}[a-z0-9]/topics/[a-z][a-z0-9-]{1,60}[a-z0-9]$";

    public static PubSubTopic? Parse(string text) =>
        text.Split('/') is ["projects", var project, "topics", { Length: >= 3 } topic] && GoogleProjectId.Parse(project) is not null && Letters.IsName(topic, 62)
            ? new PubSubTopic(text)
            : null;

    public override string ToString() => text ?? "";
}
