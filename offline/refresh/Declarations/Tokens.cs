using System.Text;

namespace CrossCloudMesh.Refresh.Declarations;

internal enum TokenKind { Name, Text, Sign, End }

/// <summary>One token; <c>Deprecated</c> tells that the comment before it says so.</summary>
internal readonly record struct Token(TokenKind Kind, string Value, bool Deprecated);

/// <summary>Splits a declaration file into names, quoted texts and signs.</summary>
internal static class Tokens
{
    public static List<Token> Of(string source)
    {
        var tokens = new List<Token>(source.Length / 12);
        var deprecated = false;
        for (var at = 0; at < source.Length;)
        {
            var sign = source[at];
            if (char.IsWhiteSpace(sign))
            {
                at++;
            }
            else if (source.AsSpan(at).StartsWith("/*"))
            {
                var end = source.IndexOf("*/", at + 2, StringComparison.Ordinal);
                deprecated = source.AsSpan(at, end - at).Contains("@deprecated", StringComparison.Ordinal);
                at = end + 2;
            }
            else if (source.AsSpan(at).StartsWith("//"))
            {
                var end = source.IndexOf('\n', at);
                at = end < 0 ? source.Length : end;
            }
            else
            {
                var (kind, value, end) = Next(source, at);
                tokens.Add(new(kind, value, deprecated));
                deprecated = false;
                at = end;
            }
        }

        tokens.Add(new(TokenKind.End, "", false));
        return tokens;
    }

    private static (TokenKind Kind, string Value, int End) Next(string source, int at)
    {
        if (source[at] is '"' or '\'')
            return Quoted(source, at);
        if (!IsNamePart(source[at]))
            return (TokenKind.Sign, source[at].ToString(), at + 1);
        var end = at + 1;
        while (end < source.Length && (IsNamePart(source[end]) || source[end] == '.'))
            end++;
        return (TokenKind.Name, source[at..end], end);
    }

    private static (TokenKind Kind, string Value, int End) Quoted(string source, int at)
    {
        var text = new StringBuilder();
        var end = at + 1;
        for (; source[end] != source[at]; end++)
        {
            if (source[end] == '\\')
                end++;
            text.Append(source[end]);
        }

        return (TokenKind.Text, text.ToString(), end + 1);
    }

    private static bool IsNamePart(char sign) => char.IsLetterOrDigit(sign) || sign is '_' or '$';
}
