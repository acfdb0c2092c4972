using CrossCloudMesh.Infra.Settings;
using Pulumi;

namespace CrossCloudMesh.Infra;

/// <summary>The settings as the engine hands them over.</summary>
internal static class StackConfig
{
    /// <exception cref="RunException">Every fault in the settings, one per line.</exception>
    public static MeshSettings Read()
    {
        var config = new Config();
        var sections = SettingsLoader.Sections
            .Select(section => KeyValuePair.Create(section, config.Get(section)))
            .Where(section => section.Value is not null)
            .ToDictionary(section => section.Key, section => section.Value!, StringComparer.Ordinal);

        var settled = SettingsLoader.Load(sections, hasSecret: name => config.GetSecret(name) is not null, today: DateOnly.FromDateTime(DateTime.UtcNow));
        return settled.Settings ?? throw new RunException(string.Join('\n', settled.Faults));
    }
}
