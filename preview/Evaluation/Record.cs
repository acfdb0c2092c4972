using System.Collections.Immutable;
using Pulumi;

namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>One resource of a run, with what it was given and what follows from its parent.</summary>
internal sealed class Record
{
    private static readonly Dictionary<string, ProviderResource> None = [];

    public Record(Resource resource, ResourceArgs args, ResourceOptions options, Record? parent, string urn)
    {
        (Resource, Args, Options, Parent, Urn) = (resource, args, options, parent, urn);
        IsCustom = resource is CustomResource;
        Protect = options.Protect ?? parent?.Protect;
        Providers = parent?.Providers ?? None;
        if (IsCustom)
        {
            // A provider that is named here also serves what hangs below this resource, under the package of the resource's type.
            Provider = options.Provider;
            if (Provider is null)
            {
                Provider = PackageOf(resource.GetResourceType()) is { } package ? Providers.GetValueOrDefault(package) : null;
            }
            else if (PackageOf(resource.GetResourceType()) is { } package)
            {
                Providers = With(package, Provider);
            }
        }
        else if (options.Provider is { } only)
        {
            Providers = With(Served(only), only);
        }
        else if (options is ComponentResourceOptions { Providers: { Count: > 0 } several })
        {
            foreach (var provider in several)
            {
                Providers = With(Served(provider), provider);
            }
        }

        parent?.Children.Add(this);
    }

    public Resource Resource { get; }

    public ResourceArgs Args { get; }

    public ResourceOptions Options { get; }

    /// <summary>The parent that the program named; null below the stack, which hands nothing down.</summary>
    public Record? Parent { get; }

    public string Urn { get; }

    public bool IsCustom { get; }

    public bool? Protect { get; }

    /// <summary>The provider that serves this resource; null for a component, and where the default one would.</summary>
    public ProviderResource? Provider { get; }

    public List<Record> Children { get; } = [];

    /// <summary>Where the program makes it.</summary>
    public CallSite? Site { get; init; }

    /// <summary>What the engine was sent, in wire form; null until it was.</summary>
    public ImmutableDictionary<string, object>? Inputs { get; set; }

    /// <summary>What the wire does not tell of the inputs; null until they were sent.</summary>
    public InputFacts? Facts { get; set; }

    /// <summary>Of what the offline cloud answered, what a plan keeps.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Kept { get; set; } = [];

    /// <summary>What serves the resources below this one, by package; shared with the parent until it differs.</summary>
    private Dictionary<string, ProviderResource> Providers { get; }

    private Dictionary<string, ProviderResource> With(string package, ProviderResource provider) =>
        new(Providers, StringComparer.Ordinal) { [package] = provider };

    /// <summary>The package of a token of three parts, the only ones for which providers are inherited.</summary>
    private static string? PackageOf(string token)
    {
        var first = token.IndexOf(':');
        var second = first < 0 ? -1 : token.IndexOf(':', first + 1);
        return second < 0 || token.IndexOf(':', second + 1) >= 0 ? null : token[..first];
    }

    private static string Served(ProviderResource provider) => provider.GetResourceType()["pulumi:providers:".Length..];
}
