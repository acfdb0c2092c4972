namespace CrossCloudMesh.Values;

/// <summary>The keys by which the two ends of a BGP session over an interconnect sign what they say, all drawn from one secret of the link.</summary>
/// <remarks>
/// As <see cref="PreSharedKey"/>, for another purpose: the same secret gives a session and a tunnel of the same number different keys. AWS
/// wants 6 to 80 characters, Google at most 80 printable ones.
/// Source: https://docs.aws.amazon.com/directconnect/latest/APIReference/API_NewTransitVirtualInterface.html,
/// https://cloud.google.com/network-connectivity/docs/router/how-to/use-md5-authentication, read 2026-11-21.
/// </remarks>
public static class SessionKey
{
    private static readonly byte[] Purpose = "cross-cloud-mesh/interconnect/session-key/1"u8.ToArray();

    /// <summary>The key of one session, the same on every run.</summary>
    /// <param name="secret">The link's secret: random, and of <see cref="PreSharedKey.ShortestSecret"/> characters or more.</param>
    /// <param name="link">The link's key.</param>
    /// <param name="connection">The connection's number in the link.</param>
    /// <param name="generation">Counts how often the key was changed.</param>
    /// <exception cref="ArgumentException">The secret is too short; the message does not show it.</exception>
    public static string Derive(string secret, string link, int connection, int generation) =>
        DrawnKey.Draw(Purpose, secret, link, connection, generation);
}
