namespace CrossCloudMesh.Plan.Diff;

/// <summary>Resources that have another URN in the later plan, and what names them.</summary>
internal sealed class Renames
{
    private readonly Dictionary<string, string> later = new(StringComparer.Ordinal);

    public bool Any => later.Count > 0;

    public void Add(string before, string after) => later[before] = after;

    /// <summary>The URN that a resource of the earlier plan has in the later one.</summary>
    public string Urn(string urn) => later.GetValueOrDefault(urn, urn);

    public string? UrnOrNull(string? urn) => urn is null ? null : Urn(urn);

    /// <summary>Values of the earlier plan, with secrets that come from a renamed resource under its new name.</summary>
    public SortedMap<PlanValue> Values(SortedMap<PlanValue> members) =>
        Any ? new([.. members.Select(m => KeyValuePair.Create(m.Key, Value(m.Value)))]) : members;

    /// <summary>A resource that stays as it is, and names others by their new names.</summary>
    public PlannedResource Resource(PlannedResource resource) => Any
        ? resource with
        {
            Parent = UrnOrNull(resource.Parent),
            Provider = UrnOrNull(resource.Provider),
            Inputs = Values(resource.Inputs),
            Options = resource.Options with { DeletedWith = UrnOrNull(resource.Options.DeletedWith) },
        }
        : resource;

    private PlanValue Value(PlanValue value) => value switch
    {
        PlanValue.SecretValue secret when secret.Ref.LastIndexOf('#') is var hash and > 0 =>
            new PlanValue.SecretValue(Urn(secret.Ref[..hash]) + secret.Ref[hash..]),
        PlanValue.ListValue list => new PlanValue.ListValue(Sequence.Create<PlanValue>([.. list.Items.Select(Value)])),
        PlanValue.ObjectValue map => new PlanValue.ObjectValue(Values(map.Members)),
        _ => value,
    };
}
