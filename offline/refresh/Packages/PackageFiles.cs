using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;

namespace CrossCloudMesh.Refresh.Packages;

/// <summary>The declarations and scripts of one provider's npm package, in memory.</summary>
internal sealed class PackageFiles
{
    private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);

    private PackageFiles(Stream archive)
    {
        using var unzipped = new GZipStream(archive, CompressionMode.Decompress);
        using var tar = new TarReader(unzipped);
        while (tar.GetNextEntry() is { } entry)
        {
            var path = entry.Name[(entry.Name.IndexOf('/') + 1)..];
            if (entry.DataStream is null || !IsWanted(path))
                continue;
            using var reader = new StreamReader(entry.DataStream);
            _files[path] = reader.ReadToEnd();
        }
    }

    public string Name => Fact("name");

    public string Version => Fact("version").TrimStart('v');

    public static PackageFiles Open(string path)
    {
        try
        {
            using var archive = File.OpenRead(path);
            return new PackageFiles(archive);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new RefreshException($"--package: '{path}' cannot be read as an npm package ({fault.Message}); pass the .tgz that `npm pack` writes");
        }
    }

    /// <summary>Lets the user's own npm fetch the package, from wherever it is set up to.</summary>
    public static PackageFiles Download(string provider, string version)
    {
        var folder = Directory.CreateTempSubdirectory("refresh-").FullName;
        try
        {
            RunNpm($"@pulumi/{provider}@{version}", folder);
            return Open(Directory.GetFiles(folder, "*.tgz").Single());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public bool Has(string path) => _files.ContainsKey(path);

    public string Text(string path) => _files.TryGetValue(path, out var text)
        ? text
        : throw new RefreshException($"package: has no file '{path}'; is it the npm package of the right provider?");

    private string Fact(string property)
    {
        using var json = JsonDocument.Parse(Text("package.json"));
        return json.RootElement.GetProperty(property).GetString() ?? "";
    }

    private static bool IsWanted(string path) =>
        path == "package.json" || path.EndsWith(".d.ts", StringComparison.Ordinal) || path.EndsWith(".js", StringComparison.Ordinal);

    private static void RunNpm(string package, string folder)
    {
        var start = new ProcessStartInfo("npm", ["pack", package, "--loglevel", "error"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var npm = Process.Start(start)!;
            npm.StandardOutput.ReadToEnd();
            var error = npm.StandardError.ReadToEnd().Trim();
            npm.WaitForExit();
            if (npm.ExitCode != 0)
                throw new RefreshException($"npm: could not pack {package} (exit {npm.ExitCode}); fetch it elsewhere and pass --package <file.tgz>; npm says: {error.Split('\n')[0]}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new RefreshException("npm: not found on this machine; install it, or pass --package <file.tgz>");
        }
    }
}
