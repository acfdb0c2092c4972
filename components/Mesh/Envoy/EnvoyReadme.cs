namespace CrossCloudMesh.Mesh.Envoy;

/// <summary>What whoever installs a bundle has to know.</summary>
internal static class EnvoyReadme
{
    public const string File = "README.md";

    /// <param name="machine">What the Envoy is told.</param>
    /// <param name="version">The version of Envoy, to the patch.</param>
    /// <param name="workload">The key under which the stack's output <c>workloads</c> has its certificate.</param>
    public static string Of(EnvoyMachine machine, string version, string workload)
    {
        var name = $"{machine.Service.Name.Name}.{machine.Service.Name.Namespace}";
        return $"""
            # {name} in {machine.Site}

            The proxy that takes the place of a sidecar on every machine of this service: Envoy {version}, as `{machine.Identity}`.

            | on the machine | is |
            | --- | --- |
            | `0.0.0.0:{machine.Service.Port}` | where callers come in, by mutual TLS |
            | `127.0.0.1:{machine.ApplicationPort}` | where the service itself listens, and nowhere else |
            {Calls(machine)}| `127.0.0.1:{EnvoyBootstrap.AdminPort}` | figures under `/stats/prometheus`, health under `/ready` |

            ## Install

            1. Make a user `envoy`, and copy `envoy.yaml` and the folder `sds` to `{EnvoyPaths.Folder}`.
            2. Put the certificate there, as below. Envoy does not start without it.
            3. With systemd: install Envoy {version} as `/usr/bin/envoy`, copy `{EnvoyUnit.File}` to `/etc/systemd/system`, and run
               `systemctl daemon-reload && systemctl enable --now {EnvoyUnit.File[..^".service".Length]}`. With Docker: `docker compose up --detach`{Ports(machine)}.
            4. `curl http://127.0.0.1:{EnvoyBootstrap.AdminPort}/ready` says `LIVE`.

            ## The certificate, now and every time that it is made anew

            The stack has it: `pulumi stack output workloads --show-secrets` under `{workload}`, as `certificate`, `key` and `roots`. Write these as
            `certificate.pem`, `key.pem` and `roots.pem` into a new folder, readable by `envoy` alone, and then move the link to it:

            ```
            cd {EnvoyPaths.Certificates}
            install --directory --owner envoy --mode 0500 2026-11-21
            install --owner envoy --mode 0400 certificate.pem key.pem roots.pem 2026-11-21/
            ln --symbolic --no-dereference 2026-11-21 current.new && mv --no-target-directory current.new current
            ```

            Envoy takes up all three files with the move, and no connection ends. In a container, files belong to user 101.

            A new `envoy.yaml` counts after `systemctl restart {EnvoyUnit.File[..^".service".Length]}` or `docker compose restart`, one machine after the other.

            """;
    }

    private static string Calls(EnvoyMachine machine) => machine.Callees.IsEmpty
        ? ""
        : $"| `127.0.0.1:{EnvoyBootstrap.OutboundPort}` | where the service calls {string.Join(", ", machine.Callees.Select(callee => $"`{callee.Service.Name.Host}`"))}, by that name in the header Host |\n";

    private static string Ports(EnvoyMachine machine) => machine.Service.Port < 1024 ? ", which cannot take this port" : "";
}
