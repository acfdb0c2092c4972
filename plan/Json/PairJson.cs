using System.Text.Json;
using CrossCloudMesh.Plan.Network;

namespace CrossCloudMesh.Plan.Json;

/// <summary>What joins two sites, and what takes over for what, in a written plan.</summary>
internal static class PairJson
{
    public static void Write(Utf8JsonWriter json, Sequence<PathFacts> paths, string name = "paths")
    {
        json.WriteStartArray(name);
        foreach (var path in paths)
        {
            json.WriteStartObject();
            json.WriteString("kind", path.Kind);
            json.WriteNumber("up", path.Up);
            json.WriteNumber("made", path.Made);
            json.WriteNumber("mtuBytes", path.MtuBytes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, Sequence<Switch> failover)
    {
        json.WriteStartArray("failover");
        foreach (var row in failover)
        {
            json.WriteStartObject();
            PlanWriter.Texts(json, "failures", row.Failures);
            json.WriteString("after", row.After);
            json.WriteNumber("mbps", row.Mbps);
            if (row.Seconds is { } seconds)
            {
                json.WriteNumber("seconds", seconds);
            }
            else
            {
                json.WriteNull("seconds");
            }

            if (row.Why is not null)
            {
                json.WriteString("why", row.Why);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static Sequence<PathFacts> Paths(JsonNode node) => Sequence.Create<PathFacts>([.. node.Items().ConvertAll(item =>
    {
        var members = item.Object();
        var path = new PathFacts(members["kind"].Text(), members["up"].Count(), members["made"].Count(), members["mtuBytes"].Count());
        members.End();
        return path;
    })]);

    public static Sequence<Switch> Failover(JsonNode node) => Sequence.Create<Switch>([.. node.Items().ConvertAll(item =>
    {
        var members = item.Object();
        var (failures, after, mbps) = (members["failures"].Texts(), members["after"].Text(), members["mbps"].Count());
        var row = new Switch(failures, after, mbps, members.Present("seconds") is { Kind: not JsonValueKind.Null } seconds ? seconds.Count() : null, members.Optional("why")?.Text());
        members.End();
        return row;
    })]);
}
