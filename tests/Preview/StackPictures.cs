using System.Text;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Repository;
using CrossCloudMesh.Tests.Settings;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>The topologies that the preview prints: of a shipped stack, or of one that is altered as its name says.</summary>
internal static class StackPictures
{
    private const string Dedicated = "        by: crossCloudInterconnect";
    private const string Backup = "      backup:";

    private const string Partner = """
                by: partnerInterconnect
                lineMbps: 2000
                gatewayAsn: 64720
                secret: east-sessions
                slot: 0
                first: { connectionId: dxcon-ffre0ec3, region: us-east-1, vlan: 301 }
                second: { connectionId: dxcon-fgre0ec4, region: us-east-1, vlan: 302 }

        """;

    private const string Encrypted = """
                by: encryptedInterconnect
                hubRange: 10.200.0.0/24
                gatewayRange: 10.201.0.0/27
                inside: { by: plan, slot: 9 }
        """;

    /// <param name="name"><c>staging</c>, <c>fintrust with partnerInterconnect</c> or <c>fintrust with encryptedInterconnect</c>.</param>
    public static async Task<string> PrintedAsync(string name)
    {
        if (!name.Contains(" with ", StringComparison.Ordinal))
        {
            return await PrintedAsync(name, ProjectRoot.Path);
        }

        var shipped = await File.ReadAllTextAsync(Path.Combine(ProjectRoot.Path, "stacks", "Pulumi.fintrust.yaml"));
        var (begin, end) = (shipped.IndexOf(Dedicated, StringComparison.Ordinal), shipped.IndexOf(Backup, StringComparison.Ordinal));
        using var project = new Project();
        project.Write("stacks/Pulumi.fintrust.yaml", name switch
        {
            "fintrust with partnerInterconnect" => shipped[..begin] + Partner + shipped[end..],
            "fintrust with encryptedInterconnect" => shipped.Replace(Dedicated, Encrypted, StringComparison.Ordinal).Replace("demandedMbps: 2000", "demandedMbps: 1000", StringComparison.Ordinal),
            _ => throw new ArgumentException("nobody knows such a stack", nameof(name)),
        });
        return await PrintedAsync("fintrust", project.Folder);
    }

    private static async Task<string> PrintedAsync(string stack, string folder)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = await PreviewCommand.RunAsync(
            [stack, "--format", "mermaid"],
            new() { Out = output, Error = error, Directory = folder, Variable = _ => null, Clock = FixedClock.Usual },
            MeshProgram.Load);
        Assert.Equal("0 ", $"{code} {error}");
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
