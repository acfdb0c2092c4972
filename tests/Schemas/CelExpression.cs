using System.Globalization;
using System.Text.RegularExpressions;

namespace CrossCloudMesh.Tests.Schemas;

/// <summary>An expression of the Common Expression Language, as far as the rules of the definitions in use go.</summary>
internal abstract partial record CelExpression
{
    /// <summary>A literal: text, number, truth or null.</summary>
    internal sealed record Literal(object? Value) : CelExpression;

    /// <summary>A list; a map only without entries, which is the same to every function.</summary>
    internal sealed record ListOf(IReadOnlyList<CelExpression> Items) : CelExpression;

    internal sealed record Name(string Text) : CelExpression;

    internal sealed record Member(CelExpression Of, string Key) : CelExpression;

    internal sealed record Item(CelExpression Of, CelExpression Index) : CelExpression;

    /// <summary>A function, or a method where it has something that it belongs to.</summary>
    internal sealed record Call(CelExpression? On, string Function, IReadOnlyList<CelExpression> Arguments) : CelExpression;

    internal sealed record Not(CelExpression Of) : CelExpression;

    internal sealed record Two(string Sign, CelExpression Left, CelExpression Right) : CelExpression;

    internal sealed record Choice(CelExpression If, CelExpression Then, CelExpression Else) : CelExpression;

    /// <exception cref="FormatException">The text is no such expression.</exception>
    public static CelExpression Parse(string text)
    {
        var parser = new Parser(text);
        var made = parser.Expression();
        parser.End();
        return made;
    }

    private sealed partial class Parser(string text)
    {
        private static readonly string[][] Levels = [["||"], ["&&"], ["==", "!=", "<=", ">=", "<", ">", "in"], ["+", "-"], ["*", "/", "%"]];

        private readonly IReadOnlyList<string> tokens = [.. Token().Matches(text).Select(match => match.Value)];

        private int at;

        private string? Next => at < tokens.Count ? tokens[at] : null;

        public void End()
        {
            if (Next is not null)
            {
                throw new FormatException($"'{Next}' is not expected in: {text}");
            }
        }

        public CelExpression Expression()
        {
            var condition = Binary(0);
            if (!Accept("?"))
            {
                return condition;
            }

            var then = Expression();
            Demand(":");
            return new Choice(condition, then, Expression());
        }

        private CelExpression Binary(int level)
        {
            if (level == Levels.Length)
            {
                return Unary();
            }

            var left = Binary(level + 1);
            while (Next is { } sign && Levels[level].Contains(sign, StringComparer.Ordinal))
            {
                at++;
                left = new Two(sign, left, Binary(level + 1));
            }

            return left;
        }

        private CelExpression Unary() => Accept("!") ? new Not(Unary()) : Postfix(Primary());

        private CelExpression Postfix(CelExpression of)
        {
            while (true)
            {
                if (Accept("."))
                {
                    var name = Take();
                    of = Next == "(" ? new Call(of, name, Arguments("(", ")")) : new Member(of, name);
                }
                else if (Accept("["))
                {
                    of = new Item(of, Expression());
                    Demand("]");
                }
                else
                {
                    return of;
                }
            }
        }

        private CelExpression Primary()
        {
            if (Next == "[")
            {
                return new ListOf(Arguments("[", "]"));
            }

            if (Accept("{"))
            {
                Demand("}");
                return new ListOf([]);
            }

            if (Accept("("))
            {
                var inner = Expression();
                Demand(")");
                return inner;
            }

            var token = Take();
            return token switch
            {
                "true" or "false" => new Literal(token == "true"),
                "null" => new Literal(null),
                _ when token[0] is '\'' or '"' => new Literal(Regex.Unescape(token[1..^1])),
                _ when char.IsAsciiDigit(token[0]) => new Literal(double.Parse(token, CultureInfo.InvariantCulture)),
                _ => Next == "(" ? new Call(null, token, Arguments("(", ")")) : new Name(token),
            };
        }

        private List<CelExpression> Arguments(string open, string close)
        {
            Demand(open);
            var arguments = new List<CelExpression>();
            while (!Accept(close))
            {
                arguments.Add(Expression());
                if (Next != close)
                {
                    Demand(",");
                }
            }

            return arguments;
        }

        private string Take() => Next is { } token ? tokens[at++] : throw new FormatException($"something is missing at the end of: {text}");

        private bool Accept(string token)
        {
            var there = Next == token;
            at += there ? 1 : 0;
            return there;
        }

        private void Demand(string token)
        {
            if (!Accept(token))
            {
                throw new FormatException($"'{token}' is expected instead of '{Next}' in: {text}");
            }
        }

        [GeneratedRegex("""
            '(\\.|[^'\\])*'|"(\\.|[^"\\])*"|[A-Za-z_][A-Za-z0-9_]*|[0-9]+(\.[0-9]+)?|\|\||&&|==|!=|<=|>=|\S
            """, RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
        private static partial Regex Token();
    }
}
