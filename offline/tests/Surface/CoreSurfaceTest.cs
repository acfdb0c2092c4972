using Pulumi;

namespace CrossCloudMesh.Offline.Tests.Surface;

/// <summary>Every public type and member of our core stands, in the same form, in the official one.</summary>
public sealed class CoreSurfaceTest(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public void Stands_InTheOfficialPackage()
    {
        if (OfficialFacts.Folder is null)
        {
            output.WriteLine("skipped: no SDK facts");
            return;
        }

        var facts = OfficialFacts.Core();
        var text = new CoreText();
        var differences = new List<string>();
        var compared = 0;
        foreach (var type in typeof(CustomResource).Assembly.GetExportedTypes())
        {
            var head = CoreText.Head(type);
            if (!facts.TryGetValue(head, out var members))
            {
                differences.Add($"{head}: no such type");
                continue;
            }

            foreach (var member in text.Members(type))
            {
                compared++;
                if (!members.Contains(member))
                    differences.Add($"{CoreText.Head(type)}: no such member: {member}");
            }
        }

        output.WriteLine($"Pulumi: {compared} members compared");
        Assert.NotEqual(0, compared);
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }
}
