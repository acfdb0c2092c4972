namespace CrossCloudMesh.Values;

/// <summary>The BGP session over one connection of an interconnect, as both of its ends must see it.</summary>
/// <param name="Number">The connection's number in the link, 0 to 3.</param>
/// <param name="Inside">The /29 that holds both ends' addresses.</param>
public sealed record LinkSession(int Number, Cidr Inside)
{
    /// <summary>Google always has the first of the hosts.</summary>
    public string GoogleAddress => Host(1);

    /// <summary>AWS has the second.</summary>
    public string AwsAddress => Host(2);

    /// <summary>Google's address with the length of the range: <c>169.254.128.1/29</c>.</summary>
    public string GoogleRange => $"{GoogleAddress}/{Inside.PrefixLength}";

    /// <summary>AWS's address with the length of the range: <c>169.254.128.2/29</c>.</summary>
    public string AwsRange => $"{AwsAddress}/{Inside.PrefixLength}";

    /// <summary>The session of one connection of a link.</summary>
    /// <param name="inside">The range that the link's sessions are cut from, /27 or larger.</param>
    /// <param name="number">The connection's number, 0 to 3.</param>
    public static LinkSession Of(Cidr inside, int number) => new(number, inside.Part(AttachmentPlan.ConnectionLength, number));

    private string Host(int index) => Inside.Part(32, index).ToString()[..^"/32".Length];
}
