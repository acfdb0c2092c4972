using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values.Mesh;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace CrossCloudMesh.Mesh.Demo;

/// <summary>A pod of the demo: a container that answers for its service, and one for each service that this may call, which calls it.</summary>
/// <remarks>It keeps the restricted profile of Kubernetes' pod security standards.</remarks>
internal static class DemoPod
{
    /// <summary>A user and a group that are nobody's.</summary>
    private const int Nobody = 65532;

    public static PodSpecArgs Of(DemoServiceArgs args) => new()
    {
        ServiceAccountName = $"{args.Service.Name.Name}",
        AutomountServiceAccountToken = false,
        SecurityContext = new PodSecurityContextArgs
        {
            RunAsNonRoot = true,
            RunAsUser = Nobody,
            RunAsGroup = Nobody,
            SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
            Sysctls = { new SysctlArgs { Name = DemoFacts.UnprivilegedPorts, Value = "0" } },
        },
        Containers = new[] { Answer(args) }.Concat(Called(args).Select((callee, index) => Call(callee, index + 1, args))).ToArray(),
    };

    private static IEnumerable<ServicePolicy> Called(DemoServiceArgs args) => args.Policy.Services
        .Where(other => other.Callers.Contains(args.Service.Name))
        .OrderBy(other => $"{other.Name}", StringComparer.Ordinal);

    private static ContainerArgs Answer(DemoServiceArgs args)
    {
        var container = Container("answer", DemoProgram.Answer(args.Service), args);
        container.Ports = [new ContainerPortArgs { ContainerPortValue = args.Service.Port }];
        container.ReadinessProbe = Probe(args.Service, periodSeconds: 5);
        container.LivenessProbe = Probe(args.Service, periodSeconds: 20);
        return container;
    }

    /// <summary>Names of services can be longer than a container's, so these have numbers.</summary>
    private static ContainerArgs Call(ServicePolicy callee, int number, DemoServiceArgs args) =>
        Container($"call-{number}", DemoProgram.Call(callee, args.CallsPerSecond), args);

    /// <summary>The kubelet has no certificate of the mesh; Istio has the proxy's agent ask in its place.</summary>
    /// <remarks>Source: https://istio.io/latest/docs/ops/configuration/mesh/app-health-check/, read in 1.21 on 2026-11-21.</remarks>
    private static ProbeArgs Probe(ServicePolicy service, int periodSeconds) => service.Protocol is ServiceProtocol.Grpc
        ? new() { Grpc = new GRPCActionArgs { Port = service.Port }, PeriodSeconds = periodSeconds }
        : new() { HttpGet = new HTTPGetActionArgs { Path = "/", Port = service.Port }, PeriodSeconds = periodSeconds };

    private static ContainerArgs Container(string name, ImmutableArray<string> call, DemoServiceArgs args) => new()
    {
        Name = name,
        Image = args.Image,
        Args = call.ToArray(),
        Resources = new ResourceRequirementsArgs
        {
            Requests = { ["cpu"] = "10m", ["memory"] = "32Mi" },
            Limits = { ["cpu"] = "200m", ["memory"] = "64Mi" },
        },
        SecurityContext = new SecurityContextArgs
        {
            AllowPrivilegeEscalation = false,
            ReadOnlyRootFilesystem = true,
            Capabilities = new CapabilitiesArgs { Drop = { "ALL" } },
        },
    };
}
