using System.Text.RegularExpressions;
using CrossCloudMesh.Plan;
using YamlDotNet.RepresentationModel;

namespace CrossCloudMesh.Tests.Schemas;

/// <summary>Holds a planned object against the structural schema of its kind, as an API server does that refuses unknown fields.</summary>
/// <remarks>
/// Types, required and unknown members, enums, patterns, lengths, sizes and bounds, and anyOf, oneOf, allOf and not. What the plan does not know
/// yet fits anything. The rules of a schema that are written in CEL are judged by <see cref="CelRules"/>.
/// </remarks>
internal static class StructuralCheck
{
    private const string PreserveUnknown = "x-kubernetes-preserve-unknown-fields";

    private static readonly string[] OfEveryObject = ["apiVersion", "kind", "metadata"];

    /// <summary>What is wrong with an object, each as <c>path: what</c>; none where all is well.</summary>
    public static IReadOnlyList<string> Of(PlannedResource resource, YamlMappingNode schema) => Of(resource.Inputs, schema);

    /// <summary>The same, of an object's members.</summary>
    public static IReadOnlyList<string> Of(SortedMap<PlanValue> members, YamlMappingNode schema)
    {
        var inputs = new PlanValue.ObjectValue(new([.. members.Where(input => !OfEveryObject.Contains(input.Key, StringComparer.Ordinal))]));
        return [.. Members(inputs, schema, "", ownMembersOnly: true)];
    }

    internal static IEnumerable<string> Check(PlanValue value, YamlMappingNode schema, string path)
    {
        if (value is PlanValue.UnknownValue or PlanValue.SecretValue)
        {
            return [];
        }

        if (!HasType(value, schema))
        {
            return [$"{path}: must be {schema.Text("type") ?? "an integer or text"}"];
        }

        var own = value switch
        {
            PlanValue.ObjectValue map => Members(map, schema, path, ownMembersOnly: false),
            PlanValue.ListValue list => Items(list, schema, path),
            PlanValue.TextValue text => Text(text.Value, schema, path),
            PlanValue.NumberValue number => Bounds(number.Value, schema, path),
            _ => [],
        };
        return own.Concat(Combined(value, schema, path)).Concat(CelRules.Broken(value, schema, path));
    }

    private static bool HasType(PlanValue value, YamlMappingNode schema) => schema.Text("type") switch
    {
        "object" => value is PlanValue.ObjectValue,
        "array" => value is PlanValue.ListValue,
        "string" => value is PlanValue.TextValue,
        "boolean" => value is PlanValue.BoolValue,
        "number" => value is PlanValue.NumberValue,
        "integer" => value is PlanValue.NumberValue { Value: var number } && number == Math.Floor(number),
        _ => schema.Text("x-kubernetes-int-or-string") != "true"
            || value is PlanValue.TextValue || (value is PlanValue.NumberValue { Value: var either } && either == Math.Floor(either)),
    };

    private static IEnumerable<string> Members(PlanValue.ObjectValue map, YamlMappingNode schema, string path, bool ownMembersOnly)
    {
        var properties = schema.Map("properties");
        foreach (var required in schema.List("required").Select(name => ((YamlScalarNode)name).Value!))
        {
            if (map.Members[required] is null && !(ownMembersOnly && OfEveryObject.Contains(required, StringComparer.Ordinal)))
            {
                yield return $"{path}.{required}: is required";
            }
        }

        foreach (var (key, value) in map.Members)
        {
            var found = (properties?.Map(key) ?? schema.Map("additionalProperties")) is { } member ? Check(value, member, $"{path}.{key}")
                : schema.Text(PreserveUnknown) == "true" || schema.Text("additionalProperties") == "true" ? []
                : [$"{path}.{key}: is not a known field"];
            foreach (var fault in found)
            {
                yield return fault;
            }
        }

        foreach (var fault in Count(map.Members.Count, schema, "minProperties", "maxProperties", path))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Items(PlanValue.ListValue list, YamlMappingNode schema, string path)
    {
        var items = schema.Map("items");
        return list.Items.SelectMany((item, index) => items is null ? [] : Check(item, items, $"{path}[{index}]"))
            .Concat(Count(list.Items.Count, schema, "minItems", "maxItems", path));
    }

    private static IEnumerable<string> Text(string text, YamlMappingNode schema, string path)
    {
        if (schema.List("enum").ToList() is { Count: > 0 } words && !words.Any(word => ((YamlScalarNode)word).Value == text))
        {
            yield return $"{path}: '{text}' is none of {string.Join(", ", words)}";
        }

        if (schema.Text("pattern") is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking))
        {
            yield return $"{path}: '{text}' does not match {pattern}";
        }

        foreach (var fault in Count(text.Length, schema, "minLength", "maxLength", path))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Bounds(double number, YamlMappingNode schema, string path) => Count(number, schema, "minimum", "maximum", path);

    private static IEnumerable<string> Count(double count, YamlMappingNode schema, string fewest, string most, string path)
    {
        if (count < schema.Number(fewest))
        {
            yield return $"{path}: {count} is below {fewest} {schema.Number(fewest)}";
        }

        if (count > schema.Number(most))
        {
            yield return $"{path}: {count} is above {most} {schema.Number(most)}";
        }
    }

    private static IEnumerable<string> Combined(PlanValue value, YamlMappingNode schema, string path)
    {
        var any = schema.List("anyOf").Cast<YamlMappingNode>().ToList();
        if (any.Count > 0 && !any.Exists(Fits))
        {
            yield return $"{path}: fits none of anyOf";
        }

        var one = schema.List("oneOf").Cast<YamlMappingNode>().ToList();
        if (one.Count > 0 && one.Count(Fits) != 1)
        {
            yield return $"{path}: does not fit exactly one of oneOf";
        }

        if (!schema.List("allOf").Cast<YamlMappingNode>().All(Fits))
        {
            yield return $"{path}: does not fit all of allOf";
        }

        if (schema.Map("not") is { } forbidden && Fits(forbidden))
        {
            yield return $"{path}: fits what it must not";
        }

        // A branch only narrows: it names no type, and need not name every member.
        bool Fits(YamlMappingNode branch) => !Narrowed(value, branch, path).Any();
    }

    private static IEnumerable<string> Narrowed(PlanValue value, YamlMappingNode branch, string path)
    {
        if (value is not PlanValue.ObjectValue map)
        {
            return Check(value, branch, path);
        }

        return branch.List("required").Select(name => ((YamlScalarNode)name).Value!).Where(name => map.Members[name] is null).Select(name => $"{path}.{name}: is required")
            .Concat(map.Members.SelectMany(member => branch.Map("properties")?.Map(member.Key) is { } narrower ? Narrowed(member.Value, narrower, $"{path}.{member.Key}") : []))
            .Concat(Combined(value, branch, path));
    }
}
