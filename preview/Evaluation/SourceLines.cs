using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using CrossCloudMesh.Plan;

namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>Finds the source line of an instruction in the symbols beside the assembly; none is found where there are no symbols.</summary>
internal sealed class SourceLines : IDisposable
{
    /// <summary>The build writes paths from here, so that they are the same in every clone.</summary>
    private const string Root = "/_/";

    private readonly Dictionary<Assembly, MetadataReaderProvider?> symbols = [];
    private readonly Dictionary<CallSite, SourceLine?> found = [];

    public SourceLine? Of(CallSite? site)
    {
        if (site is not { } known)
        {
            return null;
        }

        if (!found.TryGetValue(known, out var line))
        {
            found[known] = line = Find(known);
        }

        return line;
    }

    public void Dispose()
    {
        foreach (var provider in symbols.Values)
        {
            provider?.Dispose();
        }
    }

    private SourceLine? Find(CallSite site)
    {
        if (Symbols(site.Method.Module.Assembly)?.GetMetadataReader() is not { } reader)
        {
            return null;
        }

        var method = (MethodDefinitionHandle)MetadataTokens.Handle(site.Method.MetadataToken);
        SequencePoint? last = null;
        foreach (var point in reader.GetMethodDebugInformation(method).GetSequencePoints())
        {
            if (point.Offset > site.Offset)
            {
                break;
            }

            last = point.IsHidden ? last : point;
        }

        if (last is not { } at)
        {
            return null;
        }

        var path = reader.GetString(reader.GetDocument(at.Document).Name).Replace('\\', '/');
        return path.StartsWith(Root, StringComparison.Ordinal) ? new(path[Root.Length..], at.StartLine) : null;
    }

    private MetadataReaderProvider? Symbols(Assembly assembly)
    {
        if (!symbols.TryGetValue(assembly, out var provider))
        {
            var path = Path.ChangeExtension(assembly.Location, ".pdb");
            symbols[assembly] = provider = File.Exists(path)
                ? MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(path), MetadataStreamOptions.PrefetchMetadata)
                : null;
        }

        return provider;
    }
}
