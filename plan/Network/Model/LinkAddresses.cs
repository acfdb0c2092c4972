namespace CrossCloudMesh.Plan.Network.Model;

/// <summary>The addresses of the two ends of a VLAN, which either cloud writes with or without the length of their range.</summary>
internal static class LinkAddresses
{
    /// <summary>The address in <c>169.254.64.2</c> or <c>169.254.64.2/29</c>; null where the text is neither.</summary>
    public static uint? Of(string? text) => Address.Parse(text?.Split('/')[0]);

    /// <summary>The first address of the range that one in <c>169.254.64.2/29</c> is of; null where the length is missing or no link's.</summary>
    public static uint? OfInterface(string? text) =>
        text?.Split('/') is [_, var length] && int.TryParse(length, out var bits) && bits is 29 or 30 && Of(text) is { } address
            ? address & ~((1u << (32 - bits)) - 1)
            : null;
}
