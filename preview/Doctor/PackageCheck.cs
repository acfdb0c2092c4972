using System.Xml;
using System.Xml.Linq;
using CrossCloudMesh.Preview.Reports.Text;

namespace CrossCloudMesh.Preview.Doctor;

/// <summary>Which SDK a build takes and why, and whether the official one can be had.</summary>
internal static class PackageCheck
{
    /// <summary>The variable, and the MSBuild property, that chooses.</summary>
    public const string Variable = "PulumiSdk";

    private const string Official = "official";
    private const string Offline = "offline";
    private const string Flavour = "SDK flavour";
    private const string Packages = "packages";

    public static IEnumerable<Diagnosis> Look(Patient patient)
    {
        var (next, why) = Chosen(patient);
        var built = Heading.Flavour();
        yield return built == next
            ? Diagnosis.Ok(Flavour, $"{next}, as {why}")
            : Diagnosis.Warning(Flavour, $"this preview is of the {built} one; a build takes the {next} one, as {why}", $"build again, or set {Variable}={built}");
        yield return Restorable(patient, next == Official);
    }

    private static (string Flavour, string Why) Chosen(Patient patient)
    {
        if (patient.Named(Variable) is { } set)
        {
            return (set == Official ? Official : Offline, $"the variable {Variable} says");
        }

        return Directory.Exists(patient.PulumiHome) ? (Official, "Pulumi's home folder is there") : (Offline, "there is no home folder of Pulumi");
    }

    private static Diagnosis Restorable(Patient patient, bool isNeeded)
    {
        var pinned = Pinned(patient);
        var folder = patient.Named("NUGET_PACKAGES") ?? patient.InHome(".nuget", "packages");
        var missing = pinned.Where(each => !Directory.Exists(Path.Combine(folder, each.Id.ToLowerInvariant(), each.Version))).ToList();
        if (pinned.Count > 0 && missing.Count == 0)
        {
            return Diagnosis.Ok(Packages, $"all {pinned.Count} of Pulumi are in the packages folder");
        }

        var sources = Sources(patient);
        var found = pinned.Count == 0
            ? "no version of a Pulumi package is pinned"
            : $"{string.Join(", ", missing.Select(each => $"{each.Id} {each.Version}"))} not in the packages folder";
        if (patient.IsOnline && missing is [var (id, version), ..])
        {
            return patient.Around.Tool(patient.Root, "dotnet", "package", "search", id, "--exact-match") is { Code: 0 } run && run.Text.Contains(version, StringComparison.Ordinal)
                ? Diagnosis.Ok(Packages, $"{found}, but a source has {id} {version}")
                : Without(isNeeded, $"{found}, and no source has {id} {version}");
        }

        return sources.Count == 0
            ? Without(isNeeded, $"{found}, and no source is enabled")
            : isNeeded
                ? Diagnosis.Warning(Packages, $"{found}; sources: {string.Join(", ", sources)}", $"doctor --online asks the sources; without them: {Variable}={Offline}")
                : Diagnosis.Ok(Packages, $"{found}; only pulumi up needs them; sources: {string.Join(", ", sources)}");
    }

    private static Diagnosis Without(bool isNeeded, string found) => isNeeded
        ? Diagnosis.Fault(Packages, found, $"add a source that has them, or build with {Variable}={Offline}")
        : Diagnosis.Warning(Packages, found, "add a source that has them before pulumi up");

    private static List<(string Id, string Version)> Pinned(Patient patient)
    {
        try
        {
            return
            [
                .. from package in XDocument.Load(patient.InProject("Directory.Packages.props")).Descendants("PackageVersion")
                   let id = (string?)package.Attribute("Include") ?? ""
                   where id == "Pulumi" || id.StartsWith("Pulumi.", StringComparison.Ordinal)
                   select (id, (string?)package.Attribute("Version") ?? ""),
            ];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or XmlException)
        {
            return [];
        }
    }

    /// <summary>The names of the enabled sources. Their addresses may hold passwords, so nobody reads them.</summary>
    private static List<string> Sources(Patient patient) =>
        patient.Around.Tool(patient.Root, "dotnet", "nuget", "list", "source") is { Code: 0 } run
            ? [.. run.Text.Split('\n').Where(line => line.TrimEnd().EndsWith("[Enabled]", StringComparison.Ordinal)).Select(Name)]
            : [];

    private static string Name(string line)
    {
        var text = line.Trim()[..^"[Enabled]".Length].Trim();
        return text[(text.IndexOf('.', StringComparison.Ordinal) + 1)..].Trim();
    }
}
