namespace CrossCloudMesh.Plan.Graph;

/// <summary>Reads inputs by their path; what is unknown, secret or not there reads as null.</summary>
public static class Inputs
{
    /// <summary>The value behind names and list places, such as <c>nodeConfig</c>, <c>diskSizeGb</c>.</summary>
    public static PlanValue? At(this PlannedResource resource, params ReadOnlySpan<string> path)
    {
        PlanValue? value = null;
        var members = resource.Inputs;
        for (var i = 0; i < path.Length; i++)
        {
            value = members[path[i]];
            if (i < path.Length - 1)
            {
                if (value is not PlanValue.ObjectValue map)
                {
                    return null;
                }

                members = map.Members;
            }
        }

        return value;
    }

    public static string? Text(this PlannedResource resource, params ReadOnlySpan<string> path) => AsText(resource.At(path));

    public static decimal? Number(this PlannedResource resource, params ReadOnlySpan<string> path) => AsNumber(resource.At(path));

    public static Sequence<PlanValue>? List(this PlannedResource resource, params ReadOnlySpan<string> path) =>
        resource.At(path) is PlanValue.ListValue list ? list.Items : null;

    public static string? AsText(PlanValue? value) => value is PlanValue.TextValue text ? text.Value : null;

    /// <summary>A number of at most a thousand million million, which is what anything countable stays under.</summary>
    public static decimal? AsNumber(PlanValue? value) =>
        value is PlanValue.NumberValue { Value: >= 0 and <= 1e15 } number ? (decimal)number.Value : null;
}
