using System.Collections.Immutable;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Links;

/// <summary>What AWS announces over a link's interconnect, so that Google prefers it to the VPN beside it.</summary>
/// <remarks>
/// Google takes the longest prefix before it looks at anything else, and of two equal ones always the route of its own routers, which a
/// VPN has and a managed interconnect has not. So the VPN announces each range whole, and an interconnect its two halves: no priority, no
/// policy and no order of events decides between them. A Transit Gateway has its own order, in which Direct Connect comes before VPN, so
/// Google announces the same on both.
/// Sources: https://cloud.google.com/network-connectivity/docs/router/concepts/learned-routes and
/// https://docs.aws.amazon.com/directconnect/latest/UserGuide/allowed-to-prefixes.html, read 2026-11-20.
/// </remarks>
internal static class PreferredRanges
{
    /// <summary>Each range in its two halves.</summary>
    public static ImmutableArray<Cidr> Of(ImmutableArray<Cidr> ranges) =>
        [.. ranges.SelectMany(range => new[] { range.Part(range.PrefixLength + 1, 0), range.Part(range.PrefixLength + 1, 1) })];
}
