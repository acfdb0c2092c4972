using System.Reflection;
using Pulumi;

namespace CrossCloudMesh.Offline.Tests.Surface;

/// <summary>Every class and member of our provider packages stands, in the same form, in the official ones.</summary>
public sealed class ProviderSurfaceTest(Xunit.Abstractions.ITestOutputHelper output)
{
    [Theory]
    [InlineData("Pulumi.Gcp", "gcp.json")]
    [InlineData("Pulumi.Kubernetes", "kubernetes.json")]
    [InlineData("Pulumi.Tls", "tls.json")]
    public void Stands_InTheOfficialPackage(string assembly, string file)
    {
        if (OfficialFacts.Folder is null)
        {
            output.WriteLine("skipped: no SDK facts");
            return;
        }

        var differences = Differences(Assembly.Load(assembly), file, out var compared);
        output.WriteLine($"{assembly}: {compared} members compared");
        Assert.Empty(differences);
    }

    /// <summary>A drift line that is not needed any more would hide the next real difference.</summary>
    [Fact]
    public void Needs_EveryKnownDrift()
    {
        var types = new[] { "Pulumi.Gcp", "Pulumi.Kubernetes", "Pulumi.Tls" }.SelectMany(a => Assembly.Load(a).GetExportedTypes()).ToList();
        var members = types.SelectMany(t => new ProviderText().Members(t).Select(m => $"{t.FullName}.{m[..m.IndexOf(':', StringComparison.Ordinal)]}"));
        Assert.Empty(KnownDrift.Types.Except(types.Select(t => t.FullName!)));
        Assert.Empty(KnownDrift.Members.Except(members));
    }

    internal static List<string> Differences(Assembly assembly, string file, out int compared)
    {
        var facts = OfficialFacts.Provider(file);
        var text = new ProviderText();
        var differences = new List<string>();
        compared = 0;
        foreach (var type in assembly.GetExportedTypes())
        {
            var name = type.FullName!;
            if (KnownDrift.Types.Contains(name))
                continue;
            if (!facts.TryGetValue(name, out var theirs))
            {
                differences.Add($"{name}: no such type");
                continue;
            }

            if (ProviderText.Head(type) != theirs.Head)
                differences.Add($"{name}: ours is '{ProviderText.Head(type)}', theirs '{theirs.Head}'");
            foreach (var member in text.Members(type))
            {
                compared++;
                var wire = member[..(member.IndexOf(':', StringComparison.Ordinal) + 1)];
                if (!theirs.Members.Contains(member) && !KnownDrift.Members.Contains($"{name}.{wire.TrimEnd(':')}"))
                    differences.Add($"{name}: ours is '{member}', theirs '{theirs.Members.FirstOrDefault(m => m.StartsWith(wire, StringComparison.Ordinal))}'");
            }
        }

        return differences;
    }
}
