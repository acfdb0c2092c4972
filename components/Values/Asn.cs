namespace CrossCloudMesh.Values;

/// <summary>The number of an autonomous system of BGP, 1 to 2147483647.</summary>
/// <remarks>The protocol goes on to 4294967295; the SDK for Google Cloud takes 31 bits. Source: RFC 7607, RFC 6793, RFC 7300.</remarks>
public readonly record struct Asn : INumberValue<Asn>, IComparable<Asn>
{
    private const int Transition = 23456;
    private const int LastOfSixteenBits = 65535;

    private Asn(int value) => Value = value;

    public int Value { get; }

    public static string Form => "an AS number from 1 to 2147483647, other than the reserved 23456 and 65535";

    public static int Minimum => 1;

    public static int Maximum => int.MaxValue;

    public static Asn? Of(long number) =>
        number >= Minimum && number <= Maximum && number is not Transition and not LastOfSixteenBits ? new Asn((int)number) : null;

    public int CompareTo(Asn other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();

    public static bool operator <(Asn left, Asn right) => left.Value < right.Value;

    public static bool operator >(Asn left, Asn right) => left.Value > right.Value;

    public static bool operator <=(Asn left, Asn right) => left.Value <= right.Value;

    public static bool operator >=(Asn left, Asn right) => left.Value >= right.Value;
}
