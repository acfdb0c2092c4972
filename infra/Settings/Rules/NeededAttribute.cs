namespace CrossCloudMesh.Infra.Settings;

/// <summary>Why a key cannot be left out, where that is not plain: what follows <c>is missing, and</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NeededAttribute(string why) : Attribute
{
    public string Why => why;
}
