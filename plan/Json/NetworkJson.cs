using System.Text.Json;
using CrossCloudMesh.Plan.Network;

namespace CrossCloudMesh.Plan.Json;

/// <summary>The member <c>network</c> of a written plan.</summary>
internal static class NetworkJson
{
    public static void Write(Utf8JsonWriter json, string name, NetworkReport? report)
    {
        if (report is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteStartObject("failures");
        json.WriteNumber("depth", report.Depth);
        json.WriteNumber("domains", report.Domains);
        json.WriteNumber("sets", report.FailureSets);
        json.WriteNumber("notIndependent", report.NotIndependent);
        json.WriteEndObject();
        json.WriteStartArray("pairs");
        foreach (var pair in report.Pairs)
        {
            Pair(json, pair);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static NetworkReport Read(JsonNode node)
    {
        var members = node.Object();
        var (failures, pairs) = (members["failures"].Object(), members["pairs"]);
        members.End();
        var report = new NetworkReport(
            failures["depth"].Count(),
            failures["domains"].Count(),
            (long)failures["sets"].Number(),
            (long)failures["notIndependent"].Number(),
            Sequence.Create<PairVerdict>([.. pairs.Items().ConvertAll(Pair)]));
        failures.End();
        return report;
    }

    private static void Pair(Utf8JsonWriter json, PairVerdict pair)
    {
        json.WriteStartObject();
        json.WriteString("from", pair.From);
        json.WriteString("to", pair.To);
        json.WriteString("urn", pair.Urn);
        PairJson.Write(json, pair.Paths);
        json.WriteNumber("demandedMbps", pair.DemandedMbps);
        json.WriteNumber("packetBytes", pair.PacketBytes);
        json.WriteNumber("pathMtuBytes", pair.PathMtuBytes);
        json.WriteStartArray("left");
        foreach (var left in pair.Left)
        {
            json.WriteStartObject();
            json.WriteNumber("failures", left.Failures);
            json.WriteNumber("mbps", left.Mbps);
            PlanWriter.Texts(json, "weakest", left.Weakest);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("path", pair.Path);
        json.WriteString("usual", pair.Usual);
        PairJson.Write(json, pair.Failover);
        if (pair.Counterexample is { } found)
        {
            Write(json, "counterexample", found);
        }

        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, string name, Counterexample found)
    {
        json.WriteStartObject(name);
        json.WriteString("rule", found.Rule);
        PlanWriter.Texts(json, "failures", found.Failures);
        json.WriteString("flow", found.Flow);
        json.WriteString("fault", found.Fault);
        json.WriteEndObject();
    }

    private static PairVerdict Pair(JsonNode node)
    {
        var members = node.Object();
        var pair = new PairVerdict
        {
            From = members["from"].Text(),
            To = members["to"].Text(),
            Urn = members["urn"].Text(),
            Paths = PairJson.Paths(members["paths"]),
            DemandedMbps = members["demandedMbps"].Count(),
            PacketBytes = members["packetBytes"].Count(),
            PathMtuBytes = members["pathMtuBytes"].Count(),
            Left = Sequence.Create<Remainder>([.. members["left"].Items().ConvertAll(Left)]),
            Path = members["path"].Text(),
            Usual = members["usual"].Text(),
            Failover = PairJson.Failover(members["failover"]),
            Counterexample = members.Optional("counterexample") is { } found ? Counterexample(found) : null,
        };
        members.End();
        return pair;
    }

    private static Remainder Left(JsonNode node)
    {
        var members = node.Object();
        var left = new Remainder(members["failures"].Count(), members["mbps"].Count(), members["weakest"].Texts());
        members.End();
        return left;
    }

    public static Counterexample Counterexample(JsonNode node)
    {
        var members = node.Object();
        var found = new Counterexample(members["rule"].Text(), members["failures"].Texts(), members["flow"].Text(), members["fault"].Text());
        members.End();
        return found;
    }
}
