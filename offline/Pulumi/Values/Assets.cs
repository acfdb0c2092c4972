using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A file or a collection of files that a resource takes.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
    }

    internal object Value { get; }
}

/// <summary>One file: on this disk, at a URI, or given as text.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset(string value)
        : base(value)
    {
    }
}

public sealed class FileAsset(string path) : Asset(path);

public sealed class StringAsset(string text) : Asset(text);

public sealed class RemoteAsset(string uri) : Asset(uri);

/// <summary>A collection of files: on this disk, at a URI, or put together from assets.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive(object value)
        : base(value)
    {
    }
}

public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets) : Archive(assets.ToImmutableDictionary());

public sealed class FileArchive(string path) : Archive(path);

public sealed class RemoteArchive(string uri) : Archive(uri);
