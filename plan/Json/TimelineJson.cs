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
        json.WriteStartArray("path");
        foreach (var step in timeline.Path)
        {
            json.WriteStartObject();
            json.WriteString("urn", step.Urn);
            json.WriteNumber("startSeconds", step.StartSeconds);
            json.WriteNumber("durationSeconds", step.DurationSeconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
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
            members["untimed"].Count());
        members.End();
        return timeline;
    }

    private static TimelineStep Step(JsonNode node)
    {
        var members = node.Object();
        var step = new TimelineStep(members["urn"].Text(), members["startSeconds"].Count(), members["durationSeconds"].Count());
        members.End();
        return step;
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
