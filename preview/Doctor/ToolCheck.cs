using CrossCloudMesh.Facts;

namespace CrossCloudMesh.Preview.Doctor;

/// <summary>The programs that the project uses beside the SDK.</summary>
internal static class ToolCheck
{
    public static IEnumerable<Diagnosis> Look(Patient patient)
    {
        yield return patient.Says("git", "--version") is { } git
            ? Diagnosis.Ok("git", git)
            : Diagnosis.Warning("git", "not on the PATH", "install git; a preview needs it only to look at another commit");
        yield return Pulumi(patient);
        yield return Diagnosis.Ok("kubectl, helm", "not needed: Pulumi's own provider speaks to the clusters");
    }

    private static Diagnosis Pulumi(Patient patient)
    {
        const string Subject = "Pulumi CLI";
        const string Cure = "https://www.pulumi.com/docs/iac/download-install/; a preview needs none";
        var oldest = PulumiFacts.OldestEngine;
        if (patient.Says("pulumi", "version") is not { } said)
        {
            return Diagnosis.Warning(Subject, "not on the PATH", $"install {oldest} or later for pulumi up: {Cure}");
        }

        return ToolVersion.Of(said) is { } version && version < oldest
            ? Diagnosis.Warning(Subject, $"{said}, older than {oldest}, the oldest whose engine knows all that the SDK may ask for", $"install a later one for pulumi up: {Cure}")
            : Diagnosis.Ok(Subject, $"{said}; the SDK asks for {oldest} or later");
    }
}
