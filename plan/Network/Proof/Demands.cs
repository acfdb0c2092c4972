using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>Finds out what a plan demands of its links.</summary>
/// <remarks>
/// The stack says it in its output <c>links</c>: by link, the two <c>sites</c>, <c>demandedMbps</c> and <c>packetBytes</c>. Without
/// that output, what is joined by a tunnel, or was meant to be, must be joined whatever fails.
/// </remarks>
internal static class Demands
{
    private const string Output = "links";

    public static IReadOnlyList<Demand> Of(NetworkModel model, SortedMap<PlanValue> outputs)
    {
        if (outputs[Output] is not PlanValue.ObjectValue links)
        {
            return Joined(model);
        }

        var demands = new List<Demand>();
        foreach (var (_, value) in links.Members)
        {
            if (value is PlanValue.ObjectValue told
                && Text(told, "sites")?.Split(", ") is { Length: 2 } sites
                && model.Vpcs.FirstOrDefault(vpc => sites.Contains(vpc.Site)) is { } vpc
                && model.GoogleNetworks.FirstOrDefault(network => sites.Contains(network.Site)) is { } google)
            {
                demands.Add(new(vpc, google, Number(told, "demandedMbps"), Number(told, "packetBytes")));
            }
        }

        return demands;
    }

    private static List<Demand> Joined(NetworkModel model)
    {
        var demands = new List<Demand>();
        foreach (var vpc in model.Vpcs)
        {
            foreach (var google in model.GoogleNetworks)
            {
                if (vpc.Attachment is { } attachment
                    && model.Tunnels.Any(tunnel => tunnel.Aws.Connection.Hub == attachment.Hub && tunnel.Google.Router?.Network == google))
                {
                    demands.Add(new(vpc, google, 0, 0));
                }
            }
        }

        return demands;
    }

    private static string? Text(PlanValue.ObjectValue map, string key) => (map.Members[key] as PlanValue.TextValue)?.Value;

    private static int Number(PlanValue.ObjectValue map, string key) => map.Members[key] switch
    {
        PlanValue.NumberValue number => (int)number.Value,
        PlanValue.TextValue text when int.TryParse(text.Value, out var number) => number,
        _ => 0,
    };
}
