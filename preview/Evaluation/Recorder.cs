using System.Collections.Immutable;
using CrossCloudMesh.Plan.Network;
using CrossCloudMesh.Preview.OfflineCloud;
using Pulumi;
using Pulumi.Testing;

namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>Stands where the engine would: notes every resource by its identity, and answers as the offline cloud does.</summary>
internal sealed class Recorder(UrnScheme urns, Cloud cloud, SecretBook secrets, bool withSites) : IMocks
{
    private readonly Lock gate = new();
    private readonly Dictionary<Resource, Record> byResource = new(ReferenceEqualityComparer.Instance);
    private readonly List<Record> records = [];
    private readonly Dictionary<string, int> registrations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableDictionary<string, Output<object?>>> componentOutputs = new(StringComparer.Ordinal);

    // A registration runs in the context in which its constructor ran, so this tells the engine's call from which resource it comes.
    private readonly AsyncLocal<Record?> current = new();

    private int calls;

    /// <summary>All resources but the stack, in the order in which the program made them.</summary>
    public IReadOnlyList<Record> Records => records;

    public IReadOnlyDictionary<string, Output<object?>> StackOutputs { get; private set; } =
        ImmutableDictionary<string, Output<object?>>.Empty;

    /// <summary>How many resources the engine was asked for.</summary>
    public int Calls => Volatile.Read(ref calls);

    public Record? Find(Resource? resource) => resource is null ? null : byResource.GetValueOrDefault(resource);

    /// <summary>Token and name of the resource of a type that was made last: <c>infra:links:HaVpnLink 'east'</c>.</summary>
    /// <param name="type">Full name of its class, as a stack trace has it.</param>
    public string? LastOf(string type)
    {
        lock (gate)
        {
            return records.FindLast(record => record.Resource.GetType().FullName == type)?.Resource is { } last
                ? $"{last.GetResourceType()} '{last.GetResourceName()}'"
                : null;
        }
    }

    /// <summary>What a component registered under that URN, which is the engine stand-in's own.</summary>
    public IReadOnlyDictionary<string, Output<object?>> ComponentOutputs(string engineUrn) =>
        componentOutputs.GetValueOrDefault(engineUrn, ImmutableDictionary<string, Output<object?>>.Empty);

    /// <summary>How often outputs were registered under that URN, which is the engine stand-in's own.</summary>
    public int Registrations(string engineUrn) => registrations.GetValueOrDefault(engineUrn);

    /// <summary>The stack-level transformation: it changes nothing.</summary>
    public ResourceTransformationResult? Note(ResourceTransformationArgs seen)
    {
        if (seen.Resource is Stack)
        {
            return null;
        }

        lock (gate)
        {
            var parent = Find(seen.Options.Parent);
            var type = seen.Resource.GetResourceType();
            var record = new Record(
                seen.Resource, seen.Args, seen.Options, parent, urns.Of(parent?.Urn, type, seen.Resource.GetResourceName()))
            {
                Site = withSites ? CallSite.Of(seen.Resource) : null,
            };
            byResource[seen.Resource] = record;
            records.Add(record);
            current.Value = record;
        }

        return null;
    }

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Interlocked.Increment(ref calls);
        var record = Sender(args);
        record.Inputs = args.Inputs;
        record.Facts = InputFacts.Of(record.Args);
        if (!record.IsCustom)
        {
            return Task.FromResult<(string?, object)>((null, args.Inputs));
        }

        var draft = cloud.Make(record.Urn, args.Type!, args.Name!, args.Inputs, args.Provider);
        record.Kept = [.. KeptOutputs.Of(args.Type!).Where(draft.Outputs.ContainsKey).Select(name => KeyValuePair.Create(name, draft.Outputs[name]))];
        foreach (var (property, known) in record.Facts.Properties)
        {
            if (known.Mask is not null && draft.Outputs.TryGetValue(property, out var value))
            {
                // An input that is secret stays so when a provider hands it back.
                draft.Outputs[property] = Output.CreateSecret(value);
            }
        }

        foreach (var property in draft.SecretOutputs)
        {
            draft.Outputs[property] = Output.CreateSecret(secrets.Note(draft.Outputs[property], $"{record.Urn}#{property}"));
        }

        return Task.FromResult<(string?, object)>((string.IsNullOrEmpty(args.Id) ? draft.Id : args.Id, draft.Outputs));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(cloud.Call(args.Token!, args.Args, args.Provider));

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        lock (gate)
        {
            if (args.Urn.Contains("::pulumi:pulumi:Stack::", StringComparison.Ordinal))
            {
                StackOutputs = args.Outputs!;
            }
            else
            {
                registrations[args.Urn] = registrations.GetValueOrDefault(args.Urn) + 1;
                componentOutputs[args.Urn] = args.Outputs!;
            }
        }

        return Task.CompletedTask;
    }

    private Record Sender(MockResourceArgs args)
    {
        if (current.Value is { } record && Sent(record, args))
        {
            return record;
        }

        lock (gate)
        {
            return records.Find(r => r.Inputs is null && Sent(r, args))
                ?? throw new InvalidOperationException($"{args.Type} '{args.Name}' was registered without being made by the program");
        }
    }

    private static bool Sent(Record record, MockResourceArgs args) =>
        record.Resource.GetResourceName() == args.Name && record.Resource.GetResourceType() == args.Type;
}
