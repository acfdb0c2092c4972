using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>How large an address range may be, by its prefix length in bits.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PrefixLengthAttribute(int shortest, int longest) : Attribute, IRule
{
    public int Shortest => shortest;

    public int Longest => longest;

    string? IRule.BrokenBy(object value) =>
        ((Cidr)value).PrefixLength is var length && length >= shortest && length <= longest ? null : $"must be a range from /{shortest} to /{longest}";
}
