using CrossCloudMesh.Infra.Settings;
using CrossCloudMesh.Preview.StackFiles;
using Xunit;

namespace CrossCloudMesh.Tests.Settings;

/// <summary>A project folder for one test: the shipped <c>Pulumi.yaml</c>, and stack files of the test's own.</summary>
internal sealed class Project : IDisposable
{
    public Project() => File.WriteAllText(Path.Combine(Folder, "Pulumi.yaml"), Shared);

    /// <summary>The root of this repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The shipped project file, with the address pools that all stacks share.</summary>
    public static string Shared { get; } = File.ReadAllText(Path.Combine(Root, "Pulumi.yaml"));

    /// <summary>A shipped stack file with telemetry.</summary>
    public static string DevWithTelemetry { get; } = Stack("dev");

    /// <summary>The shipped stack file that broken ones are made of, without its telemetry: what is wrong with anything else is then told alone.</summary>
    public static string Dev { get; } = DevWithTelemetry[..DevWithTelemetry.IndexOf("  # What is seen of it", StringComparison.Ordinal)]
        + DevWithTelemetry[DevWithTelemetry.IndexOf("  # What dev does not keep", StringComparison.Ordinal)..];

    /// <summary>A shipped stack file with an interconnect.</summary>
    public static string Staging { get; } = Stack("staging");

    /// <summary>A shipped stack file with cables of one's own.</summary>
    public static string Fintrust { get; } = Stack("fintrust");

    /// <summary>A shipped stack file with a data centre and a peering.</summary>
    public static string Prod { get; } = Stack("prod");

    /// <summary>The same with both sites' ranges stated instead of planned.</summary>
    public static string DevByHand { get; } = Replaced(
        Replaced(Dev, "{ by: plan, pool: aws, slot: 0 }", "{ by: hand, network: 10.0.0.0/16, services: 10.1.0.0/20 }"),
        "{ by: plan, pool: google, slot: 0 }",
        "{ by: hand, nodes: 10.32.0.0/20, pods: 10.33.0.0/17, services: 10.32.16.0/20 }");

    /// <summary>The same without its link, and so without its mesh and its services.</summary>
    public static string DevWithoutLinks { get; } =
        Dev[..Dev.IndexOf("  # What joins", StringComparison.Ordinal)] + Dev[Dev.IndexOf("  # What dev does not keep", StringComparison.Ordinal)..];

    /// <summary>The same without its mesh, and without what only the mesh needs: what is wrong with anything else is then told alone.</summary>
    public static string DevWithoutMesh { get; } = Replaced(
        Dev[..Dev.IndexOf("  # Istio in every cluster", StringComparison.Ordinal)] + Dev[Dev.IndexOf("  # The services of the mesh", StringComparison.Ordinal)..],
        "      natAddresses: 1 # an address that never changes, from which the mesh reads the other cluster's API\n",
        "");

    /// <summary>The same without its services as well, which need trust.</summary>
    public static string DevWithoutServices { get; } =
        DevWithoutMesh[..DevWithoutMesh.IndexOf("  # The services of the mesh", StringComparison.Ordinal)]
        + DevWithoutMesh[DevWithoutMesh.IndexOf("  # What dev does not keep", StringComparison.Ordinal)..];

    public string Folder { get; } = Directory.CreateTempSubdirectory("settings-").FullName;

    /// <summary>What the stack file says, if it were this.</summary>
    public static StackFile Read(string stackYaml, string? projectYaml = null)
    {
        using var project = new Project();
        project.Write("stacks/Pulumi.test.yaml", stackYaml);
        if (projectYaml is not null)
        {
            project.Write("Pulumi.yaml", projectYaml);
        }

        return StackFile.Read(project.Folder, "test");
    }

    /// <summary>All faults of a stack file, of its form and of its settings, as they are printed.</summary>
    public static string[] FaultsOf(string stackYaml)
    {
        var file = Read(stackYaml);
        return [.. file.Faults.Concat(SettingsLoader.Load(file.Sections, hasSecret: file.HasSecret).Faults.Select(file.AsTyped)).Select(fault => fault.ToString())];
    }

    /// <summary>All faults of the dev stack's settings over this <c>Pulumi.yaml</c>.</summary>
    public static string[] FaultsUnder(string projectYaml) =>
        [.. SettingsLoader.Load(Read(Dev, projectYaml).Sections).Faults.Select(fault => fault.ToString())];

    /// <summary>The dev stack without its mesh, with one thing changed.</summary>
    public static string DevWith(string typed, string instead) => Replaced(DevWithoutMesh, typed, instead);

    /// <summary>The dev stack with its mesh, with one thing changed.</summary>
    public static string MeshWith(string typed, string instead) => Replaced(Dev, typed, instead);

    /// <summary>A stack like dev whose controllers come from a registry in ECR, as they must where there is no way to the internet.</summary>
    public static string WithMirror(string stackYaml) => Replaced(
        stackYaml, "        controllers:\n", "        controllers:\n          mirror: 123456789012.dkr.ecr.us-east-1.amazonaws.com/mirror\n");

    /// <summary>A text with one thing changed, which must be there.</summary>
    public static string Replaced(string text, string typed, string instead)
    {
        Assert.Contains(typed, text);
        return text.Replace(typed, instead);
    }

    public void Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Stack(string name) => File.ReadAllText(Path.Combine(Root, "stacks", $"Pulumi.{name}.yaml"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Pulumi.yaml")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests must run from inside the repository");
    }
}
