namespace CrossCloudMesh.Preview.Doctor;

/// <summary>Everything that is looked at, in the order in which somebody would set it up.</summary>
internal static class Checkup
{
    private static readonly Func<Patient, IEnumerable<Diagnosis>>[] Checks =
    [
        SdkCheck.Look,
        PackageCheck.Look,
        StackCheck.Look,
        ToolCheck.Look,
        BackendCheck.Look,
        CredentialCheck.Look,
        TerminalCheck.Look,
    ];

    public static IReadOnlyList<Diagnosis> Of(Patient patient) => [.. Checks.SelectMany(look => look(patient))];
}
