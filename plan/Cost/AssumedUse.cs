namespace CrossCloudMesh.Plan.Cost;

/// <summary>How much is taken to be used in a month, which no plan can know. What nobody says is not assumed.</summary>
public sealed record AssumedUse
{
    public static AssumedUse None { get; } = new();

    /// <summary>What passes over links, each way by itself.</summary>
    public Sequence<LinkUse> Links { get; init; } = [];

    /// <summary>What passes out of sites by other ways, and what they write.</summary>
    public Sequence<SiteUse> Sites { get; init; } = [];
}

/// <summary>What one site of a link sends over it in a month.</summary>
/// <param name="Link">The link, as the stack's output <c>links</c> names it.</param>
/// <param name="Site">The site that sends.</param>
/// <param name="Gigabytes">In GB of 10^9 bytes.</param>
public sealed record LinkUse(string Link, string Site, decimal Gigabytes);

/// <summary>What a site uses in a month, in GB of 10^9 bytes.</summary>
/// <param name="Site">The site.</param>
/// <param name="Of">What of it.</param>
/// <param name="Gigabytes">How much.</param>
public sealed record SiteUse(string Site, UseKind Of, decimal Gigabytes);

/// <summary>What is used.</summary>
public enum UseKind
{
    /// <summary>Traffic through NAT, both ways together.</summary>
    Nat,

    /// <summary>Traffic through the interface endpoints of AWS, both ways together.</summary>
    Endpoints,

    /// <summary>Logs as they are written.</summary>
    Logs,
}
