namespace CrossCloudMesh.Values;

/// <summary>What the text values have in common: questions about plain ASCII text, without regular expressions, which load
/// slowly.</summary>
internal static class Letters
{
    /// <summary>Whether the text is 1 to <paramref name="longest"/> lower-case letters, digits and inner hyphens, starting with a
    /// letter.</summary>
    public static bool IsName(ReadOnlySpan<char> text, int longest) =>
        text.Length >= 1
        && text.Length <= longest
        && char.IsAsciiLetterLower(text[0])
        && text[^1] != '-'
        && IsMadeOf(text, "-");

    /// <summary>Whether every letter is a lower-case letter, a digit or one of <paramref name="others"/>.</summary>
    public static bool IsMadeOf(ReadOnlySpan<char> text, ReadOnlySpan<char> others)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && !others.Contains(letter))
            {
                return false;
            }
        }

        return true;
    }

    public static bool AreDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');

    public static bool AreLowerCase(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('a', 'z');
}
