namespace CrossCloudMesh.Facts;

/// <summary>What TCP over IPv4 takes of a packet.</summary>
public static class TcpFacts
{
    /// <summary>The IPv4 and TCP headers, which a segment leaves out of its count, in bytes. Source: RFC 9293.</summary>
    private const int HeaderBytes = 40;

    /// <summary>The largest payload of a segment on a path, in bytes, to which clouds cut new connections.</summary>
    /// <param name="pathMtuBytes">The largest packet that passes it uncut.</param>
    public static int MssBytes(int pathMtuBytes) => pathMtuBytes - HeaderBytes;
}
