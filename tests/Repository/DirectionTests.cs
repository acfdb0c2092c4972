using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CrossCloudMesh.Tests.Repository;

/// <summary>Which part may use which: by project reference where a border is a project, by namespace where it is a folder.</summary>
public sealed partial class DirectionTests
{
    // In two parts, so that a search for it finds only what it is about.
    private const string FlavourProperty = "Pulumi" + "Sdk";

    private static readonly Dictionary<string, string[]> AllowedReferences = new(StringComparer.Ordinal)
    {
        ["components/Values/Values.csproj"] = [],
        ["components/Facts/Facts.csproj"] = ["Values"],
        ["components/Components.csproj"] = ["Facts", "Values"],
        ["infra/Infra.csproj"] = ["Components"],
        ["plan/Plan.csproj"] = ["Facts", "Values"],
        ["plan/Lifters/AppMesh/AppMeshLifter.csproj"] = ["Values"],
        ["plan/Lifters/Envoy/EnvoyLifter.csproj"] = ["Values"],
        ["plan/Lifters/Istio/IstioLifter.csproj"] = ["Values"],
        ["preview/Preview.csproj"] = ["Infra", "Plan", "AppMeshLifter", "EnvoyLifter", "IstioLifter"],
    };

    /// <summary>A folder of components to the folders that it may name; all of them may name Facts and Values.</summary>
    private static readonly Dictionary<string, string[]> AllowedFolders = new(StringComparer.Ordinal)
    {
        ["Foundation"] = [],
        ["Networks"] = ["Foundation"],
        ["Clusters"] = ["Foundation"],
        ["Links"] = ["Foundation"],
        ["Trust"] = ["Clusters"],
        ["Mesh"] = ["Clusters", "Trust"],
        ["Observability"] = ["Clusters", "Foundation", "Links"],
    };

    public static TheoryData<string> Projects => new(AllowedReferences.Keys);

    public static TheoryData<string> Folders => new(AllowedFolders.Keys);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_References_OnlyWhatStandsBelowIt(string project)
    {
        var references = XDocument.Load(Path.Combine(ProjectRoot.Path, project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));
        Assert.Empty(references.Except(AllowedReferences[project], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Folder_Names_OnlyWhatStandsBelowIt(string folder)
    {
        var named = Sources($"components/{folder}")
            .SelectMany(file => OwnNamespace().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["folder"].Value)
            .Where(word => word != folder && word != "Values" && word != "Facts")
            .Distinct(StringComparer.Ordinal);
        Assert.Empty(named.Except(AllowedFolders[folder], StringComparer.Ordinal));
    }

    [Fact]
    public void EveryFolderOfComponents_HasItsDirectionStated() => Assert.Equal(
        AllowedFolders.Keys.Order(StringComparer.Ordinal),
        Directory.GetDirectories(Path.Combine(ProjectRoot.Path, "components"))
            .Select(folder => Path.GetFileName(folder))
            .Except(["Values", "Facts", "bin", "obj"], StringComparer.Ordinal)
            .Order(StringComparer.Ordinal));

    /// <summary>A lifter is a second opinion only as long as it knows nothing of the first.</summary>
    [Theory]
    [InlineData("AppMesh")]
    [InlineData("Envoy")]
    [InlineData("Istio")]
    public void Lifter_Names_OnlyValuesAndItself(string lifter) => Assert.Empty(
        Sources($"plan/Lifters/{lifter}")
            .SelectMany(file => OwnNamespace().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["folder"].Value)
            .Except(["Values", "Lifters"], StringComparer.Ordinal));

    [Theory]
    [InlineData("components/Values")]
    [InlineData("components/Facts")]
    [InlineData("plan")]
    public void Folder_NamesNoPulumiType(string folder) =>
        Assert.DoesNotContain(Sources(folder), file => UsingPulumi().IsMatch(File.ReadAllText(file)));

    [Fact]
    public void OnlyBuildFilesOfflineAndDocs_KnowTheFlavour()
    {
        string[] knowing = ["offline", "docs", ".github", ".ci"];
        var others = Directory.GetDirectories(ProjectRoot.Path)
            .Select(folder => Path.GetFileName(folder))
            .Where(folder => !knowing.Contains(folder, StringComparer.Ordinal) && folder is not ".git")
            .SelectMany(folder => Sources(folder))
            .Where(file => File.ReadAllText(file).Contains(FlavourProperty, StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(ProjectRoot.Path, file));
        // The header says which one it is, and the doctor why.
        Assert.Equal(["preview/Doctor/PackageCheck.cs", "preview/Reports/Text/Heading.cs"], others.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(ProjectRoot.Path, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(ProjectRoot.Path, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    [GeneratedRegex(@"CrossCloudMesh\.(?<folder>\w+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OwnNamespace();

    [GeneratedRegex(@"^using (static )?Pulumi|\bPulumi\.\w", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex UsingPulumi();
}
