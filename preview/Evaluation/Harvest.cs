using CrossCloudMesh.Plan;
using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Plan.Rules;
using Pulumi;
using Pulumi.Utilities;

namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>Makes the resources of a plan out of what a run left behind, and refuses what an engine would.</summary>
internal static class Harvest
{
    public static async Task<EvaluatedProgram> ReapAsync(Recorder run, UrnScheme urns, SecretBook secrets)
    {
        var refusals = new List<string>();
        RefuseTwins(run, refusals);
        await RefuseComponentsAsync(run, refusals);
        if (refusals.Count > 0)
        {
            throw new ProgramFailedException(refusals);
        }

        using var sources = new SourceLines();
        var options = new OptionResolver(run, urns);
        var findings = new List<Finding>();
        var resources = new List<PlannedResource>(run.Records.Count);
        foreach (var record in run.Records)
        {
            resources.Add(Resource(record, run, options, sources, secrets, findings));
        }

        return new(resources, Outputs(run, secrets, findings), findings);
    }

    private static PlannedResource Resource(
        Record record, Recorder run, OptionResolver options, SourceLines sources, SecretBook secrets, List<Finding> findings)
    {
        var wire = new WireValues(secrets, path => findings.Add(Unmarked(record.Urn, $"input '{path}'")));
        var facts = record.Facts!;
        var dependencies = new List<KeyValuePair<string, Sequence<string>>>();
        foreach (var (property, known) in facts.Properties)
        {
            if (options.Expand(known.Dependencies, record) is { Count: > 0 } urns)
            {
                dependencies.Add(new(property, urns));
            }
        }

        return new()
        {
            Urn = record.Urn,
            Type = record.Resource.GetResourceType(),
            Name = record.Resource.GetResourceName(),
            IsCustom = record.IsCustom,
            Parent = record.Parent?.Urn,
            Provider = record.Resource is ProviderResource ? null : run.Find(record.Provider)?.Urn,
            Inputs = wire.Inputs(record.Inputs!, facts),
            Options = options.Options(record),
            DependsOn = options.DependsOn(record),
            PropertyDependencies = new(dependencies),
            Outputs = new([.. record.Kept.Select(kept => KeyValuePair.Create(kept.Key, wire.Value(kept.Value, null, kept.Key)))]),
            Source = sources.Of(record.Site),
        };
    }

    private static IEnumerable<KeyValuePair<string, object>> Kept(string type, IReadOnlyDictionary<string, Output<object?>> outputs) =>
        from name in KeptOutputs.Of(type)
        where outputs.ContainsKey(name)
        let reading = OutputReader.For(outputs[name].GetType())!.Read(outputs[name])
        where reading is { IsKnown: true, Value: not null }
        select KeyValuePair.Create(name, reading.Value!);

    private static SortedMap<PlanValue> Outputs(Recorder run, SecretBook secrets, List<Finding> findings)
    {
        var members = new List<KeyValuePair<string, PlanValue>>();
        foreach (var (name, output) in run.StackOutputs)
        {
            var reading = OutputReader.For(output.GetType())!.Read(output);
            var wire = new WireValues(secrets, path => findings.Add(Unmarked(null, $"stack output '{path}'")));
            members.Add(new(name, wire.Value(
                reading.Value, reading switch { { IsKnown: false } => Mask.Unknown, { IsSecret: true } => Mask.Secret, _ => null }, name)));
        }

        return new(members);
    }

    private static Finding Unmarked(string? urn, string place) => new(
        OtherFindings.SecretAsPlainText.Id,
        OtherFindings.SecretAsPlainText.Severity,
        urn,
        $"{place} holds a secret that is not marked as one, so state and logs would show it",
        OtherFindings.SecretAsPlainText.Fix);

    private static void RefuseTwins(Recorder run, List<string> refusals)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in run.Records)
        {
            if (!seen.Add(record.Urn) && told.Add(record.Urn))
            {
                refusals.Add($"{record.Urn}: is made twice; give one of the two another name");
            }
        }
    }

    private static async Task RefuseComponentsAsync(Recorder run, List<string> refusals)
    {
        var claimed = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var record in run.Records)
        {
            if (record.IsCustom)
            {
                continue;
            }

            if (record.Resource.GetType().IsDefined(typeof(ResourceTypeAttribute), inherit: false))
            {
                refusals.Add($"{record.Urn}: is made inside the provider, where the preview cannot look; use a component written in C#");
                continue;
            }

            // The engine's stand-in names components of different parents alike, so they are counted.
            var engineUrn = await OutputUtilities.GetValueAsync(record.Resource.Urn);
            claimed[engineUrn] = claimed.GetValueOrDefault(engineUrn) + 1;
            if (claimed[engineUrn] > run.Registrations(engineUrn))
            {
                refusals.Add($"{record.Urn}: never registers its outputs; end its constructor with RegisterOutputs()");
            }

            record.Kept = [.. Kept(record.Resource.GetResourceType(), run.ComponentOutputs(engineUrn))];
        }
    }
}
