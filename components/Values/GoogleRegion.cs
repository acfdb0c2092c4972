namespace CrossCloudMesh.Values;

/// <summary>A region of Google Cloud.</summary>
public readonly record struct GoogleRegion : ITextValue<GoogleRegion>
{
    private readonly string? text;

    private GoogleRegion(string text) => this.text = text;

    public static string Form => "a Google region such as us-east4";

    public static string Pattern => @"^[a-z]+-[a-z]+[0-9]{1,2}$";

    public static GoogleRegion? Parse(string text) =>
        text.Split('-') is [var continent, var place]
        && Letters.AreLowerCase(continent)
        && Letters.AreLowerCase(place.AsSpan().TrimEnd("0123456789"))
        && place.Length - place.AsSpan().TrimEnd("0123456789").Length is 1 or 2
            ? new GoogleRegion(text)
            : null;

    public override string ToString() => text ?? "";
}
