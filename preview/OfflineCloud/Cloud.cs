using System.Collections.Immutable;

namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>Makes one kind of resource: sets the id and the computed outputs of a draft.</summary>
public delegate void Maker(Draft draft);

/// <summary>Answers one function.</summary>
public delegate ImmutableDictionary<string, object> Answerer(ImmutableDictionary<string, object> args, Scope scope);

/// <summary>Stands in for every cloud: the same question has the same answer, in the form that the real one would have.</summary>
/// <remarks>
/// It sees types and inputs only. A type that it does not know gets an id and its own inputs back, which is what a provider
/// gives at the least. Forms are those of each provider's import and attribute documentation.
/// </remarks>
public sealed class Cloud
{
    private readonly Dictionary<string, Maker> makers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Answerer> functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Scope> scopes = new(StringComparer.Ordinal);

    /// <summary>The cloud with all families that this repository uses.</summary>
    public Cloud()
    {
        AwsNetworks.Fill(makers);
        AwsTransit.Fill(makers);
        AwsDns.Fill(makers);
        AwsClusters.Fill(makers);
        AwsIdentity.Fill(makers);
        AwsEvents.Fill(makers);
        AwsAlarms.Fill(makers);
        AwsAuthorities.Fill(makers);
        AwsTraces.Fill(makers);
        AwsDirectConnect.Fill(makers);
        AwsDirectPorts.Fill(makers);
        GcpNetworks.Fill(makers);
        GcpVpn.Fill(makers);
        GcpDns.Fill(makers, functions);
        GcpInterconnects.Fill(makers);
        GcpClusters.Fill(makers);
        GcpProjects.Fill(makers, functions);
        GcpKeys.Fill(makers);
        new GcpAuthorities().Fill(makers);
        GcpMonitoring.Fill(makers);
        ManagedInterconnects.Fill(makers);
        Kubernetes.Fill(makers);
        Tls.Fill(makers);
    }

    /// <summary>Is asked last of every resource, and knows what is deployed already; null where nothing is.</summary>
    public Action<Draft>? Memory { get; init; }

    /// <summary>Adds a kind of resource, or replaces how it is made.</summary>
    public Cloud Add(string type, Maker maker)
    {
        makers[type] = maker;
        return this;
    }

    /// <param name="urn">Identity of the resource, from which everything drawn by lot follows.</param>
    /// <param name="type">Type token.</param>
    /// <param name="name">Logical name.</param>
    /// <param name="inputs">In wire form.</param>
    /// <param name="provider">Reference to the provider, <c>urn::id</c>, or empty for the default one.</param>
    public Draft Make(string urn, string type, string name, ImmutableDictionary<string, object> inputs, string? provider)
    {
        var draft = new Draft(urn, type, name, inputs, ScopeOf(provider));
        if (type.StartsWith("pulumi:providers:", StringComparison.Ordinal))
        {
            draft.Id = Digest.Uuid(urn);
            lock (scopes)
            {
                scopes[draft.Id] = new(inputs);
            }
        }
        else if (makers.TryGetValue(type, out var maker))
        {
            maker(draft);
        }
        else if (type.StartsWith(Kubernetes.Prefix, StringComparison.Ordinal))
        {
            Kubernetes.Object(draft);
        }

        Memory?.Invoke(draft);
        return draft;
    }

    /// <exception cref="InvalidOperationException">No answer is known to that function; the message names it.</exception>
    public ImmutableDictionary<string, object> Call(string token, ImmutableDictionary<string, object> args, string? provider) =>
        functions.TryGetValue(token, out var answer)
            ? answer(args, ScopeOf(provider))
            : throw new InvalidOperationException(
                $"the offline cloud cannot answer '{token}'; take the value from the settings, or add the function under preview/OfflineCloud");

    private Scope ScopeOf(string? provider)
    {
        if (string.IsNullOrEmpty(provider))
        {
            return Scope.Nowhere;
        }

        lock (scopes)
        {
            return scopes.GetValueOrDefault(provider[(provider.LastIndexOf("::", StringComparison.Ordinal) + 2)..], Scope.Nowhere);
        }
    }
}
