namespace CrossCloudMesh.Preview.Doctor;

/// <summary>Whether there are credentials of the two clouds. Only whether: no value and no content of a file is read.</summary>
internal static class CredentialCheck
{
    private const string Aws = "AWS";
    private const string Google = "Google Cloud";
    private const string Later = "pulumi up needs them; a preview does not";

    private static readonly string[] GoogleVariables = ["GOOGLE_CREDENTIALS", "GOOGLE_OAUTH_ACCESS_TOKEN"];

    public static IEnumerable<Diagnosis> Look(Patient patient) => [OfAws(patient), OfGoogle(patient)];

    private static Diagnosis OfAws(Patient patient)
    {
        var (key, secret) = (patient.Has("AWS_ACCESS_KEY_ID"), patient.Has("AWS_SECRET_ACCESS_KEY"));
        if (key != secret)
        {
            var (there, missing) = key ? ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY") : ("AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID");
            return Diagnosis.Warning(Aws, $"{there} is set, {missing} is not", "set both, or neither");
        }

        if (key)
        {
            return Diagnosis.Ok(Aws, "a key in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
        }

        if (patient.Named("AWS_WEB_IDENTITY_TOKEN_FILE") is { } token && patient.Has("AWS_ROLE_ARN"))
        {
            return File.Exists(token)
                ? Diagnosis.Ok(Aws, "a role by web identity, in AWS_ROLE_ARN")
                : Diagnosis.Warning(Aws, "AWS_WEB_IDENTITY_TOKEN_FILE names a file that is not there", "let whoever issues the token write it");
        }

        if (patient.Has("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") || patient.Has("AWS_CONTAINER_CREDENTIALS_FULL_URI"))
        {
            return Diagnosis.Ok(Aws, "those of the container");
        }

        var isFile = File.Exists(patient.Named("AWS_SHARED_CREDENTIALS_FILE") ?? patient.InHome(".aws", "credentials"))
            || File.Exists(patient.Named("AWS_CONFIG_FILE") ?? patient.InHome(".aws", "config"));
        return (isFile, patient.Named("AWS_PROFILE")) switch
        {
            (true, { } profile) => Diagnosis.Ok(Aws, $"the profile {profile}, by AWS_PROFILE"),
            (true, null) => Diagnosis.Ok(Aws, "the default profile"),
            (false, { } profile) => Diagnosis.Warning(Aws, $"AWS_PROFILE names {profile}, but there is no file of profiles", "aws configure sso"),
            (false, null) => Diagnosis.Warning(Aws, "no credentials", $"aws configure sso, or set AWS_PROFILE; {Later}"),
        };
    }

    private static Diagnosis OfGoogle(Patient patient)
    {
        if (GoogleVariables.FirstOrDefault(patient.Has) is { } direct)
        {
            return Diagnosis.Ok(Google, $"in {direct}");
        }

        if (patient.Named("GOOGLE_APPLICATION_CREDENTIALS") is { } file)
        {
            return File.Exists(file)
                ? Diagnosis.Ok(Google, "the file of GOOGLE_APPLICATION_CREDENTIALS")
                : Diagnosis.Warning(Google, "GOOGLE_APPLICATION_CREDENTIALS names a file that is not there", "mend the path, or unset the variable");
        }

        var folder = patient.Named("CLOUDSDK_CONFIG") ?? patient.InHome(".config", "gcloud");
        return File.Exists(Path.Combine(folder, "application_default_credentials.json"))
            ? Diagnosis.Ok(Google, "the application default credentials of gcloud")
            : Diagnosis.Warning(Google, "no credentials", $"gcloud auth application-default login; {Later}");
    }
}
