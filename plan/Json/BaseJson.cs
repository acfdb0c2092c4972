using System.Text.Json;
using CrossCloudMesh.Plan.State;

namespace CrossCloudMesh.Plan.Json;

/// <summary>What a plan was compared with, inside the member <c>base</c>.</summary>
internal static class BaseJson
{
    public static void Write(Utf8JsonWriter json, ComparedPlan basis)
    {
        if (basis.Source is { } source)
        {
            json.WriteStartObject("source");
            json.WriteString("kind", Words.Of(source.Kind));
            json.WriteString("name", source.Name);
            if (source.Commit is { } commit)
            {
                json.WriteString("commit", commit);
            }

            json.WriteEndObject();
        }

        if (basis.State is not { } state)
        {
            return;
        }

        json.WriteStartObject("state");
        json.WriteStartArray("pending");
        foreach (var operation in state.Pending)
        {
            json.WriteStartObject();
            json.WriteString("urn", operation.Urn);
            json.WriteString("type", operation.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        PlanWriter.Texts(json, "doomed", state.Doomed);
        PlanWriter.Texts(json, "unfinished", state.Unfinished);
        json.WriteStartArray("notCompared");
        foreach (var place in state.NotCompared)
        {
            json.WriteStartObject();
            json.WriteString("urn", place.Urn);
            json.WriteString("path", place.Path);
            json.WriteString("why", place.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static BaseSource Source(JsonNode node)
    {
        var members = node.Object();
        var kind = members["kind"];
        var source = new BaseSource(Words.BaseKindOf(kind.Text()) ?? throw kind.Wrong("plan, commit or state"), members["name"].Text())
        {
            Commit = members.Optional("commit")?.Text(),
        };
        members.End();
        return source;
    }

    public static StateRemarks State(JsonNode node)
    {
        var members = node.Object();
        var state = new StateRemarks(
            Sequence.Create<PendingOperation>([.. members["pending"].Items().ConvertAll(Pending)]),
            members["doomed"].Texts(),
            members["unfinished"].Texts(),
            Sequence.Create<NotCompared>([.. members["notCompared"].Items().ConvertAll(Place)]));
        members.End();
        return state;
    }

    private static PendingOperation Pending(JsonNode node)
    {
        var members = node.Object();
        var operation = new PendingOperation(members["urn"].Text(), members["type"].Text());
        members.End();
        return operation;
    }

    private static NotCompared Place(JsonNode node)
    {
        var members = node.Object();
        var place = new NotCompared(members.Optional("urn")?.Text(), members["path"].Text(), members["why"].Text());
        members.End();
        return place;
    }
}
