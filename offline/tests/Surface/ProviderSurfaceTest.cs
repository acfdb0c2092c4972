using System.Reflection;
using Pulumi;
using Xunit.Abstractions;

namespace CrossCloudMesh.Offline.Tests.Surface;

/// <summary>Every class and member of our provider packages stands, in the same form, in the official ones.</summary>
public sealed class ProviderSurfaceTest(ITestOutputHelper output)
{
    private static readonly (string Package, string File)[] s_known =
        [("Pulumi.Gcp", "gcp.json"), ("Pulumi.Kubernetes", "kubernetes.json"), ("Pulumi.Tls", "tls.json")];

    public static TheoryData<string> Packages { get; } = ["Pulumi.Aws", "Pulumi.Gcp", "Pulumi.Kubernetes", "Pulumi.Tls"];

    [Fact]
    public void Stands_InTheOfficialPackages()
    {
        if (OfficialFacts.Folder is null)
        {
            output.WriteLine("skipped: no SDK facts");
            return;
        }

        var explained = new HashSet<string>(StringComparer.Ordinal);
        var differences = new List<string>();
        foreach (var (package, file) in s_known)
        {
            var comparison = new Comparison(Assembly.Load(package), file);
            output.WriteLine($"{package}: {comparison.Compared} members compared");
            Assert.NotEqual(0, comparison.Compared);
            differences.AddRange(comparison.Differences);
            explained.UnionWith(comparison.Explained);
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.Empty(KnownDrift.Types.Concat(KnownDrift.Members).Except(explained));
    }

    /// <summary>The facts hold no constructors; their form follows from one rule.</summary>
    [Theory]
    [MemberData(nameof(Packages))]
    public void Makes_EveryResource_ByOneConstructor(string package)
    {
        foreach (var type in Assembly.Load(package).GetExportedTypes().Where(t => t.IsSubclassOf(typeof(CustomResource)) && !t.IsAbstract))
        {
            var parameters = Assert.Single(type.GetConstructors()).GetParameters();
            Assert.Equal(["name", "args", "options"], parameters.Select(p => p.Name));
            Assert.Equal([typeof(string), typeof(CustomResourceOptions)], [parameters[0].ParameterType, parameters[2].ParameterType]);
            Assert.True(parameters[1].ParameterType.Name == type.Name + "Args", type.FullName);
            Assert.True(parameters[2].HasDefaultValue);
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Makes_EveryInput_WithoutParameters(string package)
    {
        foreach (var type in Assembly.Load(package).GetExportedTypes().Where(t => t.IsSubclassOf(typeof(InputArgs)) && !t.IsAbstract))
        {
            Assert.Empty(Assert.Single(type.GetConstructors()).GetParameters());
            var empty = type.GetProperty("Empty", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);
            Assert.Equal(type, empty?.PropertyType);
        }
    }

    /// <summary>Kubernetes' Get takes no state; the others' takes one.</summary>
    [Theory]
    [MemberData(nameof(Packages))]
    public void Reads_EveryResource_ByGet(string package)
    {
        string[] expected = package == "Pulumi.Kubernetes" ? ["name", "id", "options"] : ["name", "id", "state", "options"];
        foreach (var type in Assembly.Load(package).GetExportedTypes().Where(t => t.IsSubclassOf(typeof(CustomResource)) && !t.IsAbstract))
        {
            if (type.IsSubclassOf(typeof(ProviderResource)) || type.Name == nameof(CustomResource))
                continue;
            Assert.Equal(expected, type.GetMethod("Get")!.GetParameters().Select(p => p.Name));
        }
    }
}
