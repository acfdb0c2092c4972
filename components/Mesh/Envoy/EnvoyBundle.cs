using System.Collections.Immutable;
using Pulumi;

namespace CrossCloudMesh.Mesh.Envoy;

/// <summary>The files that make machines of one service in one site take part in the mesh.</summary>
/// <remarks>
/// Makes nothing in any cloud: its output <see cref="Files"/> is what is copied to the machines, so that a plan and a stack's state have it. No
/// secret is in a file; they tell where on the machine the certificate and its key are.
/// </remarks>
public sealed class EnvoyBundle : ComponentResource
{
    public const string Token = "infra:mesh:EnvoyBundle";

    /// <summary>File by its path in the bundle to its text: <c>envoy.yaml</c>, <c>sds/certificate.yaml</c>, <c>sds/roots.yaml</c>,
    /// <c>mesh-envoy.service</c>, <c>compose.yaml</c>, <c>README.md</c>.</summary>
    [Output("files")] public Output<ImmutableDictionary<string, string>> Files { get; }

    /// <summary>The site of the machines, and the service, as parts of a path: <c>dc-frankfurt/archive.payments</c>.</summary>
    [Output("folder")] public Output<string> Folder { get; }

    /// <exception cref="ResourceException">What Envoy by itself cannot do of the policy, one per line.</exception>
    public EnvoyBundle(string name, EnvoyBundleArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, EnvoyFaults.Of(args.Machine));
        Files = Output.Create(FilesOf(args));
        Folder = Output.Create($"{args.Machine.Site}/{args.Machine.Service.Name.Name}.{args.Machine.Service.Name.Namespace}");
        RegisterOutputs();
    }

    /// <summary>The files, of what has no <see cref="EnvoyFaults"/>.</summary>
    public static ImmutableDictionary<string, string> FilesOf(EnvoyBundleArgs args)
    {
        var machine = args.Machine;
        var title = $"{machine.Service.Name.Name}.{machine.Service.Name.Namespace} in {machine.Site}";
        return ImmutableDictionary.CreateRange<string, string>(StringComparer.Ordinal,
        [
            new("envoy.yaml", YamlText.Of([$"What the Envoy of {title} starts with."], EnvoyBootstrap.Of(machine))),
            new($"sds/{EnvoySecrets.CertificateFile}", YamlText.Of([$"Where the certificate of {title} is."], EnvoySecrets.CertificateSecret(machine))),
            new($"sds/{EnvoySecrets.RootsFile}", YamlText.Of([$"Whom {title} trusts."], EnvoySecrets.RootsSecret(machine))),
            new(EnvoyUnit.File, EnvoyUnit.Of(machine)),
            new(EnvoyCompose.File, EnvoyCompose.Of(machine, args.Version)),
            new(EnvoyReadme.File, EnvoyReadme.Of(machine, args.Version, args.Workload)),
        ]);
    }
}

/// <summary>What <see cref="EnvoyBundle"/> needs.</summary>
public sealed record EnvoyBundleArgs
{
    /// <summary>What the machines' Envoys are told.</summary>
    public required EnvoyMachine Machine { get; init; }

    /// <summary>The version of Envoy, to the patch: <c>1.39.3</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The key under which the stack's output of workloads has the certificate.</summary>
    public required string Workload { get; init; }
}
