using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>What an output holds once it is there: the value, whether it is known and secret, and the resources it came from.</summary>
internal readonly struct OutputData<T>(ResourceSet resources, T value, bool isKnown, bool isSecret)
{
    public ResourceSet Resources { get; } = resources;
    public T Value { get; } = value;
    public bool IsKnown { get; } = isKnown;
    public bool IsSecret { get; } = isSecret;

    public static OutputData<T> Known(T value) => new(default, value, isKnown: true, isSecret: false);

    /// <summary>The same origin without a value: what stands for the result of a function that could not be run.</summary>
    public OutputData<TResult> Unknown<TResult>() => new(Resources, default!, isKnown: false, IsSecret);

    /// <summary>The other value, with the origin and the secrecy of both.</summary>
    public OutputData<TResult> Then<TResult>(OutputData<TResult> next) =>
        new(Resources.Union(next.Resources), next.Value, next.IsKnown, IsSecret || next.IsSecret);
}

/// <summary>The properties that a value made of several outputs has.</summary>
internal struct Origins()
{
    public ResourceSet Resources { get; private set; }
    public bool IsKnown { get; private set; } = true;
    public bool IsSecret { get; private set; }

    public void Add<T>(in OutputData<T> data)
    {
        Resources = Resources.Union(data.Resources);
        IsKnown &= data.IsKnown;
        IsSecret |= data.IsSecret;
    }

    public readonly OutputData<T> Of<T>(T value) => new(Resources, value, IsKnown, IsSecret);
}

/// <summary>A set of resources that costs nothing while it has at most one member, as nearly all have.</summary>
internal readonly struct ResourceSet
{
    // null, a Resource, or an ImmutableHashSet<Resource>
    private readonly object? members;

    public ResourceSet(Resource only) => members = only;

    private ResourceSet(ImmutableHashSet<Resource> many) => members = many;

    public bool IsEmpty => members is null;

    public ResourceSet Union(ResourceSet other)
    {
        if (other.members is null || ReferenceEquals(members, other.members))
            return this;
        if (members is null)
            return other;
        var mine = ToImmutable();
        return new ResourceSet(other.members is Resource one ? mine.Add(one) : mine.Union(other.ToImmutable()));
    }

    public ImmutableHashSet<Resource> ToImmutable() => members switch
    {
        null => [],
        Resource one => [one],
        _ => (ImmutableHashSet<Resource>)members,
    };

    public void AddTo(List<Resource> list)
    {
        if (members is Resource one)
            list.Add(one);
        else if (members is not null)
            list.AddRange((ImmutableHashSet<Resource>)members);
    }
}
