using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Anything that an engine tracks by a URN.</summary>
public class Resource
{
    private static readonly ImmutableDictionary<string, ProviderResource> NoProviders =
        ImmutableDictionary<string, ProviderResource>.Empty;

    private readonly string type;
    private readonly string name;
    private readonly bool? protect;
    private readonly ImmutableArray<ResourceTransformation> transformations = [];
    private readonly ImmutableDictionary<string, ProviderResource> providers = NoProviders;
    private List<Resource>? children;

    private protected Resource(string type, string name, ResourceArgs args, ResourceOptions options, bool remote)
    {
        if (string.IsNullOrEmpty(type))
            throw new ArgumentException("'type' cannot be null or empty.", nameof(type));
        if (string.IsNullOrEmpty(name))
            throw new ArgumentException("'name' cannot be null or empty.", nameof(name));
        (this.type, this.name) = (type, name);
        var isCustom = this is CustomResource;

        // Outputs come first: a transformation, and a child, may already ask for them.
        var outputs = AssignOutputs(withMembers: isCustom || remote || options.Urn is not null);
        var deployment = Deployment.Current;
        var enclosing = type == Stack.RootType ? null : options.Parent ?? (options.Urn is null ? deployment.Stack : null);
        transformations = OwnFirst(options.GivenTransformations, enclosing);
        foreach (var transformation in transformations)
        {
            if (transformation(new(this, args, options)) is not { } result)
                continue;
            if (result.Options.Parent != options.Parent)
                throw new ArgumentException("Transformations cannot currently be used to change the 'parent' of a resource.");
            (args, options) = (result.Args, result.Options);
        }

        var component = options as ComponentResourceOptions;
        if (options.Provider is not null && component?.GivenProviders?.Count > 0)
            throw new ResourceException("Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent);

        protect = options.Protect ?? options.Parent?.protect;
        if (options.Parent is { } parent)
        {
            parent.AddChild(this);
            providers = parent.providers;
        }

        if (isCustom)
        {
            Provider = options.Provider ?? options.Parent?.GetProvider(type);
            if (options.Provider is not null && PackageOf(type) is { } package)
                providers = providers.SetItem(package, options.Provider);
        }
        else if (options.Provider is not null)
        {
            providers = providers.SetItem(options.Provider.Package, options.Provider);
        }
        else
        {
            foreach (var provider in component?.GivenProviders ?? [])
                providers = providers.SetItem(provider.Package, provider);
        }

        foreach (var alias in options.GivenAliases ?? [])
        {
            alias.Apply(value =>
            {
                value.Check();
                return true;
            });
        }

        deployment.Start(new Registration(deployment, this, args, options, outputs));
    }

    /// <summary>A resource that is only known by reference, and is not registered.</summary>
    private protected Resource(string urn)
    {
        (type, name) = ("", "");
        Urn = new(new OutputData<string>(new(this), urn, isKnown: true, isSecret: false));
    }

    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    internal ProviderResource? Provider { get; }

    // These are methods, so that they do not clash with the properties of derived classes.
    public string GetResourceType() => type;

    public string GetResourceName() => name;

    /// <summary>The provider that a child of this type, or a function of this token, takes from here.</summary>
    internal ProviderResource? GetProvider(string token) =>
        providers.Count > 0 && PackageOf(token) is { } package ? providers.GetValueOrDefault(package) : null;

    /// <summary>The children, where they are those of a component that is made in this program; a moment's copy.</summary>
    internal Resource[] ChildrenOfComponent()
    {
        if (this is not ComponentResource { IsRemote: false } || children is not { } list)
            return [];
        lock (list)
            return [.. list];
    }

    internal virtual void ResolveId(string? id)
    {
    }

    internal virtual void FailIdentity(Exception exception) => ((IResourceOutput)Urn).Fail(exception);

    private protected virtual void AssignIdentity() => Urn = new(this);

    private ResourceOutputs AssignOutputs(bool withMembers)
    {
        AssignIdentity();
        return withMembers ? OutputLayout.Of(GetType()).AssignTo(this) : default;
    }

    private void AddChild(Resource child)
    {
        var list = children ?? Interlocked.CompareExchange(ref children, [], null) ?? children;
        lock (list)
            list.Add(child);
    }

    private static ImmutableArray<ResourceTransformation> OwnFirst(List<ResourceTransformation>? own, Resource? enclosing)
    {
        var inherited = enclosing?.transformations ?? [];
        return own is null or { Count: 0 } ? inherited : [.. own, .. inherited];
    }

    private static string? PackageOf(string token)
    {
        var first = token.IndexOf(':', StringComparison.Ordinal);
        var second = token.IndexOf(':', first + 1);
        return first >= 0 && second > first && token.IndexOf(':', second + 1) < 0 ? token[..first] : null;
    }
}

/// <summary>Stands for a resource of which only the URN is known.</summary>
internal sealed class ResourceReference : CustomResource
{
    private ResourceReference(string urn)
        : base(urn)
    {
    }

    /// <summary>How a resource looks from beyond the wire: itself, if its class is known by its type; else a mere reference.</summary>
    public static Resource To(Resource resource, string urn)
    {
        var declared = (ResourceTypeAttribute?)Attribute.GetCustomAttribute(resource.GetType(), typeof(ResourceTypeAttribute));
        return declared?.Type == resource.GetResourceType() || resource is ResourceReference ? resource : new ResourceReference(urn);
    }
}
