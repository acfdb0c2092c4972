namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>Turns a name into letters and digits that look drawn by lot but are the same on every run.</summary>
/// <remarks>FNV-1a with the finalizer of SplitMix64: it only has to spread, and costs no start of a cryptography library.</remarks>
internal static class Digest
{
    private const string Base36 = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>Lower-case hexadecimal digits.</summary>
    public static string Hex(string seed, int length) => Draw(seed, length, 16);

    /// <summary>Decimal digits, the first of which is never 0.</summary>
    public static string Digits(string seed, int length)
    {
        var digits = Draw(seed, length, 10);
        return digits[0] == '0' ? "1" + digits[1..] : digits;
    }

    /// <summary>Lower-case letters and digits.</summary>
    public static string Letters(string seed, int length) => Draw(seed, length, 36);

    /// <summary>A number from 0 up to, and without, the limit.</summary>
    public static int Below(string seed, int limit) => (int)(Mix(Fold(seed)) % (uint)limit);

    /// <summary>The form of a UUID, version 4.</summary>
    public static string Uuid(string seed)
    {
        var hex = Hex(seed, 32);
        return $"{hex[..8]}-{hex[8..12]}-4{hex[13..16]}-a{hex[17..20]}-{hex[20..]}";
    }

    private static string Draw(string seed, int length, uint letters)
    {
        var state = Fold(seed);
        Span<char> drawn = stackalloc char[length];
        for (var i = 0; i < length; i++)
        {
            state += 0x9E3779B97F4A7C15;
            drawn[i] = Base36[(int)(Mix(state) % letters)];
        }

        return new string(drawn);
    }

    private static ulong Fold(string seed)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var letter in seed)
        {
            hash = (hash ^ letter) * 0x100000001B3;
        }

        return hash;
    }

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
