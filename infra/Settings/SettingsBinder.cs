using System.Text.Json;
using CrossCloudMesh.Infra.Settings.Binding;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>Makes a settings record of JSON, and refuses whatever the record does not say, all faults at once.</summary>
/// <remarks>
/// Refused are unknown, missing, twice given, empty and mistyped keys, unknown words, numbers out of range, malformed text,
/// and lists too short, too long or with anything twice. Property names stand in camel case; a property that is not
/// <c>required</c> keeps its default where its key is left out.
/// </remarks>
public static class SettingsBinder
{
    /// <summary>The record; null where there are faults, all of which were added.</summary>
    /// <param name="json">What the operator wrote.</param>
    /// <param name="path">Where it stands, for the faults: <c>sites</c>.</param>
    /// <param name="faults">Where faults are added, in the order of the keys.</param>
    /// <exception cref="NotSupportedException">The record has a property of a type that no setting may have.</exception>
    public static T? Bind<T>(JsonElement json, string path, ICollection<Fault> faults)
        where T : class
        => (T?)Shape.Of(typeof(T)).Read(json, path, Limits.None, faults);
}
