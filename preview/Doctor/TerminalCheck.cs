namespace CrossCloudMesh.Preview.Doctor;

/// <summary>What a report will look like here.</summary>
internal static class TerminalCheck
{
    public static IEnumerable<Diagnosis> Look(Patient patient)
    {
        const string Subject = "terminal";
        var around = patient.Around;
        var found = $"{(around.IsOutTerminal ? "a terminal" : "not a terminal")}, {(around.WantsColor(around.IsOutTerminal) ? "in colour" : "without colour")}";
        yield return around.IsUnicode
            ? Diagnosis.Ok(Subject, $"{found}, UTF-8")
            : Diagnosis.Warning(Subject, $"{found}, not UTF-8: lines are drawn with + - |", "set LANG to a locale of UTF-8");
    }
}
