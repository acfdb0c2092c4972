using System.Text.Json;
using CrossCloudMesh.Plan.Risk;

namespace CrossCloudMesh.Plan.Json;

/// <summary>The members <c>verdict</c> and <c>risk</c> of a written plan. The verdict follows from the rest, so it is only written.</summary>
internal static class RiskJson
{
    public static void Write(Utf8JsonWriter json, PlanVerdict verdict)
    {
        json.WriteStartObject("verdict");
        json.WriteString("word", Words.Of(verdict.Word));
        json.WriteString("why", verdict.Why);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, UpdateRisk risk)
    {
        json.WriteStartObject("risk");
        json.WriteNumber("dependents", risk.Dependents);
        json.WriteStartArray("pairs");
        foreach (var pair in risk.Pairs)
        {
            json.WriteStartObject();
            json.WriteString("from", pair.From);
            json.WriteString("to", pair.To);
            json.WriteString("loses", Words.Of(pair.Kind));
            json.WriteString("when", Words.Of(pair.When));
            PairJson.Write(json, pair.Before, "before");
            PairJson.Write(json, pair.Left, "left");
            json.WriteString("path", pair.Path);
            if (pair.Shown is { } shown)
            {
                NetworkJson.Write(json, "shown", shown);
            }

            if (pair.Away.Count > 0)
            {
                PlanWriter.Texts(json, "away", pair.Away);
            }

            PlanWriter.Texts(json, "causes", pair.Causes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static UpdateRisk Risk(JsonNode node)
    {
        var members = node.Object();
        var risk = new UpdateRisk(members["dependents"].Count(), Sequence.Create<PairLoss>([.. members["pairs"].Items().ConvertAll(Pair)]));
        members.End();
        return risk;
    }

    private static PairLoss Pair(JsonNode node)
    {
        var members = node.Object();
        var (loses, when) = (members["loses"], members["when"]);
        var pair = new PairLoss
        {
            From = members["from"].Text(),
            To = members["to"].Text(),
            Kind = Words.LossKindOf(loses.Text()) ?? throw loses.Wrong("connection, quality, redundancy or paths"),
            When = Words.LossTimeOf(when.Text()) ?? throw when.Wrong("meanwhile or afterwards"),
            Before = PairJson.Paths(members["before"]),
            Left = PairJson.Paths(members["left"]),
            Path = members["path"].Text(),
            Shown = members.Optional("shown") is { } shown ? NetworkJson.Counterexample(shown) : null,
            Away = members.Optional("away") is { } away ? away.Texts() : [],
            Causes = members["causes"].Texts(),
        };
        members.End();
        return pair;
    }
}
