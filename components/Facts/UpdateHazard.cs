namespace CrossCloudMesh.Facts;

/// <summary>A change in place that replaces nothing, and that is hard to take back or disturbs what runs.</summary>
/// <param name="Type">The type token, such as <c>aws:cloudwatch/logGroup:LogGroup</c>.</param>
/// <param name="Path">The input, names from the top with dots between.</param>
/// <param name="When">Which change of it.</param>
/// <param name="Says">What follows, as the end of a sentence that begins with the resource.</param>
/// <param name="Source">Where this was read.</param>
public sealed record UpdateHazard(string Type, string Path, HazardWhen When, string Says, Source Source);

/// <summary>Which change of an input is one to look at.</summary>
public enum HazardWhen
{
    /// <summary>From one given value to another.</summary>
    Changed,

    /// <summary>From a number to a smaller one.</summary>
    Lowered,

    /// <summary>Any, at that place or below it, what comes and goes among it.</summary>
    Touched,
}
