namespace CrossCloudMesh.Facts;

/// <summary>Where a fact was read, and when.</summary>
/// <param name="Url">The page of the cloud's documentation, or the file that was read.</param>
/// <param name="ReadOn">The day on which it said so.</param>
public sealed record Source(string Url, DateOnly ReadOn)
{
    /// <summary>What of the fact was not read there, and what it rests on instead; null where all of it was read.</summary>
    public string? NotRead { get; init; }
}
