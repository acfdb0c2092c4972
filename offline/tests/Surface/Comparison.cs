using System.Reflection;

namespace CrossCloudMesh.Offline.Tests.Surface;

/// <summary>What a comparison of one of our provider packages with the facts found.</summary>
internal sealed class Comparison
{
    private readonly string _package;
    private readonly ProviderText _text = new();

    public Comparison(Assembly package, string file)
    {
        _package = package.GetName().Name!;
        var facts = OfficialFacts.Provider(file);
        foreach (var type in package.GetExportedTypes())
            Compare(type, facts.TryGetValue(type.FullName!, out var theirs) ? theirs : null);
    }

    public List<string> Differences { get; } = [];

    /// <summary>Lines of <see cref="KnownDrift"/> that explained a difference.</summary>
    public HashSet<string> Explained { get; } = new(StringComparer.Ordinal);

    public int Compared { get; private set; }

    private void Compare(Type type, (string Head, HashSet<string> Members)? theirs)
    {
        var name = type.FullName!;
        if (theirs is null)
        {
            Note(KnownDrift.Types.FirstOrDefault(t => name.EndsWith(t, StringComparison.Ordinal)), $"{name}: no such type");
            return;
        }

        if (ProviderText.Head(type) != theirs.Value.Head)
            Differences.Add($"{name}: ours is '{ProviderText.Head(type)}', theirs '{theirs.Value.Head}'");
        foreach (var member in _text.Members(type))
        {
            Compared++;
            if (theirs.Value.Members.Contains(member))
                continue;
            var wire = member[..(member.IndexOf(':', StringComparison.Ordinal) + 1)];
            var (everywhere, here) = ($"{_package} {wire.TrimEnd(':')}", $"{_package} {Bare(type.Name)}.{wire.TrimEnd(':')}");
            var official = theirs.Value.Members.FirstOrDefault(m => m.StartsWith(wire, StringComparison.Ordinal)) ?? "nothing";
            Note(KnownDrift.Members.FirstOrDefault(m => m == everywhere || m == here), $"{name}: ours is '{member}', theirs '{official}'");
        }
    }

    /// <summary>One name for a type and its inputs.</summary>
    private static string Bare(string type) => type.EndsWith("Args", StringComparison.Ordinal) ? type[..^"Args".Length] : type;

    private void Note(string? drift, string difference)
    {
        if (drift is null)
            Differences.Add(difference);
        else
            Explained.Add(drift);
    }
}
