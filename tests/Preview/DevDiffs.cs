using System.Text;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Tests.Repository;

namespace CrossCloudMesh.Tests.Preview;

/// <summary>What an edit of the dev stack does to what is deployed, against the file of that name.</summary>
internal sealed class DevDiffs : IDisposable
{
    public const string Aws = "addresses: { by: plan, pool: aws, slot: ";

    private readonly string folder = Directory.CreateTempSubdirectory("golden-").FullName;

    public DevDiffs()
    {
        Directory.CreateDirectory(Path.Combine(folder, "stacks"));
        File.Copy(Path.Combine(ProjectRoot.Path, "Pulumi.yaml"), Path.Combine(folder, "Pulumi.yaml"));
    }

    public static string Dev { get; } = File.ReadAllText(Path.Combine(ProjectRoot.Path, "stacks", "Pulumi.dev.yaml")).ReplaceLineEndings("\n");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static string Edited(string old, string now)
    {
        Assert.Contains(old, Dev, StringComparison.Ordinal);
        return Dev.Replace(old, now, StringComparison.Ordinal);
    }

    /// <summary>The AWS site of the stack once more, elsewhere.</summary>
    public static string NewSite()
    {
        var start = Dev.IndexOf("    aws-east:\n", StringComparison.Ordinal);
        return Dev[start..Dev.IndexOf("    gcp-east:\n", StringComparison.Ordinal)]
            .Replace("aws-east", "aws-west", StringComparison.Ordinal)
            .Replace("us-east-1", "us-west-2", StringComparison.Ordinal)
            .Replace("use1-az4", "usw2-az3", StringComparison.Ordinal)
            .Replace("use1-", "usw2-", StringComparison.Ordinal)
            .Replace(Aws + "0", Aws + "1", StringComparison.Ordinal)
            .Replace("asn: 64512", "asn: 64513", StringComparison.Ordinal);
    }

    public async Task HoldsAsync(string name, string before, string after, bool? changes = null)
    {
        var stack = Path.Combine(folder, "stacks", "Pulumi.dev.yaml");
        await File.WriteAllTextAsync(stack, before);
        var deployed = await PreviewAsync(MeshProgram.Load, "--format", "json", "--out", "base.json", "--fail-on", "never");
        Assert.Equal((0, ""), (deployed.Code, deployed.Error));
        await File.WriteAllTextAsync(stack, after);
        var compared = await PreviewAsync(MeshProgram.Load, "--base", "base.json", "--fail-on", "never", "--expect-no-changes");
        Assert.Equal((changes ?? before != after ? 7 : 0, ""), (compared.Code, compared.Error));
        Golden(name, compared.Text);
    }

    /// <summary>Compares the verdict and the changes: neither the header, which names the SDK, nor what is told of every plan.</summary>
    public static void Golden(string name, string text)
    {
        var rest = new[] { "  costs   ", "  providers   " }.Select(w => text.IndexOf(w, StringComparison.Ordinal)).Where(at => at >= 0).Min();
        var told = text[(text.IndexOf('\n', StringComparison.Ordinal) + 2)..rest];
        var path = Path.Combine(ProjectRoot.Path, "tests", "Preview", "Golden", $"diff-{name}.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, told);
        }
        else
        {
            Assert.Equal(File.ReadAllText(path), told);
        }
    }

    public async Task<(int Code, string Text, string Error)> PreviewAsync(ProgramLoader loader, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = await PreviewCommand.RunAsync(
            ["dev", .. args], new() { Out = output, Error = error, Directory = folder, Variable = _ => null, Clock = FixedClock.Usual }, loader);
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
