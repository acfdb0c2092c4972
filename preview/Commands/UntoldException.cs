namespace CrossCloudMesh.Preview.Commands;

/// <summary>The result, or the end of it, reached nobody.</summary>
public sealed class UntoldException(Exception why)
    : Exception("the result could not be written to standard output; look whether it is open, and whether its disk has room", why);
