using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace CrossCloudMesh.Values;

/// <summary>An IPv4 address range: a network address, with no host bit set, and a prefix length of 0 to 32 bits.</summary>
public readonly record struct Cidr : ITextValue<Cidr>, IComparable<Cidr>
{
    private readonly uint network;

    private Cidr(uint network, int prefixLength) => (this.network, PrefixLength) = (network, prefixLength);

    /// <summary>How many leading bits are fixed, 0 to 32.</summary>
    public int PrefixLength { get; }

    /// <summary>How many addresses the range holds.</summary>
    public long AddressCount => 1L << (32 - PrefixLength);

    /// <summary>The lowest address, as a number of 32 bits.</summary>
    public uint First => network;

    /// <summary>The highest address, as a number of 32 bits.</summary>
    public uint Last => network | ~Mask(PrefixLength);

    public static string Form => "an IPv4 range with no host bits set, such as 10.16.0.0/16";

    public static string Pattern => @"^\d{1,3}(\.\d{1,3}){3}/\d{1,2}$";

    public static Cidr? Parse(string text)
    {
        var slash = text.IndexOf('/');
        if (slash < 0
            || !IPAddress.TryParse(text.AsSpan(0, slash), out var address)
            || address.AddressFamily != AddressFamily.InterNetwork
            || !byte.TryParse(text.AsSpan(slash + 1), out var length)
            || length > 32)
        {
            return null;
        }

        var cidr = new Cidr(BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes()), length);
        // Forms such as 10.1/16 or 010.0.0.0/8 name an address too, but not the one that most readers expect.
        return (cidr.network & ~Mask(length)) == 0 && cidr.ToString() == text ? cidr : null;
    }

    /// <summary>The part of this range with the given index, when it is cut into equal parts of the given prefix length.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The parts would be larger than the range, or there is no part of that
    /// index.</exception>
    public Cidr Part(int prefixLength, int index)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(prefixLength, PrefixLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefixLength, 32);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, 1L << (prefixLength - PrefixLength));
        return new Cidr(network + (uint)((long)index << (32 - prefixLength)), prefixLength);
    }

    public bool Contains(Cidr other) => other.PrefixLength >= PrefixLength && (other.network & Mask(PrefixLength)) == network;

    public bool Overlaps(Cidr other) => Contains(other) || other.Contains(this);

    public int CompareTo(Cidr other) =>
        network != other.network ? network.CompareTo(other.network) : PrefixLength.CompareTo(other.PrefixLength);

    public override string ToString() =>
        $"{network >> 24}.{(network >> 16) & 255}.{(network >> 8) & 255}.{network & 255}/{PrefixLength}";

    private static uint Mask(int prefixLength) => prefixLength == 0 ? 0 : uint.MaxValue << (32 - prefixLength);

    public static bool operator <(Cidr left, Cidr right) => left.CompareTo(right) < 0;

    public static bool operator >(Cidr left, Cidr right) => left.CompareTo(right) > 0;

    public static bool operator <=(Cidr left, Cidr right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Cidr left, Cidr right) => left.CompareTo(right) >= 0;
}
