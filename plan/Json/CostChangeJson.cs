using System.Text.Json;
using CrossCloudMesh.Plan.Cost;

namespace CrossCloudMesh.Plan.Json;

/// <summary>The member <c>costChange</c> of a written plan; left out where nothing was compared.</summary>
internal static class CostChangeJson
{
    public static void Write(Utf8JsonWriter json, string name, CostDifference? difference)
    {
        if (difference is null)
        {
            return;
        }

        json.WriteStartObject(name);
        Monthly(json, "before", difference.Before);
        Monthly(json, "after", difference.After);
        json.WriteNumber("deltaUsd", difference.DeltaUsd);
        json.WriteStartArray("components");
        foreach (var component in difference.Components)
        {
            json.WriteStartObject();
            json.WriteString("name", component.Name);
            Monthly(json, "before", component.Before);
            Monthly(json, "after", component.After);
            json.WriteNumber("deltaUsd", component.DeltaUsd);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static CostDifference Read(JsonNode node)
    {
        var members = node.Object();
        var delta = members["deltaUsd"];
        var difference = new CostDifference(
            Monthly(members["before"]), Monthly(members["after"]), Sequence.Create<ComponentCost>([.. members["components"].Items().ConvertAll(Component)]));
        members.End();
        return delta.Amount() == difference.DeltaUsd ? difference : throw delta.Wrong("the difference of after and before");
    }

    private static ComponentCost Component(JsonNode node)
    {
        var members = node.Object();
        var delta = members["deltaUsd"];
        var component = new ComponentCost(members["name"].Text(), Monthly(members["before"]), Monthly(members["after"]));
        members.End();
        return delta.Amount() == component.DeltaUsd ? component : throw delta.Wrong("the difference of after and before");
    }

    private static void Monthly(Utf8JsonWriter json, string name, MonthlyCost cost)
    {
        json.WriteStartObject(name);
        json.WriteNumber("fixedUsd", cost.FixedUsd);
        json.WriteNumber("usageUsd", cost.UsageUsd);
        json.WriteNumber("notPriced", cost.NotPriced);
        json.WriteEndObject();
    }

    private static MonthlyCost Monthly(JsonNode node)
    {
        var members = node.Object();
        var cost = new MonthlyCost(members["fixedUsd"].Amount(), members["usageUsd"].Amount(), members["notPriced"].Count());
        members.End();
        return cost;
    }
}
