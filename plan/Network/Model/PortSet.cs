namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>What one rule of a filter is about: a protocol, and of it a range of ports.</summary>
/// <param name="Protocol"><c>tcp</c>, <c>udp</c>, <c>icmp</c>, or <c>all</c>.</param>
/// <param name="From">The first port; of ICMP, the type, or -1 for all.</param>
/// <param name="To">The last port; of ICMP, the code, or -1 for all.</param>
internal readonly record struct PortSet(string Protocol, int From, int To)
{
    private const int LastPort = 65535;

    public static PortSet Everything { get; } = new("all", 0, LastPort);

    /// <param name="protocol">As a cloud writes it: a name, a number, or a word for all.</param>
    /// <param name="from">The first port, or ICMP type.</param>
    /// <param name="to">The last port, or ICMP code.</param>
    public static PortSet Of(string? protocol, int? from, int? to) => protocol switch
    {
        "-1" or "all" => Everything,
        "6" or "tcp" => new("tcp", from ?? 0, to ?? LastPort),
        "17" or "udp" => new("udp", from ?? 0, to ?? LastPort),
        "1" or "icmp" => new("icmp", from ?? -1, to ?? -1),
        _ => new(protocol ?? "", from ?? 0, to ?? LastPort),
    };

    /// <summary>Whether a packet of that protocol to that port is meant; of ICMP, a too-big message.</summary>
    public bool Means(string protocol, int port) => Protocol switch
    {
        "all" => true,
        "icmp" => protocol == "icmp" && (From is -1 or PortClass.UnreachableType) && (To is -1 or PortClass.TooBigCode),
        _ => protocol == Protocol && From <= port && port <= To,
    };
}
