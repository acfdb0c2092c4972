using System.Text.Json;
using CrossCloudMesh.Plan.Diff;

namespace CrossCloudMesh.Plan.Json;

/// <summary>Writes what happens to one resource; what says nothing is left out.</summary>
internal static class ChangeWriter
{
    public static void Write(Utf8JsonWriter json, PlannedChange change)
    {
        json.WriteStartObject();
        json.WriteString("urn", change.Urn);
        json.WriteString("op", Words.Of(change.Op));
        if (change.RenamedFrom is { } old)
        {
            json.WriteString("renamedFrom", old);
        }

        Flag(json, "refused", change.IsRefused);
        Flag(json, "deletesFirst", change.DeletesFirst);
        Flag(json, "retained", change.IsRetained);
        Flag(json, "mayReplace", change.MayReplace);
        if (change.Hazards.Count > 0)
        {
            PlanWriter.Texts(json, "hazards", change.Hazards);
        }

        if (change.Dependents is { } dependents)
        {
            json.WriteNumber("dependents", dependents);
        }

        Reasons(json, change.Reasons);
        if (change.Paths.Count > 0)
        {
            Paths(json, "paths", change.Paths);
        }

        if (change.Options.Count > 0)
        {
            Paths(json, "options", change.Options);
        }

        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, ComparedPlan basis)
    {
        json.WriteStartObject("base");
        json.WriteNumber("resources", basis.Resources);
        PlanWriter.Texts(json, "replacementNotKnown", basis.ReplacementNotKnown);
        Paths(json, "outputs", basis.Outputs);
        BaseJson.Write(json, basis);
        json.WriteEndObject();
    }

    private static void Reasons(Utf8JsonWriter json, Sequence<ChangeReason> reasons)
    {
        if (reasons.Count == 0)
        {
            return;
        }

        json.WriteStartArray("reasons");
        foreach (var reason in reasons)
        {
            json.WriteStartObject();
            json.WriteString("path", reason.Path.ToString());
            json.WriteString("source", Words.Of(reason.Source));
            if (reason.Urn is { } urn)
            {
                json.WriteString("urn", urn);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Paths(Utf8JsonWriter json, string name, Sequence<PathChange> paths)
    {
        json.WriteStartArray(name);
        foreach (var path in paths)
        {
            json.WriteStartObject();
            json.WriteString("path", path.Path.ToString());
            json.WriteString("kind", Words.Of(path.Kind));
            Value(json, "before", path.Before);
            Value(json, "after", path.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, string name, PlanValue? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            ValueWriter.Write(json, value);
        }
    }

    private static void Flag(Utf8JsonWriter json, string name, bool isSo)
    {
        if (isSo)
        {
            json.WriteBoolean(name, true);
        }
    }
}
