using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>An address range that a site takes.</summary>
internal sealed record TakenRange(string Site, NamedRange Named)
{
    public Cidr Range => Named.Range;

    public bool IsStated => Named.Place is null;

    public string Path => $"sites.{Site}.{Named.Key}";

    /// <summary>The range for a sentence about another one: where it stands, or which slot gives it.</summary>
    public string Told => Named.Place is null
        ? $"{Path}, which is {Range}"
        : $"the {Named.Key[(Named.Key.LastIndexOf('.') + 1)..]} of sites.{Site}, {Range} by slot {Named.Place.Slot} of pool {Named.Place.Pool}";

    /// <summary>Every range of every site.</summary>
    public static TakenRange[] All(MeshSettings settings) =>
        [.. settings.Sites.SelectMany(site => site.Value.RangesIn(settings.Addresses).Select(range => new TakenRange(site.Key, range)))];
}
