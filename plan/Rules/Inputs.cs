namespace CrossCloudMesh.Plan.Rules;

/// <summary>Reads the inputs of a resource by path: <c>vpcConfig.publicAccessCidrs[0]</c>.</summary>
/// <remarks>A secret and a value that is not known yet are neither equal to anything nor different from it.</remarks>
public static class Inputs
{
    private const string Options = "options.protect";

    /// <summary>The value at a path; null where nothing stands there, and the unknown or the secret on the way where that is in between.</summary>
    public static PlanValue? At(this PlannedResource resource, string path)
    {
        if (path == Options)
        {
            return PlanValue.Of(resource.Options.Protect);
        }

        PlanValue? at = new PlanValue.ObjectValue(resource.Inputs);
        foreach (var step in path.Split('.', '['))
        {
            at = at switch
            {
                PlanValue.ObjectValue map => map.Members[step],
                PlanValue.ListValue list when step[^1] == ']' => Item(list, step),
                PlanValue.UnknownValue or PlanValue.SecretValue => at,
                _ => null,
            };
        }

        return at is PlanValue.NullValue ? null : at;
    }

    /// <summary>The text at a path; null where no text stands there.</summary>
    public static string? Text(this PlannedResource resource, string path) => (resource.At(path) as PlanValue.TextValue)?.Value;

    /// <summary>The number at a path; null where none stands there.</summary>
    public static double? Number(this PlannedResource resource, string path) => (resource.At(path) as PlanValue.NumberValue)?.Value;

    /// <summary>The paths of the items of a list, in their order: none where there is no list.</summary>
    public static IEnumerable<string> Items(this PlannedResource resource, string path)
    {
        if (resource.At(path) is PlanValue.ListValue list)
        {
            for (var i = 0; i < list.Items.Count; i++)
            {
                yield return $"{path}[{i}]";
            }
        }
    }

    /// <summary>Whether nothing stands at a path, or nothing in it.</summary>
    public static bool IsEmpty(this PlannedResource resource, string path) =>
        resource.At(path) is null or PlanValue.ListValue { Items.Count: 0 } or PlanValue.TextValue { Value.Length: 0 };

    /// <summary>Whether the value at a path is known to be this; where AWS wants a truth as text, the text counts.</summary>
    public static bool Is(this PlannedResource resource, string path, bool value) => Truth(resource.At(path)) == value;

    /// <summary>Whether the value at a path is known to be this text.</summary>
    public static bool Is(this PlannedResource resource, string path, string text) => resource.Text(path) == text;

    /// <summary>Whether the value at a path is known to be anything but this, or to be missing.</summary>
    public static bool IsNot(this PlannedResource resource, string path, bool value) =>
        resource.At(path) is var found && !IsHidden(found) && Truth(found) != value;

    /// <summary>Whether the value at a path is known to be none of these texts, or to be missing.</summary>
    public static bool IsNot(this PlannedResource resource, string path, params ReadOnlySpan<string> texts) =>
        resource.At(path) is var found && !IsHidden(found) && (found is not PlanValue.TextValue { Value: var text } || !texts.Contains(text));

    /// <summary>Whether a value is there, but not for the plan to know.</summary>
    public static bool IsHidden(PlanValue? value) => value is PlanValue.UnknownValue or PlanValue.SecretValue;

    private static bool? Truth(PlanValue? value) => value switch
    {
        PlanValue.BoolValue truth => truth.Value,
        PlanValue.TextValue { Value: "true" } => true,
        PlanValue.TextValue { Value: "false" } => false,
        _ => null,
    };

    private static PlanValue? Item(PlanValue.ListValue list, string step) =>
        int.TryParse(step.AsSpan(0, step.Length - 1), out var index) && index < list.Items.Count ? list.Items[index] : null;
}
