using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>What a stack says of a link in its output <c>links</c>.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Sites">The two sites.</param>
/// <param name="Mbps">In Mbit/s each way; 0 where it does not say.</param>
/// <param name="PacketBytes">In bytes; 0 where it does not say.</param>
/// <param name="Primary">The kind that is to carry the traffic; null where it does not say.</param>
/// <param name="Backup">The kind that is to carry it when that is gone; null where there is none.</param>
/// <param name="Through">The links by which a data centre reaches Google Cloud.</param>
/// <param name="Ranges">What a data centre announces.</param>
/// <param name="AttachmentMbps">What a partner gives each of its attachments, in Mbit/s; 0 where it does not say.</param>
internal sealed record StatedLink(
    string Key, string[] Sites, int Mbps, int PacketBytes, string? Primary, string? Backup, string[] Through, Cidr[] Ranges, int AttachmentMbps)
{
    private const string Output = "links";

    /// <summary>All links of a stack; null where it says nothing of links.</summary>
    public static List<StatedLink>? Read(SortedMap<PlanValue> outputs) => outputs[Output] is not PlanValue.ObjectValue links ? null :
    [
        .. links.Members.Where(link => link.Value is PlanValue.ObjectValue).Select(link => Read(link.Key, (PlanValue.ObjectValue)link.Value))
            .Where(link => link.Sites.Length == 2),
    ];

    /// <summary>The link that something is a part of, by the name of what it stands in; null where it is of none.</summary>
    public static StatedLink? Of(IEnumerable<StatedLink> stated, string root) =>
        stated.Where(link => root == link.Key || root.StartsWith(link.Key + "-", StringComparison.Ordinal)).MaxBy(link => link.Key.Length);

    private static StatedLink Read(string key, PlanValue.ObjectValue told) => new(
        key,
        List(told, "sites"),
        Number(told, "demandedMbps"),
        Number(told, "packetBytes"),
        Text(told, "primary"),
        Text(told, "backup"),
        List(told, "through"),
        [.. List(told, "ranges").Select(Cidr.Parse).OfType<Cidr>()],
        Number(told, "attachmentMbps"));

    private static string? Text(PlanValue.ObjectValue map, string key) => (map.Members[key] as PlanValue.TextValue)?.Value;

    private static string[] List(PlanValue.ObjectValue map, string key) =>
        Text(map, key)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static int Number(PlanValue.ObjectValue map, string key) => map.Members[key] switch
    {
        PlanValue.NumberValue number => (int)number.Value,
        PlanValue.TextValue text when int.TryParse(text.Value, out var number) => number,
        _ => 0,
    };
}
