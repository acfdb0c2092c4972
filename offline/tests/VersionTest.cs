using System.Reflection;
using System.Xml.Linq;
using CrossCloudMesh.Refresh.Tables;

namespace CrossCloudMesh.Offline.Tests;

/// <summary>The pinned package, the table, the schema and the assembly are of one version.</summary>
public sealed class VersionTest
{
    [Theory]
    [InlineData("aws", "Pulumi.Aws")]
    [InlineData("gcp", "Pulumi.Gcp")]
    [InlineData("kubernetes", "Pulumi.Kubernetes")]
    [InlineData("tls", "Pulumi.Tls")]
    public void Agrees_Everywhere(string provider, string package)
    {
        var root = Root();
        var pinned = XDocument.Load(Path.Combine(root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Single(p => p.Attribute("Include")?.Value == package).Attribute("Version")?.Value;
        Assert.Equal(pinned, ProviderTable.Load(provider).Version);
        Assert.Contains($"package {provider} {pinned}", File.ReadLines(Path.Combine(root, "offline", "schemas", provider + ".schema")));
        Assert.StartsWith(pinned!, Assembly.Load(package).GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion, StringComparison.Ordinal);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
