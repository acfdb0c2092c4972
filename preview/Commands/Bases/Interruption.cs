using System.Runtime.InteropServices;

namespace CrossCloudMesh.Preview.Commands.Bases;

/// <summary>Tidies up when somebody ends the process from outside, by Ctrl-C or otherwise; then it ends as it would have.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly PosixSignalRegistration[] registrations;

    private Interruption(Action tidy) =>
        registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, _ => Try(tidy)))];

    /// <param name="tidy">May fail; there is nobody left to be told.</param>
    public static Interruption Then(Action tidy) => new(tidy);

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }
    }

    private static void Try(Action tidy)
    {
        try
        {
            tidy();
        }
        catch (Exception problem) when (problem is InvalidOperationException or IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            // The process is ending already.
        }
    }
}
