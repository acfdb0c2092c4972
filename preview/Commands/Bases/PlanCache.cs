using System.Security.Cryptography;
using System.Text;

namespace CrossCloudMesh.Preview.Commands.Bases;

/// <summary>Plans of commits that were built, in the user's cache: a commit says the same for ever.</summary>
/// <remarks>A plan holds no secret. Where there is no cache, or it cannot be written, nothing is kept and nothing fails.</remarks>
internal sealed class PlanCache(Surroundings around)
{
    /// <summary>So many plans are kept, those that were asked for last.</summary>
    private const int Most = 32;

    private const int DigestLength = 8;

    /// <param name="commit">Its whole hash.</param>
    /// <param name="flavour">The SDK that the preview runs on.</param>
    /// <param name="prefix">The project's path in the repository.</param>
    /// <param name="stack">Name of the stack.</param>
    public static string KeyOf(string commit, string flavour, string prefix, string stack)
    {
        var project = prefix.Length == 0 ? "" : "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(prefix)))[..DigestLength];
        return $"{commit}-{flavour}{project}-{stack}.json";
    }

    public byte[]? Find(string key)
    {
        try
        {
            if (Folder() is not { } folder || !File.Exists(Path.Combine(folder, key)))
            {
                return null;
            }

            File.SetLastWriteTimeUtc(Path.Combine(folder, key), around.Clock.GetUtcNow().UtcDateTime);
            return File.ReadAllBytes(Path.Combine(folder, key));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Keep(string key, byte[] plan)
    {
        try
        {
            if (Folder() is { } folder)
            {
                Directory.CreateDirectory(folder);
                AtomicFile.Write(Path.Combine(folder, key), plan);
                foreach (var old in new DirectoryInfo(folder).GetFiles("*.json").OrderByDescending(file => file.LastWriteTimeUtc).Skip(Most))
                {
                    old.Delete();
                }
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The next preview builds it again.
        }
    }

    /// <summary>By the rule of the XDG base directories, where a relative path counts as none; on Windows, among the local data.</summary>
    private string? Folder()
    {
        var cache = around.Variable("XDG_CACHE_HOME") is { Length: > 0 } named && Path.IsPathRooted(named) ? named
            : OperatingSystem.IsWindows() ? around.Variable("LOCALAPPDATA")
            : around.Variable("HOME") is { Length: > 0 } home ? Path.Combine(home, ".cache")
            : null;
        return cache is null ? null : Path.Combine(cache, "cross-cloud-mesh", "bases");
    }
}
