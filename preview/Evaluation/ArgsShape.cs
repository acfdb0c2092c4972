using System.Collections.Concurrent;
using System.Reflection;
using Pulumi;

namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>Which members of a class of arguments go over the wire, and under which names.</summary>
/// <remarks>Read from metadata once per class; names only of members that are ever used, since most never are.</remarks>
internal sealed class ArgsShape
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, ArgsShape> ByType = new();

    private readonly Member[] members;

    private ArgsShape(Type type)
    {
        var found = new List<Member>();
        var fields = new Dictionary<string, FieldInfo>(StringComparer.Ordinal);
        foreach (var field in type.GetFields(Instance))
        {
            fields[field.Name] = field;
            if (field.IsDefined(typeof(InputAttribute), inherit: false))
            {
                found.Add(new(field, field, null));
            }
        }

        foreach (var property in type.GetProperties(Instance))
        {
            if (property.IsDefined(typeof(InputAttribute), inherit: false))
            {
                // Reading the field behind a property costs no code generation, which counts in a process of a fifth of a second.
                var name = $"<{property.Name}>k__BackingField";
                found.Add(new(property, fields.GetValueOrDefault(name) ?? property.DeclaringType!.GetField(name, Instance), property));
            }
        }

        members = [.. found];
    }

    public static ArgsShape Of(Type type) => ByType.GetOrAdd(type, static t => new(t));

    public IReadOnlyList<Member> Members => members;

    internal sealed class Member(MemberInfo declared, FieldInfo? field, PropertyInfo? property)
    {
        private (string Name, bool Json)? attribute;

        public string Name => Attribute.Name;

        /// <summary>The value is sent as JSON text.</summary>
        public bool IsJson => Attribute.Json;

        private (string Name, bool Json) Attribute => attribute ??= ReadAttribute();

        public object? ValueOf(object args) => field is not null ? field.GetValue(args) : property!.GetValue(args);

        // The attribute keeps what it was given to itself, so its constructor call is read.
        private (string Name, bool Json) ReadAttribute()
        {
            foreach (var data in declared.GetCustomAttributesData())
            {
                if (data.AttributeType == typeof(InputAttribute))
                {
                    var given = data.ConstructorArguments;
                    return ((string)given[0].Value!, given.Count > 2 && given[2].Value is true);
                }
            }

            throw new InvalidOperationException($"{declared.DeclaringType}.{declared.Name} has lost its [Input]");
        }
    }
}
