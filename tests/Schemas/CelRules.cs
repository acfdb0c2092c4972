using System.Text.RegularExpressions;
using CrossCloudMesh.Plan;
using YamlDotNet.RepresentationModel;

namespace CrossCloudMesh.Tests.Schemas;

/// <summary>Judges the rules that a schema writes in CEL. A rule about a change has nothing to say about an object that is new.</summary>
internal static partial class CelRules
{
    /// <summary>The rules that a value breaks, each as <c>path: message</c>.</summary>
    /// <exception cref="NotSupportedException">A rule uses what <see cref="CelExpression"/> cannot do; it is never passed over.</exception>
    public static IEnumerable<string> Broken(PlanValue value, YamlMappingNode schema, string path)
    {
        foreach (var rule in schema.List("x-kubernetes-validations").Cast<YamlMappingNode>())
        {
            var text = rule.Text("rule")!;
            if (!text.Contains("oldSelf", StringComparison.Ordinal) && Evaluate(CelExpression.Parse(text), new("self", value, null)) is false)
            {
                yield return $"{path}: {rule.Text("message") ?? text}";
            }
        }
    }

    /// <summary>Null stands for what is absent, and for what the plan does not know: neither breaks a rule.</summary>
    private static object? Evaluate(CelExpression expression, Scope scope) => expression switch
    {
        CelExpression.Literal literal => literal.Value,
        CelExpression.ListOf list => list.Items.Select(item => Evaluate(item, scope)).ToList(),
        CelExpression.Name name => Plain(scope.Find(name.Text)),
        CelExpression.Member member => Evaluate(member.Of, scope) is SortedMap<PlanValue> map ? Plain(map[member.Key]) : null,
        CelExpression.Item item => ItemOf(Evaluate(item.Of, scope), Evaluate(item.Index, scope)),
        CelExpression.Not not => Evaluate(not.Of, scope) is bool truth ? !truth : null,
        CelExpression.Choice choice => Evaluate(choice.If, scope) is bool which ? Evaluate(which ? choice.Then : choice.Else, scope) : null,
        CelExpression.Two two => Combine(two, scope),
        CelExpression.Call call => Call(call, scope),
        _ => throw new NotSupportedException(expression.ToString()),
    };

    private static object? Combine(CelExpression.Two two, Scope scope)
    {
        var left = Evaluate(two.Left, scope);
        switch (two.Sign)
        {
            case "||":
                return left is true ? true : Evaluate(two.Right, scope);
            case "&&":
                return left is false ? false : Evaluate(two.Right, scope);
        }

        var right = Evaluate(two.Right, scope);
        return (two.Sign, left, right) switch
        {
            ("==", _, _) => Equals(left, right),
            ("!=", _, _) => !Equals(left, right),
            ("in", _, List<object?> list) => list.Contains(left),
            ("in", string key, SortedMap<PlanValue> map) => map[key] is not null,
            ("<", double a, double b) => a < b,
            ("<=", double a, double b) => a <= b,
            (">", double a, double b) => a > b,
            (">=", double a, double b) => a >= b,
            ("+", double a, double b) => a + b,
            (_, null, _) or (_, _, null) => null,
            _ => throw new NotSupportedException($"{left} {two.Sign} {right}"),
        };
    }

    private static object? Call(CelExpression.Call call, Scope scope)
    {
        if (call is { On: null, Function: "has", Arguments: [CelExpression.Member asked] })
        {
            return Evaluate(asked.Of, scope) is SortedMap<PlanValue> map && map[asked.Key] is not null;
        }

        var on = call.On is null ? null : Evaluate(call.On, scope);
        if (call is { On: not null, Function: "all" or "exists" or "exists_one" or "filter", Arguments: [CelExpression.Name each, var condition] })
        {
            var items = ItemsOf(on);
            return call.Function switch
            {
                "all" => items.TrueForAll(Holds),
                "exists" => items.Exists(Holds),
                "exists_one" => items.Count(Holds) == 1,
                _ => items.FindAll(Holds),
            };

            bool Holds(object? item) => Evaluate(condition, new(each.Text, item, scope)) is not false;
        }

        var arguments = call.Arguments.Select(argument => Evaluate(argument, scope)).ToList();
        return (call.Function, on ?? arguments.ElementAtOrDefault(0), on is null ? null : arguments.ElementAtOrDefault(0)) switch
        {
            ("size", string text, null) => (double)text.Length,
            ("size", null, null) => 0d,
            ("size", var of, null) => (double)ItemsOf(of).Count,
            ("int", string text, null) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
            ("int", double number, null) => Math.Truncate(number),
            ("duration", string text, null) => Seconds(text),
            ("matches", string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking),
            ("find", string text, string pattern) => Regex.Match(text, pattern, RegexOptions.NonBacktracking).Value,
            ("split", string text, string at) => text.Split(at).Cast<object?>().ToList(),
            ("startsWith", string text, string start) => text.StartsWith(start, StringComparison.Ordinal),
            ("endsWith", string text, string end) => text.EndsWith(end, StringComparison.Ordinal),
            ("substring", string text, double from) => text[(int)from..(int)(double)arguments[1]!],
            ("contains", string text, string part) => text.Contains(part, StringComparison.Ordinal),
            _ => throw new NotSupportedException($"the function {call.Function}"),
        };
    }

    /// <summary>A length of time as Go writes it: <c>1h</c>, <c>1.5s</c>, <c>1m30s</c>, <c>250ms</c>.</summary>
    private static double Seconds(string text)
    {
        var parts = Duration().Matches(text);
        return parts.Count > 0 && parts.Sum(part => part.Length) == text.Length
            ? parts.Sum(part => double.Parse(part.Groups["count"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) * part.Groups["unit"].Value switch
            {
                "h" => 3600,
                "m" => 60,
                "s" => 1,
                _ => 0.001,
            })
            : throw new NotSupportedException($"the duration {text}");
    }

    [GeneratedRegex("(?<count>[0-9]+([.][0-9]+)?)(?<unit>ms|h|m|s)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Duration();

    private static List<object?> ItemsOf(object? of) => of switch
    {
        List<object?> list => list,
        SortedMap<PlanValue> map => [.. map.Select(member => (object?)member.Key)],
        _ => [],
    };

    private static object? ItemOf(object? of, object? index) => (of, index) switch
    {
        (List<object?> list, double place) => list[(int)place],
        (SortedMap<PlanValue> map, string key) => Plain(map[key]),
        _ => null,
    };

    private static object? Plain(object? value) => value switch
    {
        PlanValue.TextValue text => text.Value,
        PlanValue.NumberValue number => number.Value,
        PlanValue.BoolValue truth => truth.Value,
        PlanValue.ListValue list => list.Items.Select(item => Plain(item)).ToList(),
        PlanValue.ObjectValue map => map.Members,
        PlanValue.UnknownValue or PlanValue.SecretValue or PlanValue.NullValue => null,
        _ => value,
    };

    /// <summary>Names and what they stand for, the innermost first.</summary>
    private sealed record Scope(string Name, object? Value, Scope? Outer)
    {
        public object? Find(string name) => name == Name ? Value : Outer is null ? throw new NotSupportedException($"the name {name}") : Outer.Find(name);
    }
}
