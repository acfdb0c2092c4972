namespace CrossCloudMesh.Infra.Settings;

/// <summary>How large an address range may be, by its prefix length in bits.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PrefixLengthAttribute(int shortest, int longest) : Attribute
{
    public int Shortest => shortest;

    public int Longest => longest;
}
