using CrossCloudMesh.Generator.Model;

namespace CrossCloudMesh.Generator.Emit;

/// <summary>Writes an enum of the provider: a struct around its text, with a static property for each known value.</summary>
internal static class EnumStruct
{
    public static void Write(SourceText text, Entry entry)
    {
        var name = entry.Name;
        text.Line("[global::Pulumi.EnumTypeAttribute]").Block($"public readonly struct {name} : global::System.IEquatable<{name}>", () =>
        {
            text.Line("private readonly string _value;").Line("")
                .Line($"private {name}(string value) => _value = value ?? throw new global::System.ArgumentNullException(nameof(value));").Line("");
            foreach (var member in entry.Members)
                text.Line($"public static {name} {Words.Identifier(member.Key)} {{ get; }} = new {name}({Words.Quote(member.Value)});").Line("");
            text.Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);").Line("")
                .Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);").Line("")
                .Line($"public static explicit operator string({name} value) => value._value;").Line("")
                .Line("[global::System.ComponentModel.EditorBrowsableAttribute(global::System.ComponentModel.EditorBrowsableState.Never)]")
                .Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);").Line("")
                .Line($"public bool Equals({name} other) => string.Equals(_value, other._value, global::System.StringComparison.Ordinal);").Line("")
                .Line("[global::System.ComponentModel.EditorBrowsableAttribute(global::System.ComponentModel.EditorBrowsableState.Never)]")
                .Line("public override int GetHashCode() => _value?.GetHashCode() ?? 0;").Line("")
                .Line("public override string ToString() => _value;");
        });
    }
}
