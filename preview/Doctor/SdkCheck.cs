using System.Text.Json;

namespace CrossCloudMesh.Preview.Doctor;

/// <summary>The .NET SDK, against <c>global.json</c>.</summary>
internal static class SdkCheck
{
    private const string Subject = ".NET SDK";
    private const string File = "global.json";

    public static IEnumerable<Diagnosis> Look(Patient patient)
    {
        var (version, roll) = Asked(patient);
        var asked = version is null ? $"there is no {File} that names a version" : $"{File} asks for {version}{(roll is null ? "" : $", {roll}")}";
        var cure = $"install the .NET SDK {(version is null ? "10" : $"{version} or a later 10.0")}: https://dotnet.microsoft.com/download";
        yield return patient.Says("dotnet", "--version") switch
        {
            null when patient.Around.Tool(patient.Root, "dotnet", "--list-sdks") is null => Diagnosis.Fault(Subject, $"dotnet is not on the PATH; {asked}", cure),
            null => Diagnosis.Fault(Subject, $"none that fits; {asked}", cure),
            var found when IsOlder(found, version) => Diagnosis.Fault(Subject, $"{found}; {asked}", cure),
            var found => Diagnosis.Ok(Subject, $"{found}; {asked}"),
        };
    }

    private static (string? Version, string? Roll) Asked(Patient patient)
    {
        try
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(patient.InProject(File)));
            var sdk = json.RootElement.GetProperty("sdk");
            return (sdk.GetProperty("version").GetString(), sdk.TryGetProperty("rollForward", out var roll) ? roll.GetString() : null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return default;
        }
    }

    private static bool IsOlder(string found, string? asked) =>
        ToolVersion.Of(found) is { } have && ToolVersion.Of(asked) is { } need && have < need;
}
