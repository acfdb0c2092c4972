using System.Globalization;
using System.Text.Json.Nodes;

namespace CrossCloudMesh.Mesh.Envoy;

/// <summary>The forms that Envoy's messages are made of, as protobuf's JSON writes them.</summary>
/// <remarks>Source: https://protobuf.dev/programming-guides/json/, not read; the forms are those of Envoy's own examples.</remarks>
internal static class Message
{
    /// <summary>An extension by its name, with its configuration.</summary>
    /// <param name="name">The name of the extension: <c>envoy.filters.http.router</c>.</param>
    /// <param name="type">The full name of the message that configures it.</param>
    /// <param name="members">What the message says.</param>
    public static JsonObject Extension(string name, string type, params IEnumerable<KeyValuePair<string, JsonNode?>> members) =>
        new() { ["name"] = name, ["typed_config"] = Any(type, members) };

    /// <summary>A message that tells what it is.</summary>
    public static JsonObject Any(string type, params IEnumerable<KeyValuePair<string, JsonNode?>> members) =>
        new([new("@type", "type.googleapis.com/" + type), .. members]);

    /// <summary>Some messages, one after the other.</summary>
    public static JsonArray List(params IEnumerable<JsonNode?> items) => new([.. items]);

    /// <summary>A time: <c>0s</c>, <c>15s</c>, <c>0.250s</c>.</summary>
    public static string Duration(int milliseconds) => milliseconds % 1000 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000}s")
        : string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000}.{milliseconds % 1000:000}s");

    /// <summary>A port at an address.</summary>
    public static JsonObject Socket(string address, int port) =>
        new() { ["socket_address"] = new JsonObject { ["address"] = address, ["port_value"] = port } };
}
