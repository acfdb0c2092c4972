namespace CrossCloudMesh.Facts;

/// <summary>What the pinned Pulumi SDK asks of the CLI, which brings the engine.</summary>
public static class PulumiFacts
{
    /// <summary>The CLI whose engine was the first to know the error hook, the newest thing that the SDK may ask an engine for.</summary>
    public static Version OldestEngine { get; } = new(3, 217, 0);

    /// <summary>Where that was read.</summary>
    public static Source OldestEngineSource { get; } = new("https://github.com/pulumi/pulumi/blob/master/CHANGELOG.md", new(2026, 11, 21))
    {
        NotRead = "that nothing else of SDK 3.112.1 needs a later one: it negotiates its features with the engine, one by one",
    };
}
