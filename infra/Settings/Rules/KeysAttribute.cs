using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>What the keys of a map must be.</summary>
public abstract class KeysAttribute : Attribute
{
    public abstract string Form { get; }

    public abstract string Pattern { get; }

    public abstract bool Accepts(string key);
}

/// <summary>The keys of a map must be texts of the form of <typeparamref name="TKey"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeysAttribute<TKey> : KeysAttribute
    where TKey : struct, ITextValue<TKey>
{
    public override string Form => TKey.Form;

    public override string Pattern => TKey.Pattern;

    public override bool Accepts(string key) => TKey.Parse(key) is not null;
}
