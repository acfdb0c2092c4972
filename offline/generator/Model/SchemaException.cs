namespace CrossCloudMesh.Generator.Model;

/// <summary>A line of a schema file that cannot be read.</summary>
internal sealed class SchemaException(int line, string message) : Exception(message)
{
    /// <summary>Counted from 0.</summary>
    public int Line { get; } = line;
}
