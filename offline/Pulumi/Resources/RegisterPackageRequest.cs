using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A package that an engine is told of before the first resource of it; nobody listens here.</summary>
[SuppressMessage("Style", "IDE0290", Justification = "The official form.")]
public sealed class RegisterPackageRequest
{
    public RegisterPackageRequest(
        string name,
        string version,
        string? downloadUrl,
        Dictionary<string, byte[]>? checksums = null,
        PackageParameterization? parameterization = null,
        PackageParameterization? extension = null)
    {
        (Name, Version, DownloadUrl) = (name, version, downloadUrl ?? "");
        (Checksums, Parameterization, Extension) = (checksums ?? [], parameterization, extension);
    }

    public string Name { get; }

    public string Version { get; }

    public string DownloadUrl { get; }

    public Dictionary<string, byte[]> Checksums { get; }

    public PackageParameterization? Parameterization { get; }

    public PackageParameterization? Extension { get; }

    /// <summary>What makes a package of its own out of a general one.</summary>
    public sealed class PackageParameterization(string name, string version, byte[] value)
    {
        public string Name { get; } = name;

        public string Version { get; } = version;

        public byte[] Value { get; } = value;
    }
}
