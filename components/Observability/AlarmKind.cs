using System.Collections.Immutable;

namespace CrossCloudMesh.Observability;

/// <summary>A kind of alarm: what it says, whom it tells, and the page that tells what to do.</summary>
/// <param name="Name">What tells it from the others, and the name of its page: <c>vpn-tunnel-down</c>.</param>
/// <param name="Urgency">Whom it tells.</param>
/// <param name="Says">What has happened, as a sentence without a full stop.</param>
public sealed record AlarmKind(string Name, AlarmUrgency Urgency, string Says)
{
    public static AlarmKind TunnelDown { get; } = new("vpn-tunnel-down", AlarmUrgency.Ticket, "AWS has this tunnel down, or its BGP session");

    public static AlarmKind LinkSilent { get; } = new("link-silent", AlarmUrgency.Ticket, "Nothing has come in over this attachment for 15 minutes");

    public static AlarmKind PortDown { get; } = new("direct-connect-port", AlarmUrgency.Ticket, "AWS has no light, or no frames, on this connection");

    public static AlarmKind SessionDown { get; } = new("direct-connect-session", AlarmUrgency.Ticket, "AWS has the BGP session of this virtual interface down");

    public static AlarmKind NoPrefixes { get; } = new("direct-connect-prefixes", AlarmUrgency.Ticket, "AWS learns no route at all over this virtual interface");

    public static AlarmKind LinkDegraded { get; } = new("link-degraded", AlarmUrgency.Ticket, "A part of this link is down, and the rest carries its traffic");

    public static AlarmKind LinkDown { get; } = new("link-down", AlarmUrgency.Page, "Every path of this link is down: its two sites do not reach each other over it");

    public static AlarmKind LinksDown { get; } = new("links-down", AlarmUrgency.Silent, "A link of this region is down, so calls that fail are not told once more");

    public static AlarmKind HubDrops { get; } = new("hub-drops", AlarmUrgency.Ticket, "The Transit Gateway drops packets that no route takes, or that a blackhole does");

    public static AlarmKind SloBurn { get; } = new("slo-burn", AlarmUrgency.Ticket, "The budget of this promise burns too fast");

    public static AlarmKind SloPage { get; } = new("slo-page", AlarmUrgency.Page, "A promise is being broken now, and no link that is down explains it");

    public static AlarmKind Blind { get; } = new("observability-blind", AlarmUrgency.Page, "A cluster sends no sign of life, so no other alarm can be believed");

    public static AlarmKind MtlsGap { get; } = new("mtls-gap", AlarmUrgency.Page, "A service of the mesh takes calls that come without mutual TLS");

    public static AlarmKind BreakerOpen { get; } = new("breaker-open", AlarmUrgency.Ticket, "Proxies refuse calls, as more wait than the caps of a service let in");

    public static AlarmKind GooglePath { get; } = new("google-path", AlarmUrgency.Ticket, "Google Cloud has a part of this link down, or no longer measures it");

    /// <summary>All of them.</summary>
    public static ImmutableArray<AlarmKind> All { get; } =
    [
        TunnelDown, LinkSilent, PortDown, SessionDown, NoPrefixes, LinkDegraded, LinkDown, LinksDown, HubDrops, SloBurn, SloPage, Blind, MtlsGap, BreakerOpen,
        GooglePath,
    ];

    /// <summary>The page that tells cause, check and cure.</summary>
    public string Runbook => $"docs/runbooks/{Name}.md";

    /// <summary>What the alarm says of itself to whom it wakes.</summary>
    public string Description(string about) => $"{Says}: {about}. What to do: {Runbook}";
}

/// <summary>Whom an alarm tells.</summary>
public enum AlarmUrgency
{
    /// <summary>Nobody: other alarms look at it.</summary>
    Silent,

    /// <summary>The team, for the working day.</summary>
    Ticket,

    /// <summary>Whoever is on call, now.</summary>
    Page,
}
