namespace CrossCloudMesh.Values;

/// <summary>The path of an authority of Google's Certificate Authority Service.</summary>
public readonly record struct GoogleAuthorityPath : ITextValue<GoogleAuthorityPath>
{
    private const int LongestName = 63;

    private readonly string? text;

    private GoogleAuthorityPath(string text, GoogleProjectId project, GoogleRegion region, string pool, string authority)
    {
        this.text = text;
        (Project, Region, Pool, Authority) = (project, region, pool, authority);
    }

    public GoogleProjectId Project { get; }

    public GoogleRegion Region { get; }

    /// <summary>The pool that it is in, by its name.</summary>
    public string Pool { get; }

    /// <summary>Its own name in the pool.</summary>
    public string Authority { get; }

    public static string Form => "the path of an authority, such as projects/acme-mesh/locations/us-east4/caPools/mesh/certificateAuthorities/root";

    public static string Pattern =>
        "^projects/[a-z][a-z0-9-]{4,28}[a-z0-9]/locations/[a-z]+-[a-z]+[0-9]{1,2}/caPools/[a-zA-Z0-9_-]{1,63}/certificateAuthorities/[a-zA-Z0-9_-]{1,63}$";

    public static GoogleAuthorityPath? Parse(string text) =>
        text.Split('/') is ["projects", var project, "locations", var location, "caPools", var pool, "certificateAuthorities", var authority]
        && GoogleProjectId.Parse(project) is { } owner
        && GoogleRegion.Parse(location) is { } region
        && IsName(pool)
        && IsName(authority)
            ? new GoogleAuthorityPath(text, owner, region, pool, authority)
            : null;

    public override string ToString() => text ?? "";

    private static bool IsName(string name) =>
        name.Length is >= 1 and <= LongestName && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
