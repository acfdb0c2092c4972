using CrossCloudMesh.Infra.Settings.Binding;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Checks;

/// <summary>A data centre passes through links that leave its own hub for Google Cloud, and nobody else passes through any.</summary>
internal static class LinkTransits
{
    public static IEnumerable<Fault> Check(MeshSettings settings) => settings.Links
        .SelectMany(link => link.Value.Through.Select((through, index) => Check($"links.{link.Key}.through[{index}]", through.ToString(), link.Value, settings)))
        .OfType<Fault>();

    private static Fault? Check(string path, string through, LinkSettings link, MeshSettings settings)
    {
        if (link.Primary is not OnPremisesSettings)
        {
            return new Fault(path, $"is for a data centre, and the primary path is {LinkPlan.WordOf(link.Primary)}", through, "leave it out");
        }

        if (settings.Links.TryGetValue(through, out var passed) && passed.Primary is EncryptedInterconnectSettings)
        {
            return new Fault(
                path, "must not be an encryptedInterconnect, whose tunnels announce the site's own network alone", through, "name a link of another kind");
        }

        string[] links = [.. settings.Links.Where(other => Leaves(other.Value, link, settings)).Select(other => other.Key)];
        return links.Contains(through, StringComparer.Ordinal)
            ? null
            : new Fault(path, "is not a link from the same hub to Google Cloud", through, links.Length > 0 ? Wrong.MeantOrKnown(through, links) : "leave it out");
    }

    private static bool Leaves(LinkSettings other, LinkSettings link, MeshSettings settings) =>
        LinkPlan.GoogleEnd(other, settings) is not null
        && LinkPlan.AwsEnd(other, settings)?.Key is { } hub
        && hub == LinkPlan.AwsEnd(link, settings)?.Key;
}
