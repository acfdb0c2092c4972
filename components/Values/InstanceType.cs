namespace CrossCloudMesh.Values;

/// <summary>An EC2 instance type. Its family tells the processor: a g after the generation means Graviton, which is arm64.</summary>
public readonly record struct InstanceType : ITextValue<InstanceType>
{
    private readonly string? text;

    private InstanceType(string text) => this.text = text;

    public static string Form => "an EC2 instance type such as m7g.large";

    public static string Pattern => @"^(?=[a-z-]*[0-9])[a-z]([a-z0-9-]*[a-z0-9])?\.[a-z0-9-]+$";

    public static InstanceType? Parse(string text) =>
        text.Split('.') is [var family, { Length: > 0 } size]
        && Letters.IsName(family, 20)
        && Letters.IsMadeOf(size, "-")
        && family.AsSpan().ContainsAnyInRange('0', '9')
            ? new InstanceType(text)
            : null;

    /// <summary>Whether its processor is a Graviton: m7g, c7gn, im4gn, and the first of them, a1.</summary>
    public bool IsArm64
    {
        get
        {
            var family = (text ?? "").AsSpan();
            family = family[..Math.Max(family.IndexOf('.'), 0)];
            return family is "a1" || family[(family.LastIndexOfAnyInRange('0', '9') + 1)..].Contains('g');
        }
    }

    /// <summary>Whether it has GPUs of NVIDIA: the families of p and g, but for g4ad, whose are of AMD.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html, known from use, not read.</remarks>
    public bool HasNvidiaGpu
    {
        get
        {
            var family = (text ?? "").AsSpan();
            family = family[..Math.Max(family.IndexOf('.'), 0)];
            var category = family[..Math.Max(family.IndexOfAnyInRange('0', '9'), 0)];
            return category is "p" or "g" or "gr" && family is not "g4ad";
        }
    }

    public override string ToString() => text ?? "";
}
