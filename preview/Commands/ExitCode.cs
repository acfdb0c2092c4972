namespace CrossCloudMesh.Preview.Commands;

/// <summary>How a command ends, in the numbers of the Pulumi CLI.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>Settings or arguments are wrong.</summary>
    public const int BadSettings = 2;

    /// <summary>The program failed, or made what an engine would refuse.</summary>
    public const int ProgramFailed = 4;

    /// <summary>There are findings that the caller does not accept.</summary>
    public const int Findings = 5;

    /// <summary>Something would change, and the caller expected that nothing would.</summary>
    public const int Changes = 7;

    /// <summary>The preview itself is at fault.</summary>
    public const int Internal = 255;

    /// <summary>What a code says of a preview that could be told.</summary>
    public static string Meaning(int code) => code switch
    {
        Findings => "findings at or above --fail-on",
        Changes => "changes where none were expected",
        _ => "fine",
    };
}
