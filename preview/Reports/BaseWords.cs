using CrossCloudMesh.Plan;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Reports;

/// <summary>What a plan was compared with, for a reader.</summary>
internal static class BaseWords
{
    private const int ShortLength = 7;

    public static string Of(ComparedPlan basis) => basis.Source switch
    {
        { Kind: BaseKind.Commit, Commit: { } commit } source when basis.Resources == 0 => $"{Commit(source.Name, commit)}, which has no such stack",
        { Kind: BaseKind.Commit, Commit: { } commit } source => $"{Commit(source.Name, commit)}, {Signs.Plural(basis.Resources, "resource")}",
        { Kind: BaseKind.State } source => $"the state in {source.Name}, {Signs.Plural(basis.Resources, "resource")}",
        _ => $"a plan of {Signs.Plural(basis.Resources, "resource")}",
    };

    private static string Commit(string name, string commit) =>
        commit.StartsWith(name, StringComparison.Ordinal) ? commit[..ShortLength] : $"{name} ({commit[..ShortLength]})";
}
