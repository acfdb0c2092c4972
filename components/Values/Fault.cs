namespace CrossCloudMesh.Values;

/// <summary>One thing that is wrong with what an operator wrote, told so that it can be mended.</summary>
/// <remarks>Printed as <c>path: rule; got value; cure</c>, in lower case, without a full stop. A secret is never the value shown.</remarks>
/// <param name="Path">Where it stands, as the operator typed it: <c>sites.aws-east.cluster.kubernetesVersion</c>.</param>
/// <param name="Rule">The rule that is broken: <c>must be a minor version such as "1.36"</c>.</param>
/// <param name="Got">What stands there; null where nothing does, or where it must not be shown.</param>
/// <param name="Cure">What to do; null where the rule already says it.</param>
public sealed record Fault(string Path, string Rule, string? Got = null, string? Cure = null)
{
    public override string ToString() =>
        (Path.Length == 0 ? "" : Path + ": ") + Rule + (Got is null ? "" : "; got " + Got) + (Cure is null ? "" : "; " + Cure);
}
