using System.Text.Json;
using CrossCloudMesh.Plan.Network;

namespace CrossCloudMesh.Plan.Json;

/// <summary>The member <c>network</c> of a written plan.</summary>
internal static class NetworkJson
{
    public static void Write(Utf8JsonWriter json, string name, NetworkReport? report)
    {
        json.WritePropertyName(name);
        Write(json, report);
    }

    public static void Write(Utf8JsonWriter json, NetworkReport? report)
    {
        if (report is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteNumber("depth", report.Depth);
        json.WriteNumber("domains", report.Domains);
        json.WriteNumber("failureSets", report.FailureSets);
        json.WriteNumber("notIndependent", report.NotIndependent);
        json.WriteStartArray("pairs");
        foreach (var pair in report.Pairs)
        {
            Write(json, pair);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PairVerdict pair)
    {
        json.WriteStartObject();
        json.WriteString("aws", pair.Aws);
        json.WriteString("google", pair.Google);
        json.WriteString("urn", pair.Urn);
        json.WriteNumber("tunnels", pair.Tunnels);
        json.WriteNumber("tunnelsMade", pair.TunnelsMade);
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
        if (pair.Counterexample is { } shown)
        {
            json.WriteStartObject("counterexample");
            PlanWriter.Texts(json, "failures", shown.Failures);
            json.WriteString("flow", shown.Flow);
            json.WriteString("fault", shown.Fault);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("counterexample");
        }

        json.WriteEndObject();
    }

    public static NetworkReport Read(JsonNode node)
    {
        var members = node.Object();
        var report = new NetworkReport(
            members["depth"].Count(),
            members["domains"].Count(),
            members["failureSets"].LongCount(),
            members["notIndependent"].LongCount(),
            Sequence.Create<PairVerdict>([.. members["pairs"].Items().ConvertAll(Pair)]));
        members.End();
        return report;
    }

    private static PairVerdict Pair(JsonNode node)
    {
        var members = node.Object();
        var pair = new PairVerdict
        {
            Aws = members["aws"].Text(),
            Google = members["google"].Text(),
            Urn = members["urn"].Text(),
            Tunnels = members["tunnels"].Count(),
            TunnelsMade = members["tunnelsMade"].Count(),
            DemandedMbps = members["demandedMbps"].Count(),
            PacketBytes = members["packetBytes"].Count(),
            PathMtuBytes = members["pathMtuBytes"].Count(),
            Left = Sequence.Create<Remainder>([.. members["left"].Items().ConvertAll(Left)]),
            Path = members["path"].Text(),
            Counterexample = members.Optional("counterexample") is { } shown ? Shown(shown) : null,
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

    private static Counterexample Shown(JsonNode node)
    {
        var members = node.Object();
        var shown = new Counterexample(members["failures"].Texts(), members["flow"].Text(), members["fault"].Text());
        members.End();
        return shown;
    }
}
