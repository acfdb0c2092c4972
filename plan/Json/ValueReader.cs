using System.Text.Json;

namespace CrossCloudMesh.Plan.Json;

/// <summary>Reads values as <see cref="ValueWriter"/> writes them.</summary>
internal static class ValueReader
{
    public static PlanValue Read(JsonNode node) => node.Kind switch
    {
        JsonValueKind.Null => PlanValue.Null,
        JsonValueKind.True or JsonValueKind.False => PlanValue.Of(node.Flag()),
        JsonValueKind.Number => PlanValue.Of(node.Number()),
        JsonValueKind.String => PlanValue.Of(node.Text()),
        JsonValueKind.Array => new PlanValue.ListValue(Sequence.Create<PlanValue>([.. node.Items().ConvertAll(Read)])),
        JsonValueKind.Object => Object(node),
        _ => throw node.Wrong("a value"),
    };

    private static PlanValue Object(JsonNode node)
    {
        var members = node.Members();
        if (members.Count == 1 && ValueWriter.IsMark(members[0].Key))
        {
            return Marked(members[0].Key, members[0].Value);
        }

        return new PlanValue.ObjectValue(node.Map(Read));
    }

    private static PlanValue Marked(string mark, JsonNode content) => mark switch
    {
        ValueWriter.Secret => new PlanValue.SecretValue(Only(content, ValueWriter.Ref)),
        ValueWriter.Asset => new PlanValue.AssetValue(Only(content, ValueWriter.Kind)),
        ValueWriter.Unknown => content.Flag() ? PlanValue.Unknown : throw content.Wrong("true"),
        _ => new PlanValue.ObjectValue(content.Map(Read)),
    };

    private static string Only(JsonNode node, string name)
    {
        var members = node.Object();
        var text = members[name].Text();
        members.End();
        return text;
    }
}
