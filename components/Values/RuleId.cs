namespace CrossCloudMesh.Values;

/// <summary>The id of a rule.</summary>
public readonly record struct RuleId : ITextValue<RuleId>
{
    private readonly string? text;

    private RuleId(string text) => this.text = text;

    public static string Form => "the id of a rule, such as aws-vpc-flow-logs";

    public static string Pattern => "^(?=.{1,60}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    public static RuleId? Parse(string text) =>
        Letters.IsName(text, 60) && !text.Contains("--", StringComparison.Ordinal) ? new RuleId(text) : null;

    public override string ToString() => text ?? "";
}
