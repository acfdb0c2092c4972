using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;

namespace CrossCloudMesh.Tests.Trust;

/// <summary>Two judges of certificates that know nothing of this project: the builder of chains in .NET, and OpenSSL.</summary>
internal static class Chains
{
    /// <summary>A day on which everything that the offline cloud makes is valid.</summary>
    public static readonly DateTimeOffset Day = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether .NET trusts the first certificate, with the others of the text at hand, where these roots are trusted.</summary>
    public static bool TrustedByDotNet(string presented, string roots)
    {
        var certificates = Read(presented);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(Read(roots));
        chain.ChainPolicy.ExtraStore.AddRange(certificates);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = Day.UtcDateTime;
        return chain.Build(certificates[0]);
    }

    /// <summary>The same question to OpenSSL, as strict as it can be.</summary>
    public static bool TrustedByOpenSsl(string presented, string roots)
    {
        var folder = Directory.CreateTempSubdirectory("chain-");
        try
        {
            string Write(string name, string text)
            {
                var path = Path.Combine(folder.FullName, name);
                File.WriteAllText(path, text);
                return path;
            }

            using var process = Process.Start(new ProcessStartInfo("openssl",
            [
                "verify", "-x509_strict", "-no-CApath", "-no-CAstore", "-attime", Day.ToUnixTimeSeconds().ToString(),
                "-CAfile", Write("roots.pem", roots), "-untrusted", Write("presented.pem", presented), Write("leaf.pem", presented),
            ])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode is 0 or 2, output);
            return process.ExitCode == 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static X509Certificate2Collection Read(string pem)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(pem);
        return certificates;
    }
}
