namespace CrossCloudMesh.Values;

/// <summary>Physical names: what the clouds' own consoles show. No part of them is random.</summary>
/// <remarks>Logical names hold no environment; physical ones begin with it, so that two stacks fit into one account.</remarks>
/// <param name="Stack">The stack's name: <c>dev</c>.</param>
public sealed record Names(string Stack)
{
    /// <summary>The name of what a site has one of, or of one of its parts: <c>dev-aws-east</c>, <c>dev-aws-east-flow</c>.</summary>
    public string Of(string site, string? part = null) => part is null ? $"{Stack}-{site}" : $"{Stack}-{site}-{part}";
}
