namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>Tells whether a plan hides an input that a rule would need whole; a secret hides nothing that is negotiated.</summary>
internal static class Hidden
{
    public static bool In(PlannedResource resource) => resource.Inputs.Any(input => In(input.Value));

    private static bool In(PlanValue value) => value switch
    {
        PlanValue.UnknownValue => true,
        PlanValue.ListValue list => list.Items.Any(In),
        PlanValue.ObjectValue map => map.Members.Any(member => In(member.Value)),
        _ => false,
    };
}
