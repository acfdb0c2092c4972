using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings.Binding;

/// <summary>A map with fixed keys, which becomes a record: one key for each property that can be set.</summary>
/// <param name="type">The record.</param>
/// <param name="also">A key that belongs to the map but to no property.</param>
internal sealed class RecordShape(Type type, string? also = null) : Shape
{
    private readonly Member[] members =
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .Select(property => new Member(property)),
    ];

    public IEnumerable<string> Keys => members.Select(member => member.Key);

    private IEnumerable<string> AllKeys => Keys.Prepend(also).OfType<string>();

    public override string Form(Limits limits) => $"a map with the keys {string.Join(", ", AllKeys)}";

    public override JsonObject Schema(Limits limits)
    {
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false };
        var properties = new JsonObject();
        foreach (var member in members)
        {
            var described = member.Shape.Schema(member.Limits);
            described.Insert(0, "description", member.Property.GetCustomAttribute<DescriptionAttribute>()!.Description);
            properties[member.Key] = described;
        }

        schema["required"] = new JsonArray([.. members.Where(member => member.IsRequired).Select(member => JsonValue.Create(member.Key))]);
        schema["properties"] = properties;
        return schema;
    }

    protected override object? ReadPresent(JsonElement json, string path, Limits limits, ICollection<Fault> faults)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            var given = new List<Given>();
            foreach (var member in json.EnumerateObject())
            {
                given.Add(new Given(member.Name, member.Value));
            }

            return Read(given, path, faults);
        }

        faults.Add(Wrong.Value(path, Form(limits), json));
        return null;
    }

    /// <summary>The record, from the members of a map that may stand in several places.</summary>
    public object? Read(IReadOnlyList<Given> given, string path, ICollection<Fault> faults)
    {
        var before = faults.Count;
        var found = new Dictionary<string, Given>(StringComparer.Ordinal);
        foreach (var each in given)
        {
            var key = each.Key;
            if (key != also && !Keys.Contains(key))
            {
                faults.Add(new Fault(Wrong.Member(path, key), "is not a known key", Cure: Wrong.MeantOrKnown(key, [.. AllKeys])));
            }
            else if (!found.TryAdd(key, each))
            {
                faults.Add(new Fault(Wrong.Member(path, key), "stands here twice", Cure: "keep one"));
            }
        }

        var made = Activator.CreateInstance(type)!;
        foreach (var member in members)
        {
            var memberPath = Wrong.Member(path, member.Key);
            if (found.TryGetValue(member.Key, out var there))
            {
                if (member.Read(there.Json, memberPath, faults) is { } value)
                {
                    member.Property.SetValue(made, value);
                }
            }
            else if (member.IsRequired)
            {
                faults.Add(new Fault(memberPath, member.Why is { } why ? $"is missing, and {why}" : "is missing", Cure: "add " + member.Shape.Form(member.Limits)));
            }
        }

        return faults.Count == before ? made : null;
    }

    /// <summary>A member of a map, as it is typed.</summary>
    internal sealed record Given(string Key, JsonElement Json);

    private sealed class Member(PropertyInfo property)
    {
        private Shape? shape;

        public PropertyInfo Property => property;

        public string Key { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);

        public bool IsRequired { get; } = property.IsDefined(typeof(RequiredMemberAttribute), inherit: false);

        public Limits Limits { get; } = Limits.Of(property);

        public string? Why { get; } = property.GetCustomAttribute<NeededAttribute>()?.Why;

        public Shape Shape => shape ??= Of(property.PropertyType);

        /// <summary>The value. Where the name of a secret belongs, people put the secret itself, so what stands there is never told.</summary>
        public object? Read(JsonElement json, string path, ICollection<Fault> faults)
        {
            if (property.Name != "Secret")
            {
                return Shape.Read(json, path, Limits, faults);
            }

            var told = new List<Fault>();
            var value = Shape.Read(json, path, Limits, told);
            foreach (var fault in told)
            {
                faults.Add(fault.Got is null ? fault : fault with { Got = null, Cure = "name a key of the stack file whose value is secure" });
            }

            return value;
        }
    }
}
