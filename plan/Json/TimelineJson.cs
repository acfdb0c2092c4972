using System.Text.Json;
using CrossCloudMesh.Plan.Timeline;

namespace CrossCloudMesh.Plan.Json;

/// <summary>The member <c>timeline</c> of a written plan.</summary>
internal static class TimelineJson
{
    public static void Write(Utf8JsonWriter json, string name, CreationTimeline? timeline)
    {
        if (timeline is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("criticalPathSeconds", timeline.CriticalPathSeconds);
        json.WriteNumber("lowSeconds", timeline.LowSeconds);
        json.WriteNumber("highSeconds", timeline.HighSeconds);
        Write(json, "path", timeline.Path, withSavings: true);
        json.WriteStartArray("floors");
        foreach (var floor in timeline.Floors)
        {
            json.WriteStartObject();
            json.WriteString("site", floor.Site);
            json.WriteString("chain", floor.Chain);
            json.WriteNumber("floorSeconds", floor.FloorSeconds);
            json.WriteNumber("plannedSeconds", floor.PlannedSeconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("untimed", timeline.Untimed);
        json.WriteNumber("lowerBoundSeconds", timeline.LowerBoundSeconds);
        Write(json, "next", timeline.Next);
        json.WriteStartArray("lanes");
        foreach (var lane in timeline.Lanes)
        {
            Write(json, lane);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static CreationTimeline Read(JsonNode node)
    {
        var members = node.Object();
        var timeline = new CreationTimeline(
            members["criticalPathSeconds"].Count(),
            members["lowSeconds"].Count(),
            members["highSeconds"].Count(),
            Sequence.Create<TimelineStep>([.. members["path"].Items().ConvertAll(Step)]),
            Sequence.Create<SiteFloor>([.. members["floors"].Items().ConvertAll(Floor)]),
            members["untimed"].Count())
        {
            Next = members.Optional("next") is { } next ? Detour(next) : null,
            Lanes = members.Optional("lanes") is { } lanes ? Sequence.Create<TimelineLane>([.. lanes.Items().ConvertAll(Lane)]) : [],
        };

        // It is told for those who read the JSON; here it follows from the floors.
        _ = members.Optional("lowerBoundSeconds");
        members.End();
        return timeline;
    }

    private static void Write(Utf8JsonWriter json, string name, Sequence<TimelineStep> path, bool withSavings)
    {
        json.WriteStartArray(name);
        foreach (var step in path)
        {
            json.WriteStartObject();
            json.WriteString("urn", step.Urn);
            json.WriteNumber("startSeconds", step.StartSeconds);
            json.WriteNumber("durationSeconds", step.DurationSeconds);
            if (withSavings)
            {
                json.WriteNumber("savedSeconds", step.SavedSeconds);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, TimelineDetour? detour)
    {
        if (detour is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("past", detour.Past);
        json.WriteNumber("seconds", detour.Seconds);
        Write(json, "path", detour.Path, withSavings: false);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TimelineLane lane)
    {
        json.WriteStartObject();
        json.WriteString("place", lane.Place);
        json.WriteString("layer", lane.Layer);
        json.WriteNumber("resources", lane.Resources);
        json.WriteNumber("startSeconds", lane.StartSeconds);
        json.WriteNumber("endSeconds", lane.EndSeconds);
        Write(json, "busy", lane.Busy);
        Write(json, "critical", lane.Critical);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Sequence<TimelineSpan> spans)
    {
        json.WriteStartArray(name);
        foreach (var span in spans)
        {
            json.WriteStartObject();
            json.WriteNumber("startSeconds", span.StartSeconds);
            json.WriteNumber("endSeconds", span.EndSeconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static TimelineStep Step(JsonNode node)
    {
        var members = node.Object();
        var step = new TimelineStep(members["urn"].Text(), members["startSeconds"].Count(), members["durationSeconds"].Count())
        {
            SavedSeconds = members.Optional("savedSeconds")?.Count() ?? 0,
        };
        members.End();
        return step;
    }

    private static TimelineDetour Detour(JsonNode node)
    {
        var members = node.Object();
        var detour = new TimelineDetour(
            members["past"].Text(), members["seconds"].Count(), Sequence.Create<TimelineStep>([.. members["path"].Items().ConvertAll(Step)]));
        members.End();
        return detour;
    }

    private static TimelineLane Lane(JsonNode node)
    {
        var members = node.Object();
        var lane = new TimelineLane(
            members["place"].Text(),
            members["layer"].Text(),
            members["resources"].Count(),
            members["startSeconds"].Count(),
            members["endSeconds"].Count(),
            Spans(members["busy"]),
            Spans(members["critical"]));
        members.End();
        return lane;
    }

    private static Sequence<TimelineSpan> Spans(JsonNode node) => Sequence.Create<TimelineSpan>([.. node.Items().ConvertAll(Span)]);

    private static TimelineSpan Span(JsonNode node)
    {
        var members = node.Object();
        var span = new TimelineSpan(members["startSeconds"].Count(), members["endSeconds"].Count());
        members.End();
        return span;
    }

    private static SiteFloor Floor(JsonNode node)
    {
        var members = node.Object();
        var floor = new SiteFloor(
            members["site"].Text(), members["chain"].Text(), members["floorSeconds"].Count(), members["plannedSeconds"].Count());
        members.End();
        return floor;
    }
}
