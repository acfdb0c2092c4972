using System.Text.Json;
using CrossCloudMesh.Infra.Settings.Binding;
using CrossCloudMesh.Infra.Settings.Checks;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>Makes the settings of a stack from its sections, as Pulumi hands them over.</summary>
public static class SettingsLoader
{
    private static readonly RecordShape Stack = new(typeof(MeshSettings));

    /// <summary>The names of all sections: the keys of the project's namespace.</summary>
    public static IReadOnlyList<string> Sections { get; } = [.. Stack.Keys];

    /// <summary>The settings, or everything that is wrong with them.</summary>
    /// <remarks>What one setting demands of another is looked at only where each of them is right by itself.</remarks>
    /// <param name="sections">By name of section, its JSON text: exactly what <c>Config.Get(name)</c> returns.</param>
    /// <param name="rules">The ids of the rules that can be suppressed, from whoever judges the plan; null where nobody does.</param>
    /// <param name="hasSecret">Whether the stack holds a secret of that name; null where nobody can tell.</param>
    /// <param name="today">The day in UTC, for what ends; null where nobody can tell.</param>
    public static Settled Load(
        IReadOnlyDictionary<string, string> sections,
        IReadOnlyCollection<string>? rules = null,
        Func<string, bool>? hasSecret = null,
        DateOnly? today = null)
    {
        var faults = new List<Fault>();
        var given = sections.Keys.Order(StringComparer.Ordinal).Select(name => new RecordShape.Given(name, Parse(sections[name]))).ToArray();
        var settings = (MeshSettings?)Stack.Read(given, "", faults);
        if (settings is not null)
        {
            faults.AddRange(AllChecks.Run(settings));
            faults.AddRange(LinkSecrets.Check(settings, hasSecret));
            faults.AddRange(TrustSecrets.Check(settings, hasSecret));
            faults.AddRange(ThirdPartySecrets.Check(settings, hasSecret));
            faults.AddRange(TrustRoots.Check(settings, today));
            faults.AddRange(TrustRotations.Check(settings, today));
            faults.AddRange(KnownRules.Check(settings, rules));
        }

        return new Settled(faults.Count == 0 ? settings : null, faults);
    }

    /// <summary>What the text says; where it is no JSON, the text itself, which is then refused as such.</summary>
    private static JsonElement Parse(string text)
    {
        if (text.Length == 0)
        {
            return default;
        }

        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(text);
        }
    }
}

/// <summary>What came of reading settings: either settings, or faults.</summary>
/// <param name="Settings">Null where there are faults.</param>
/// <param name="Faults">Everything that is wrong, in the order of the settings.</param>
public sealed record Settled(MeshSettings? Settings, IReadOnlyList<Fault> Faults);
