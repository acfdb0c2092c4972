using System.Text.Json.Nodes;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Lifters.Envoy;

/// <summary>The members of a value: each is asked for by name, and what nobody asked for is refused.</summary>
internal sealed class Members
{
    private readonly Field owner;

    private readonly OrderedDictionary<string, Field> left = new(StringComparer.Ordinal);

    public Members(Field owner)
    {
        this.owner = owner;
        var separator = owner.Path.EndsWith(' ') ? "" : ".";
        foreach (var (name, value) in owner.Value as JsonObject ?? throw owner.Refused("must be an object"))
        {
            left[name] = new(value, owner.Path + separator + name);
        }
    }

    /// <summary>Where they stand.</summary>
    public Field Owner => owner;

    public Field? this[string name] => left.Remove(name, out var found) ? found : null;

    public Field Need(string name) => this[name] ?? throw new RefusedException(new Fault($"{owner.Path}{(owner.Path.EndsWith(' ') ? "" : ".")}{name}", "must be there"));

    /// <summary>Takes what changes nothing that has a place in the normal form, whatever it says.</summary>
    public void Free(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            left.Remove(name);
        }
    }

    /// <summary>Takes switches that must be off, as they are without a word.</summary>
    public void Off(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (this[name] is { } written && written.Flag())
            {
                throw written.Refused("must be false, as what it does has no place in the normal form");
            }
        }
    }

    /// <summary>What is left, taken at once.</summary>
    public List<(string Name, Field Value)> Rest()
    {
        List<(string, Field)> rest = [.. left.Select(member => (member.Key, member.Value))];
        left.Clear();
        return rest;
    }

    /// <exception cref="RefusedException">A member is left that nobody understands.</exception>
    public void End()
    {
        if (left.Count > 0)
        {
            throw left.GetAt(0).Value.Refused("is not understood, or has no place in the normal form", "leave it out");
        }
    }
}
