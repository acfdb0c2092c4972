namespace CrossCloudMesh.Tests.Preview;

/// <summary>A clock that stands still, so that no test depends on the day on which it runs.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>A day on which every version in the shipped stacks was in support.</summary>
    public static FixedClock Usual { get; } = new(new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));

    public override DateTimeOffset GetUtcNow() => now;
}
