using System.Text.Json.Nodes;

namespace CrossCloudMesh.Mesh.Envoy;

/// <summary>The same Envoy in a container, where a machine has Docker and no package of Envoy.</summary>
/// <remarks>
/// It has the machine's network, as the service beside it is at 127.0.0.1. The image's own user is 101.
/// Source: https://docs.docker.com/reference/compose-file/services/ (not read today), and
/// https://www.envoyproxy.io/docs/envoy/v1.27.6/start/docker, read 2026-11-21.
/// </remarks>
internal static class EnvoyCompose
{
    public const string File = "compose.yaml";

    private const string Image = "docker.io/envoyproxy/envoy:distroless-v";
    private const string User = "101:101";

    /// <param name="machine">What it is told.</param>
    /// <param name="version">The version of Envoy, to the patch.</param>
    public static string Of(EnvoyMachine machine, string version) => YamlText.Of(
        [$"The proxy of {machine.Service.Name.Name}.{machine.Service.Name.Namespace} in a container. It is started as README.md beside it says."],
        new()
        {
            ["name"] = "mesh",
            ["services"] = new JsonObject
            {
                ["envoy"] = new JsonObject
                {
                    ["image"] = Image + version,
                    ["command"] = Message.List("--config-path", $"{EnvoyPaths.Folder}/envoy.yaml", "--drain-time-s", "30", "--disable-hot-restart"),
                    ["network_mode"] = "host",
                    ["user"] = User,
                    ["read_only"] = true,
                    ["cap_drop"] = Message.List("ALL"),
                    ["security_opt"] = Message.List("no-new-privileges:true"),
                    ["restart"] = "always",
                    ["stop_grace_period"] = "40s",
                    ["volumes"] = Message.List($"{EnvoyPaths.Folder}:{EnvoyPaths.Folder}:ro"),
                },
            },
        });
}
