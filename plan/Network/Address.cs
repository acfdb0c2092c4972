using System.Net;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Plan.Network;

/// <summary>Single IPv4 addresses, as numbers of 32 bits.</summary>
internal static class Address
{
    public static bool Holds(this Cidr range, uint address) => range.First <= address && address <= range.Last;

    /// <summary>The address in a text such as <c>169.254.64.2</c>; null where there is none.</summary>
    public static uint? Parse(string? text) => text is not null && Cidr.Parse(text + "/32") is { } one ? one.First : null;

    /// <summary>The address in front of a prefix length, as in <c>169.254.64.2/30</c>; null where the text is no such thing.</summary>
    public static uint? OfInterface(string? text) => text?.Split('/') is [var address, "30"] ? Parse(address) : null;

    public static string Text(uint address) => new IPAddress([(byte)(address >> 24), (byte)(address >> 16), (byte)(address >> 8), (byte)address]).ToString();
}
