namespace CrossCloudMesh.Values;

/// <summary>One port, or a range of ports with both ends, 1 to 65535.</summary>
public readonly record struct PortRange : ITextValue<PortRange>
{
    private const string Port = "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";

    private PortRange(int first, int last) => (First, Last) = (first, last);

    public int First { get; }

    public int Last { get; }

    public static string Form => "a port such as \"443\", or a range such as \"8000-8999\"";

    public static string Pattern => $"^{Port}(-{Port})?$";

    /// <summary>A single port.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not 1 to 65535.</exception>
    public static PortRange Of(int port)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(port, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, ushort.MaxValue);
        return new PortRange(port, port);
    }

    public static PortRange? Parse(string text)
    {
        var dash = text.IndexOf('-');
        return dash < 0
            ? ReadPort(text) is { } port ? new PortRange(port, port) : null
            : (ReadPort(text.AsSpan(0, dash)), ReadPort(text.AsSpan(dash + 1))) is ({ } first, { } last) && first < last
                ? new PortRange(first, last)
                : null;
    }

    public bool Overlaps(PortRange other) => First <= other.Last && other.First <= Last;

    public override string ToString() => First == 0 ? "" : First == Last ? First.ToString() : $"{First}-{Last}";

    private static int? ReadPort(ReadOnlySpan<char> text) =>
        text.Length is >= 1 and <= 5 && text[0] != '0' && Letters.AreDigits(text) && int.Parse(text) is var port and <= ushort.MaxValue ? port : null;
}
