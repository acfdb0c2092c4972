using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Mesh.Envoy;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>The machines of one data centre on which a service runs, each with an Envoy beside it.</summary>
public sealed record MachineSettings
{
    [Description("The port on which the service itself listens, at 127.0.0.1 of each machine. Its Envoy listens on the service's port.")]
    [Range(1, 65535)]
    public required int ApplicationPort { get; init; }

    [Description("The machines, by a name of yours. This service is the only one of the mesh on each.")]
    [Keys<EntryKey>, MinLength(1), MaxLength(200)]
    public required ImmutableSortedDictionary<string, MachineHostSettings> Hosts { get; init; }

    [Description("How many connections of callers an Envoy takes at once, and as many of the service itself; more than its caps. Left out: 10000.")]
    [Range(1, 1_000_000)]
    public int Connections { get; init; } = EnvoyMachine.UsualConnections;

    [Description("The OpenTelemetry collector on each machine that is told of requests. Left out: none.")]
    public MachineTraceSettings? Traces { get; init; }
}

/// <summary>A machine.</summary>
public sealed record MachineHostSettings
{
    [Description("Its address, in one of the data centre's ranges.")]
    public required PrivateAddress Address { get; init; }

    [Description("The version of the service on it, one of its canary's. Left out: the service has no canary.")]
    public EntryKey? Version { get; init; }
}

/// <summary>A collector on the same machine.</summary>
public sealed record MachineTraceSettings
{
    [Description("The port at 127.0.0.1 on which it takes OTLP over gRPC, usually 4317.")]
    [Range(1, 65535)]
    public required int Port { get; init; }

    [Description("How many of the requests are told that carry no decision of whoever sent them, in percent. Left out: 1.")]
    [Range(0, 100)]
    public int Percent { get; init; } = 1;
}

/// <summary>Envoy by itself, on machines.</summary>
public sealed record EnvoySettings
{
    [Description("The version of Envoy on every machine.")]
    public required PatchVersion Version { get; init; }
}
