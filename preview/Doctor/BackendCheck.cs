using System.Text.Json;
using CrossCloudMesh.Preview.Commands;
using CrossCloudMesh.Preview.StackFiles;

namespace CrossCloudMesh.Preview.Doctor;

/// <summary>Where <c>pulumi up</c> would keep its state: from variables and files alone, and without whoever is logged in.</summary>
internal static class BackendCheck
{
    private const string Subject = "backend";

    public static IEnumerable<Diagnosis> Look(Patient patient)
    {
        var (url, from) = Chosen(patient);
        yield return (url, from) switch
        {
            (null, _) when patient.Has("PULUMI_ACCESS_TOKEN") => Diagnosis.Ok(Subject, "Pulumi Cloud, by the variable PULUMI_ACCESS_TOKEN"),
            (null, _) => Diagnosis.Warning(Subject, "nobody is logged in", "pulumi login, before pulumi up; a preview keeps no state"),
            _ => Diagnosis.Ok(Subject, $"{Bare(url)}, by {from}"),
        };
    }

    private static (string? Url, string From) Chosen(Patient patient)
    {
        if (patient.Named("PULUMI_BACKEND_URL") is { } set)
        {
            return (set, "the variable PULUMI_BACKEND_URL");
        }

        if (SourceFile.Read(patient.Root, ProjectFolder.File).Root?["backend"]?.Value is MapNode backend && backend["url"]?.Value is ScalarNode { Text: { Length: > 0 } written })
        {
            return (written, ProjectFolder.File);
        }

        return (LoggedIn(patient), "pulumi login");
    }

    /// <summary>The address that the last login chose; the file holds tokens too, of which nothing is kept.</summary>
    private static string? LoggedIn(Patient patient)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(patient.PulumiHome, "credentials.json")));
            return json.RootElement.TryGetProperty("current", out var current) && current.GetString() is { Length: > 0 } url ? url : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Scheme and host: what stands before an @ or behind a question mark may be a password.</summary>
    private static string Bare(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed)
        ? $"{parsed.Scheme}://{parsed.Host}{(parsed.Scheme == "file" ? parsed.AbsolutePath : "")}"
        : "an address that is none";
}
