namespace CrossCloudMesh.Values.Mesh;

/// <summary>How a caller's proxy reaches the service.</summary>
public sealed record ClientForm
{
    /// <summary>What Istio waits where nothing is said, in milliseconds; static Envoy is given the same.</summary>
    public const int UsualConnectMs = 10_000;

    /// <summary>The least version of TLS that both ends of every target can keep to.</summary>
    public const string UsualTls = "1.2";

    /// <summary>Whom a caller takes for the service, as <c>spiffe://</c> identities, to the letter; null where it shows no certificate and
    /// asks for none.</summary>
    public required Ordered<string>? Servers { get; init; }

    /// <summary>The least version of TLS: <c>1.2</c>.</summary>
    public string LeastTls { get; init; } = UsualTls;

    public required Balancing Balancing { get; init; }

    public required Locality Locality { get; init; }

    /// <summary>How pods that fail are left out for a while; null where they are not.</summary>
    public required EjectionForm? Ejection { get; init; }

    /// <summary>How long a connection may take to come about, in milliseconds.</summary>
    public int ConnectMs { get; init; } = UsualConnectMs;

    /// <summary>How much a single caller's proxy has under way at most. Caps are the server's, so here there is none.</summary>
    public CapsForm Caps { get; init; } = CapsForm.None;
}

/// <summary>How pods that fail are left out for a while.</summary>
public sealed record EjectionForm
{
    /// <summary>Below this part of well pods, in percent, all pods are called, ejected or not.</summary>
    public const int UsualPanicPercent = 50;

    /// <summary>After how many answers of 500 and above in a row.</summary>
    public required int ConsecutiveErrors { get; init; }

    /// <summary>How often pods are looked at, in milliseconds.</summary>
    public required int IntervalMs { get; init; }

    /// <summary>For how long at first, in milliseconds; each time again, once more as long.</summary>
    public required int BaseMs { get; init; }

    /// <summary>How many of all pods at most, in percent.</summary>
    public required int MaxPercent { get; init; }

    /// <inheritdoc cref="UsualPanicPercent"/>
    public required int PanicPercent { get; init; }
}
