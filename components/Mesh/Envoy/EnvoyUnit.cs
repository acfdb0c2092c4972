using System.Globalization;

namespace CrossCloudMesh.Mesh.Envoy;

/// <summary>The two ways to have an Envoy run: by systemd, or in a container.</summary>
/// <remarks>
/// Either way it is nobody's but its own, sees its files and writes none, and is ended gently: 30 s for what is under way.
/// Source: https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html (not read today), and
/// https://www.envoyproxy.io/docs/envoy/latest/operations/cli and https://www.envoyproxy.io/docs/envoy/v1.27.6/start/docker, read 2026-11-21.
/// </remarks>
internal static class EnvoyUnit
{
    /// <summary>What the unit is called.</summary>
    public const string File = "mesh-envoy.service";

    private const int FirstOpenPort = 1024;

    /// <summary>Each connection of a caller is one to the service besides; the rest is for Envoy itself.</summary>
    private const int FilesPerConnection = 4;

    public static string Of(EnvoyMachine machine)
    {
        var title = $"{machine.Service.Name.Name}.{machine.Service.Name.Namespace}";
        var files = (machine.Connections * FilesPerConnection).ToString(CultureInfo.InvariantCulture);
        var right = machine.Service.Port < FirstOpenPort ? "CAP_NET_BIND_SERVICE" : "";
        return $"""
            # The proxy of {title} on a machine. It is installed as README.md beside it says.
            [Unit]
            Description=Envoy of the mesh, for {title}
            Wants=network-online.target
            After=network-online.target
            StartLimitIntervalSec=0

            [Service]
            User=envoy
            Group=envoy
            ExecStartPre=/usr/bin/envoy --mode validate --config-path {EnvoyPaths.Folder}/envoy.yaml
            ExecStart=/usr/bin/envoy --config-path {EnvoyPaths.Folder}/envoy.yaml --drain-time-s 30 --disable-hot-restart
            Restart=always
            RestartSec=2
            TimeoutStopSec=40
            LimitNOFILE={files}
            CapabilityBoundingSet={right}
            AmbientCapabilities={right}
            NoNewPrivileges=true
            ProtectSystem=strict
            ProtectHome=true
            ProtectKernelTunables=true
            ProtectKernelModules=true
            ProtectControlGroups=true
            PrivateTmp=true
            PrivateDevices=true
            RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
            RestrictNamespaces=true
            LockPersonality=true
            SystemCallArchitectures=native

            [Install]
            WantedBy=multi-user.target

            """;
    }
}
