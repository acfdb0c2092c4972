using CrossCloudMesh.Mesh.AppMesh;
using CrossCloudMesh.Plan;
using CrossCloudMesh.Tests.Components;
using CrossCloudMesh.Tests.Components.AppMesh;
using CrossCloudMesh.Tests.Mesh;
using CrossCloudMesh.Tests.Plan.Rules;
using CrossCloudMesh.Tests.Preview;
using FsCheck.Fluent;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace CrossCloudMesh.Tests.Schemas;

/// <summary>What App Mesh is told, whatever policies ask for, against the definitions of its controller.</summary>
[Collection(Evaluations.Name)]
public sealed class AppMeshSchemaTests
{
    private const int Meshes = 15;
    private const string Group = "kubernetes:appmesh.k8s.aws/";

    [CrdFact]
    public async Task EveryObject_OfAnyPolicy_FitsItsDefinition()
    {
        var objects = (await RenderedAppMesh.OfAsync([.. PolicyGen.ForAppMesh.Sample(50, Meshes)]))
            .SelectMany(mesh => mesh.All)
            .Where(each => each.Type.StartsWith("kubernetes:", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(objects);
        Assert.Empty(objects.SelectMany(each => Faults(each).Select(fault => $"{each.Input("kind")}{fault}")).Distinct());
    }

    /// <summary>What policies do not ask for, but bridges and people who use the library do.</summary>
    [CrdFact]
    public async Task EveryTypedField_IsOfItsDefinition()
    {
        var objects = (await OthersAsync()).Where(each => each.Type.StartsWith(Group, StringComparison.Ordinal)).ToList();
        Assert.Equal(["GatewayRoute", "GatewayRoute", "GatewayRoute", "Mesh", "VirtualGateway", "VirtualNode", "VirtualService"], objects.Select(each => each.Input("kind")).Order(StringComparer.Ordinal));
        Assert.Empty(objects.SelectMany(each => Faults(each).Select(fault => $"{each.Input("kind")}{fault}")));
    }

    [CrdTheory]
    [InlineData("VirtualNode", "spec.listeners[0].tls.mode", "\"MUTUAL\"", ".spec.listeners[0].tls.mode: 'MUTUAL' is none of DISABLED, PERMISSIVE, STRICT")]
    [InlineData("VirtualNode", "spec.listeners[0].tls.validate", "{}", ".spec.listeners[0].tls.validate: is not a known field")]
    [InlineData("VirtualNode", "spec.listeners[0].outlierDetection.interval.unit", "\"m\"", ".spec.listeners[0].outlierDetection.interval.unit: 'm' is none of s, ms")]
    [InlineData("VirtualNode", "spec.listeners[0].tls.certificate", null, ".spec.listeners[0].tls.certificate: is required")]
    [InlineData("VirtualRouter", "spec.routes[0].name", null, ".spec.routes[0].name: is required")]
    [InlineData("VirtualRouter", "spec.listeners", "[]", ".spec.listeners: 0 is below minItems 1")]
    [InlineData("VirtualService", "spec.provider.virtualRouter.virtualRouterName", "\"payment\"", ".spec.provider.virtualRouter.virtualRouterName: is not a known field")]
    public async Task Finds_WhatDoesNotFit(string kind, string path, string? json, string fault)
    {
        var mesh = await RenderedAppMesh.OfAsync(PolicyGen.ForAppMesh.Sample(50, 1).First());
        Assert.Equal([fault], Faults(mesh.Of(kind).First().With(path, json)));
    }

    private static async Task<IReadOnlyList<PlannedResource>> OthersAsync() => (await Harness.RunAsync((_, _) =>
    {
        var options = new Pulumi.CustomResourceOptions { Provider = new AnyCluster("east").Provider };
        var target = new GatewayTargetArgs { VirtualService = new GatewayServiceArgs { VirtualServiceRef = Reference() } };
        var hostname = new HostnameMatchArgs { Exact = "payment.payments.svc.cluster.local" };
        var rewrite = new HostnameRewriteArgs { DefaultTargetHostname = "ENABLED" };
        var http = new HttpGatewayRouteArgs
        {
            Match = new HttpGatewayMatchArgs { Prefix = "/", Hostname = hostname },
            Action = new HttpGatewayActionArgs
            {
                Target = target,
                Rewrite = new HttpGatewayRewriteArgs { Hostname = rewrite, Prefix = new PrefixRewriteArgs { DefaultPrefix = "DISABLED" } },
            },
        };
        _ = new GatewayRoute("http", new() { Metadata = Named(), Spec = new GatewayRouteSpecArgs { Priority = 1, HttpRoute = http } }, options);
        _ = new GatewayRoute("http2", new() { Metadata = Named(), Spec = new GatewayRouteSpecArgs { Http2Route = http } }, options);
        _ = new GatewayRoute("grpc", new()
        {
            Metadata = Named(),
            Spec = new GatewayRouteSpecArgs
            {
                GrpcRoute = new GrpcGatewayRouteArgs
                {
                    Match = new GrpcGatewayMatchArgs { Hostname = hostname, ServiceName = "pay.Payment" },
                    Action = new GrpcGatewayActionArgs { Target = target, Rewrite = new GrpcGatewayRewriteArgs { Hostname = rewrite } },
                },
            },
        }, options);
        _ = new VirtualGateway("gateway", new()
        {
            Metadata = Named(),
            Spec = new VirtualGatewaySpecArgs
            {
                NamespaceSelector = Selector(),
                PodSelector = Selector(),
                GatewayRouteSelector = Selector(),
                Listeners =
                {
                    new GatewayListenerArgs
                    {
                        PortMapping = new PortMappingArgs { Port = 8443, Protocol = "http" },
                        Tls = new ListenerTlsArgs { Mode = "STRICT", Certificate = ProxySecret.Presented, Validation = ProxySecret.Asked("a.example") },
                        ConnectionPool = new ConnectionPoolArgs { Http = new HttpPoolArgs { MaxConnections = 1, MaxPendingRequests = 1 } },
                    },
                },
                BackendDefaults = new BackendDefaultsArgs
                {
                    ClientPolicy = new ClientPolicyArgs
                    {
                        Tls = new ClientTlsArgs { Enforce = true, Certificate = ProxySecret.Presented, Validation = ProxySecret.Asked("a.example") },
                    },
                },
                Logging = new LoggingArgs { AccessLog = new AccessLogArgs { File = new FileAccessLogArgs { Path = "/dev/stdout" } } },
            },
        }, options);
        _ = new VirtualNode("node", new()
        {
            Metadata = Named(),
            Spec = new VirtualNodeSpecArgs
            {
                ServiceDiscovery = new ServiceDiscoveryArgs { Dns = new DnsDiscoveryArgs { Hostname = "a.example", ResponseType = "LOADBALANCER" } },
            },
        }, options);
        _ = new VirtualService("service", new()
        {
            Metadata = Named(),
            Spec = new VirtualServiceSpecArgs
            {
                AwsName = "a.example",
                Provider = new ServiceProviderArgs { VirtualNode = new NodeProviderArgs { VirtualNodeRef = Reference() } },
            },
        }, options);
        _ = new AwsMesh("mesh", new()
        {
            Metadata = new ObjectMetaArgs { Name = "east" },
            Spec = new AwsMeshSpecArgs { AwsName = "east", NamespaceSelector = Selector(), EgressFilter = new EgressFilterArgs { Type = "DROP_ALL" } },
        }, options);
    })).Resources;

    private static ObjectMetaArgs Named() => new() { Name = "payment", Namespace = "payments" };

    private static ReferenceArgs Reference() => new() { Name = "payment", Namespace = "payments" };

    private static SelectorArgs Selector() => new() { MatchLabels = new() { ["mesh"] = "east" } };

    private static IReadOnlyList<string> Faults(PlannedResource resource) => KubernetesStructure.Faults(resource.Inputs)
        ?? StructuralCheck.Of(resource, CrdSchemas.Find(resource.Inputs["apiVersion"].Text(), resource.Inputs["kind"].Text())!);
}
