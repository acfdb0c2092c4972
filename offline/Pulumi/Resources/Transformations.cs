using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Looks at a resource while it is constructed; a result replaces its arguments and options, null leaves them.</summary>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);

public readonly struct ResourceTransformationArgs(Resource resource, ResourceArgs args, ResourceOptions options)
{
    public Resource Resource { get; } = resource;
    public ResourceArgs Args { get; } = args;
    public ResourceOptions Options { get; } = options;
}

public readonly struct ResourceTransformationResult(ResourceArgs args, ResourceOptions options)
{
    public ResourceArgs Args { get; } = args;
    public ResourceOptions Options { get; } = options;
}

/// <summary>The form of transformation that an engine runs on what it receives; mocks do not run it.</summary>
public delegate Task<ResourceTransformResult?> ResourceTransform(ResourceTransformArgs args, CancellationToken cancellationToken = default);

public readonly struct ResourceTransformArgs(
    string name, string type, bool custom, ImmutableDictionary<string, object?> args, ResourceOptions options)
{
    public string Name { get; } = name;
    public string Type { get; } = type;
    public bool Custom { get; } = custom;
    public ImmutableDictionary<string, object?> Args { get; } = args;
    public ResourceOptions Options { get; } = options;
}

public readonly struct ResourceTransformResult(ImmutableDictionary<string, object?> args, ResourceOptions options)
{
    public ImmutableDictionary<string, object?> Args { get; } = args;
    public ResourceOptions Options { get; } = options;
}
