namespace CrossCloudMesh.Values;

/// <summary>An AWS account, as its twelve digits.</summary>
public readonly record struct AwsAccountId : ITextValue<AwsAccountId>
{
    private readonly string? text;

    private AwsAccountId(string text) => this.text = text;

    public static string Form => "an AWS account id of twelve digits, in quotes";

    public static string Pattern => @"^[0-9]{12}$";

    public static AwsAccountId? Parse(string text) =>
        text.Length == 12
        && Letters.AreDigits(text)
            ? new AwsAccountId(text)
            : null;

    public override string ToString() => text ?? "";
}
