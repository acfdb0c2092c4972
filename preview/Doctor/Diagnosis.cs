namespace CrossCloudMesh.Preview.Doctor;

/// <summary>How much something stands in the way.</summary>
internal enum Health
{
    /// <summary>It is as it should be, or is not needed.</summary>
    Ok,

    /// <summary>A preview works; something else does not.</summary>
    Warning,

    /// <summary>A preview, a build or a stack does not work.</summary>
    Fault,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Health">How much it stands in the way.</param>
/// <param name="Subject">What: <c>.NET SDK</c>.</param>
/// <param name="Found">What was found; never a secret.</param>
/// <param name="Cure">What to do; null where there is nothing to do.</param>
internal sealed record Diagnosis(Health Health, string Subject, string Found, string? Cure = null)
{
    public static Diagnosis Ok(string subject, string found) => new(Health.Ok, subject, found);

    public static Diagnosis Warning(string subject, string found, string cure) => new(Health.Warning, subject, found, cure);

    public static Diagnosis Fault(string subject, string found, string cure) => new(Health.Fault, subject, found, cure);
}
