namespace CrossCloudMesh.Plan.State;

/// <summary>What an engine's state says beside its resources, and what of it cannot be held against a plan.</summary>
/// <param name="Pending">What was under way when an update ended before its time, in the order of the state.</param>
/// <param name="Doomed">URNs of old copies that the next update deletes, whatever it does else.</param>
/// <param name="Unfinished">URNs of resources that were made and never got ready; the next update tries again.</param>
/// <param name="NotCompared">Places at which nobody can tell offline whether they change.</param>
public sealed record StateRemarks(Sequence<PendingOperation> Pending, Sequence<string> Doomed, Sequence<string> Unfinished, Sequence<NotCompared> NotCompared)
{
    /// <summary>An earlier update left nothing that the next one goes on with.</summary>
    public bool IsAtRest => Pending.Count + Doomed.Count + Unfinished.Count == 0;
}

/// <summary>What was under way.</summary>
/// <param name="Urn">With which resource.</param>
/// <param name="Type">The engine's word: <c>creating</c>, <c>updating</c>, <c>deleting</c>, <c>reading</c>, <c>importing</c>.</param>
public sealed record PendingOperation(string Urn, string Type);

/// <summary>A place that cannot be compared.</summary>
/// <param name="Urn">Of which resource; null for an output of the stack.</param>
/// <param name="Path">The input, or what of it.</param>
/// <param name="Why">As a noun phrase: <c>a secret</c>.</param>
public sealed record NotCompared(string? Urn, string Path, string Why);
