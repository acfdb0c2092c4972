using System.Text.Json.Nodes;
using CrossCloudMesh.Lifters.AppMesh;

namespace CrossCloudMesh.Tests.Mesh.AppMesh;

/// <summary>What is not understood or cannot work is refused by its name, with its path, and never passed over.</summary>
public sealed class AppMeshRefusalTests
{
    private const string Place = " is not understood, or has no place in the normal form";
    private const string Node = "VirtualNode payments/payment: spec.";
    private const string Router = "VirtualRouter payments/payment: spec.";
    private const string Service = "VirtualService payments/payment: spec.";
    private const string Caller = "VirtualNode trading/orders: spec.";
    private const string Policy = "spec/backends/0/virtualService/clientPolicy/tls";
    private const string Seconds = """{"unit":"s","value":9}""";

    private static readonly string[] Plain = ["mesh", "service", "router", "node", "caller"];
    private static readonly string[] Mutual = ["mesh", "service", "router-no-retries", "node-mutual", "caller-mutual"];
    private static readonly string[] Versions = ["mesh", "service", "router-canary", "node-v1", "node-v2", "caller"];

    /// <summary>One thing changed in an object of a set that is understood.</summary>
    [Theory]
    [InlineData("mesh", "spec/egressFilter/type", "\"DROP\"", "Mesh shop: spec.egressFilter.type: must be ALLOW_ALL or DROP_ALL, as nothing else has a place in the normal form; got DROP")]
    [InlineData("mesh", "spec/meshOwner", "\"123456789012\"", "Mesh shop: spec.meshOwner:" + Place + "; got 123456789012; leave it out")]
    [InlineData("mesh", "spec/meshServiceDiscovery", """{"ipPreference":"IPv4_ONLY"}""", "Mesh shop: spec.meshServiceDiscovery:" + Place + """; got {"ipPreference":"IPv4_ONLY"}; leave it out""")]
    [InlineData("mesh", "spec/namespaceSelector", null, "Mesh shop: spec.namespaceSelector: must be there")]
    [InlineData("mesh", "spec/namespaceSelector/matchExpressions", "[]", "Mesh shop: spec.namespaceSelector.matchExpressions:" + Place + "; got []; leave it out")]
    [InlineData("mesh", "kind", "\"BackendGroup\"", "objects[0].kind: must be a kind that the lifter knows, one of GatewayRoute, Mesh, Namespace, Secret, Service, ServiceAccount, VirtualGateway, VirtualNode, VirtualRouter, VirtualService; got BackendGroup")]
    [InlineData("mesh", "apiVersion", "\"appmesh.k8s.aws/v1beta1\"", "objects[0].apiVersion: must be appmesh.k8s.aws/v1beta2, as nothing else has a place in the normal form; got appmesh.k8s.aws/v1beta1")]
    [InlineData("node", "metadata/annotations", """{"appmesh.k8s.aws/ports":"8080"}""", "objects[3].metadata.annotations.appmesh.k8s.aws/ports: may change what App Mesh does, and has no place in the normal form; got 8080; leave it out")]
    [InlineData("service", "spec/provider", null, Service + "provider: must be there")]
    [InlineData("service", "spec/provider/virtualRouter/virtualRouterRef/name", "\"till\"", Service + """provider: must refer to what is here; got {"virtualRouter":{"virtualRouterRef":{"name":"till"}}}""", "VirtualNode payments/payment: must stand behind a VirtualService, or call one and listen to nobody; leave it out", "VirtualRouter payments/payment: must be the router of a VirtualService; leave it out")]
    [InlineData("service", "spec/provider/virtualRouter", """{"virtualRouterName":"payment"}""", Service + "provider.virtualRouter.virtualRouterRef: must be there")]
    [InlineData("service", "spec/provider/virtualRouter", """{"virtualRouterARN":"arn:aws:appmesh:a"}""", Service + "provider.virtualRouter.virtualRouterRef: must be there")]
    [InlineData("service", "spec/provider/virtualNode", """{"virtualNodeRef":{"name":"payment"}}""", Service + "provider.virtualNode:" + Place + """; got {"virtualNodeRef":{"name":"payment"}}; leave it out""")]
    [InlineData("router", "spec/listeners/0/portMapping/protocol", "\"tcp\"", Router + "listeners[0].portMapping.protocol: must be http or http2 or grpc, as nothing else has a place in the normal form; got tcp")]
    [InlineData("router", "spec/listeners/0/portMapping/protocol", "\"http2\"", Router + "routes[0].http2Route: must be there")]
    [InlineData("router", "spec/listeners/0/portMapping/port", "80", Node + """listeners[0]: must be http on port 80 as VirtualRouter payments/payment says, as the normal form has one port; got {"portMapping":{"port":8080,"protocol":"http"}}""")]
    [InlineData("router", "spec/routes/0/httpRoute/match/prefix", "\"/pay\"", Router + "routes[0].httpRoute.match.prefix: must be /, as nothing else has a place in the normal form; got /pay")]
    [InlineData("router", "spec/routes/0/httpRoute/match/method", "\"GET\"", Router + "routes[0].httpRoute.match.method:" + Place + "; got GET; leave it out")]
    [InlineData("router", "spec/routes/0/httpRoute/match/port", "81", Router + "routes[0].httpRoute.match.port: must be a whole number, 8080 to 8080; got 81")]
    [InlineData("router", "spec/routes/0/httpRoute/timeout", """{"perRequest":{"unit":"m","value":1}}""", Router + "routes[0].httpRoute.timeout.perRequest.unit: must be s or ms, as nothing else has a place in the normal form; got m")]
    [InlineData("router", "spec/routes/0/httpRoute/timeout", """{"perRequest":{"unit":"s","value":2147484}}""", Router + """routes[0].httpRoute.timeout.perRequest: must be 0 to 2147483647 ms; got {"unit":"s","value":2147484}""")]
    [InlineData("router", "spec/routes/0/httpRoute/timeout", """{"perRequest":{"unit":"s","value":60}}""", Node + "listeners[0].timeout.http.perRequest: must be 0 ms, or 60000 ms or more, as VirtualRouter payments/payment tries again, and each try would have a limit of its own; got 15000 ms")]
    [InlineData("router", "spec/routes/0/httpRoute/timeout", """{"idle":{"unit":"s","value":0}}""", Node + "listeners[0].timeout.http.idle: must be 0 ms, as VirtualRouter payments/payment tries again, and each try would have a limit of its own; got 300000 ms")]
    [InlineData("router", "spec/routes/0/httpRoute/retryPolicy", """{"maxRetries":1,"perRetryTimeout":{"unit":"s","value":0},"httpRetryEvents":["client-error"]}""", Router + """routes[0].httpRoute.retryPolicy.perRetryTimeout: must be 1 to 2147483647 ms; got {"unit":"s","value":0}""")]
    [InlineData("router", "spec/routes/0/httpRoute/retryPolicy", """{"maxRetries":0,"perRetryTimeout":{"unit":"s","value":1}}""", Router + """routes[0].httpRoute.retryPolicy: must name an event, even where nothing is tried again; got {"maxRetries":0,"perRetryTimeout":{"unit":"s","value":1}}""")]
    [InlineData("router", "spec/routes/0/httpRoute/retryPolicy", """{"maxRetries":1,"perRetryTimeout":{"unit":"s","value":1},"grpcRetryEvents":["internal"]}""", Router + "routes[0].httpRoute.retryPolicy.grpcRetryEvents:" + Place + "; got [\"internal\"]; leave it out")]
    [InlineData("router", "spec/routes/0/httpRoute/action/weightedTargets/0/weight", "0", Router + """routes[0].httpRoute.action.weightedTargets: must have a weight of more than nothing; got [{"virtualNodeRef":{"name":"payment"},"weight":0}]""")]
    [InlineData("router", "spec/routes/0/httpRoute/action/weightedTargets/0/port", "81", Router + """routes[0].httpRoute.action.weightedTargets[0]: must mean one listener of VirtualNode payments/payment, by its port where it has several; got {"virtualNodeRef":{"name":"payment"},"weight":1,"port":81}""")]
    [InlineData("router", "spec/routes/1", """{"name":"second","httpRoute":{"match":{"prefix":"/a"}}}""", Router + """routes: must be a list of one, as more have no place in the normal form; got [{"name":"all","httpRoute":{"match":{"prefix":"/"},"action":{"weightedTargets":[{"virtualNodeRef":{"name":"payment"},"weight":1}]}}},{"name":"second","httpRoute":{"match":{"prefix":"/a"}}}]""")]
    [InlineData("node", "spec/listeners/0/healthCheck", """{"protocol":"http"}""", Node + "listeners[0].healthCheck:" + Place + """; got {"protocol":"http"}; leave it out""")]
    [InlineData("node", "spec/listeners/0/timeout", $$$"""{"grpc":{"idle":{{{Seconds}}}}}""", Node + "listeners[0].timeout.http: must be there")]
    [InlineData("node", "spec/listeners/0/connectionPool", """{"http2":{"maxRequests":1}}""", Node + "listeners[0].connectionPool.http: must be there")]
    [InlineData("node", "spec/listeners/0/outlierDetection", $$$"""{"maxServerErrors":1,"interval":{{{Seconds}}},"baseEjectionDuration":{{{Seconds}}},"maxEjectionPercent":0}""", Node + "listeners[0].outlierDetection.maxEjectionPercent: must be 1 or more, as one pod is ejected in any case; got 0")]
    [InlineData("node", "spec/listeners/0/outlierDetection", $$$"""{"maxServerErrors":1,"interval":{"unit":"s","value":0},"baseEjectionDuration":{{{Seconds}}},"maxEjectionPercent":9}""", Node + """listeners[0].outlierDetection.interval: must be 1 to 2147483647 ms; got {"unit":"s","value":0}""")]
    [InlineData("node", "spec/serviceDiscovery", null, Node + "serviceDiscovery: must be there")]
    [InlineData("node", "spec/serviceDiscovery", """{"dns":{"hostname":"a.example"}}""", Node + """serviceDiscovery.dns: must have the responseType ENDPOINTS, as callers otherwise have one address, and not they choose among pods; got {"hostname":"a.example"}""")]
    [InlineData("node", "spec/podSelector", "{}", Node + "podSelector: must be the label app, alone or with version, as others tell neither identity nor version; got {}")]
    [InlineData("node", "spec/podSelector/matchLabels/tier", "\"a\"", Node + """podSelector: must be the label app, alone or with version, as others tell neither identity nor version; got {"matchLabels":{"app":"payment","tier":"a"}}""")]
    [InlineData("node", "spec/backendGroups", """[{"name":"all"}]""", Node + "backendGroups:" + Place + """; got [{"name":"all"}]; leave it out""")]
    [InlineData("node", "spec/meshRef", """{"name":"shop","uid":"1"}""", Node + "meshRef:" + Place + """; got {"name":"shop","uid":"1"}; leave it out""")]
    [InlineData("caller", "spec/backends", null, "VirtualNode trading/orders: must stand behind a VirtualService, or call one and listen to nobody; leave it out")]
    [InlineData("caller", "spec/backends/0/virtualService/virtualServiceRef/namespace", "\"trading\"", Caller + """backends[0]: must name a VirtualService that is here; got {"virtualService":{"virtualServiceRef":{"name":"payment","namespace":"trading"}}}""")]
    [InlineData("caller", "spec/backends/1", """{"virtualService":{"virtualServiceRef":{"name":"payment","namespace":"payments"}}}""", Caller + """backends[1]: must name each service once; got {"virtualService":{"virtualServiceRef":{"name":"payment","namespace":"payments"}}}""")]
    public void Object_IsRefused_ByName(string name, string path, string? json, params string[] faults) => Assert.Equal(faults, FaultsOf(Plain, name, path, json));

    /// <summary>The same, of mutual TLS.</summary>
    [Theory]
    [InlineData("node-mutual", "spec/listeners/0/tls/mode", "\"PERMISSIVE\"", Node + """listeners[0].tls.validation: must not be there with the mode PERMISSIVE, which lets in callers without a certificate all the same; got {"trust":{"file":{"certificateChain":"/etc/mesh/ca.crt"}},"subjectAlternativeNames":{"match":{"exact":["spiffe://mesh.example/ns/trading/sa/orders"]}}}""")]
    [InlineData("node-mutual", "spec/listeners/0/tls/certificate", """{"acm":{"certificateARN":"arn:aws:acm:a"}}""", Node + """listeners[0].tls.certificate.acm: has no place in the normal form, as certificates of ACM bear no identity; got {"certificateARN":"arn:aws:acm:a"}""")]
    [InlineData("node-mutual", "spec/listeners/0/tls/certificate", """{"sds":{"secretName":"spiffe://mesh.example/till"}}""", Caller + """backends[0].virtualService.clientPolicy.tls: must take spiffe://mesh.example/till for VirtualService payments/payment, as that is what its certificate bears; got {"enforce":true,"ports":[8080,9090],"certificate":{"file":{"certificateChain":"/etc/mesh/tls.crt","privateKey":"/etc/mesh/tls.key"}},"validation":{"trust":{"file":{"certificateChain":"/etc/mesh/ca.crt"}},"subjectAlternativeNames":{"match":{"exact":["spiffe://mesh.example/ns/payments/sa/payment"]}}}}""")]
    [InlineData("node-mutual", "spec/listeners/0/tls/validation/trust", """{"sds":{"secretName":"spiffe://other.example"}}""", Node + "listeners[0].tls.validation.trust.sds.secretName: must be spiffe://mesh.example, as nothing else has a place in the normal form; got spiffe://other.example")]
    [InlineData("node-mutual", "spec/listeners/0/tls/validation/subjectAlternativeNames/match/exact", "[]", Node + "listeners[0].tls.validation.subjectAlternativeNames.match.exact: must be a list of at least one; got []")]
    [InlineData("node-mutual", "spec/listeners/0/tls/validation/subjectAlternativeNames/match/exact/0", "\"*.trading\"", Node + "listeners[0].tls.validation.subjectAlternativeNames.match.exact[0]: must be an identity to the letter, which begins with spiffe://; got *.trading")]
    [InlineData("node-mutual", "spec/listeners/0/tls/validation/subjectAlternativeNames/match/exact/1", "\"spiffe://mesh.example/ns/a/sa/b\"", Node + "listeners[0].tls.validation: must let in identities of VirtualNodes that are here, as nobody knows how others call; got spiffe://mesh.example/ns/a/sa/b")]
    [InlineData("node-mutual", "spec/listeners/0/tls/validation/subjectAlternativeNames/match/exact/1", "\"spiffe://mesh.example/ns/payments/sa/payment\"", "VirtualNode payments/payment: spec.backends: must name VirtualService payments/payment, which lets in spiffe://mesh.example/ns/payments/sa/payment, as it cannot call otherwise")]
    [InlineData("node-mutual", "spec/listeners/0/tls/validation/subjectAlternativeNames/match/exact/0", "\"spiffe://mesh.example/ns/payments/sa/payment\"", "VirtualNode payments/payment: spec.backends: must name VirtualService payments/payment, which lets in spiffe://mesh.example/ns/payments/sa/payment, as it cannot call otherwise")]
    [InlineData("caller-mutual", "spec/podSelector/matchLabels/app", "\"till\"", Node + "listeners[0].tls.validation: must let in identities of VirtualNodes that are here, as nobody knows how others call; got spiffe://mesh.example/ns/trading/sa/orders")]
    [InlineData("caller-mutual", "spec/backends/0/virtualService/clientPolicy", null, Caller + """backends[0]: must have a clientPolicy, as its proxy otherwise takes any certificate for that of VirtualService payments/payment; got {"virtualService":{"virtualServiceRef":{"name":"payment","namespace":"payments"}}}""")]
    [InlineData("caller-mutual", "spec/backends/0/virtualService/clientPolicy/tls/enforce", "false", Caller + "backends[0].virtualService.clientPolicy.tls.enforce: must be true, as a caller that does not insist has no place in the normal form; got false")]
    [InlineData("caller-mutual", "spec/backends/0/virtualService/clientPolicy/tls/validation/trust", """{"acm":{"certificateAuthorityARNs":["arn:a"]}}""", Caller + """backends[0].virtualService.clientPolicy.tls.validation.trust.acm: has no place in the normal form, as certificates of ACM bear no identity; got {"certificateAuthorityARNs":["arn:a"]}""")]
    [InlineData("caller-mutual", "spec/backends/0/virtualService/clientPolicy/tls/validation/subjectAlternativeNames", null, Caller + """backends[0].virtualService.clientPolicy.tls.validation: must have subjectAlternativeNames, as callers otherwise go by the name in service discovery, which is no identity; got {"trust":{"file":{"certificateChain":"/etc/mesh/ca.crt"}}}""")]
    [InlineData("caller-mutual", "spec/backends/0/virtualService/clientPolicy/tls/validation/subjectAlternativeNames/match/exact/0", "\"payment.payments\"", Caller + "backends[0].virtualService.clientPolicy.tls.validation.subjectAlternativeNames.match.exact[0]: must be an identity to the letter, which begins with spiffe://; got payment.payments")]
    [InlineData("caller-mutual", "spec/backendDefaults", """{"clientPolicy":{"tls":{"validation":{"trust":{"file":{"certificateChain":"/a"}},"subjectAlternativeNames":{"match":{"exact":["spiffe://a"]}}}}}}""", Caller + """backendDefaults.clientPolicy: must be for a backend that has no policy of its own, and there is none; got {"tls":{"validation":{"trust":{"file":{"certificateChain":"/a"}},"subjectAlternativeNames":{"match":{"exact":["spiffe://a"]}}}}}; leave it out""")]
    public void Object_IsRefused_WithMutualTls(string name, string path, string? json, string fault) => Assert.Equal([fault], FaultsOf(Mutual, name, path, json));

    [Theory]
    [InlineData("node-v2", "spec/podSelector/matchLabels/version", null, "VirtualNode payments/payment-v2: spec.podSelector: must not select a pod that VirtualNode payments/payment-v1 may select too, as each is of one node")]
    [InlineData("node-v2", "spec/podSelector/matchLabels/app", "\"till\"", "VirtualNode payments/payment-v2: must have the identity that VirtualNode payments/payment-v1 has, spiffe://mesh.example/ns/payments/sa/payment, as both stand behind one VirtualService; got spiffe://mesh.example/ns/payments/sa/till")]
    [InlineData("node-v2", "spec/listeners/0/connectionPool", """{"http":{"maxConnections":1}}""", """VirtualNode payments/payment-v2: spec.listeners[0]: must say what that of VirtualNode payments/payment-v1 says, as the normal form has one for all versions; got {"portMapping":{"port":8080,"protocol":"http"},"connectionPool":{"http":{"maxConnections":1}}}""")]
    [InlineData("node-v2", "spec/serviceDiscovery/awsCloudMap/attributes", null, """VirtualNode payments/payment-v2: spec.serviceDiscovery: must not find pods that VirtualNode payments/payment-v1 finds too; got {"awsCloudMap":{"namespaceName":"shop.internal","serviceName":"payment"}}""")]
    [InlineData("node-v2", "spec/awsName", "\"payment-v1_payments\"", "VirtualNode payments/payment-v2: spec.awsName: must be a name that no other VirtualNode has; got payment-v1_payments")]
    [InlineData("router-canary", "spec/routes/0/httpRoute/action/weightedTargets/1/weight", "101", Router + "routes[0].httpRoute.action.weightedTargets[1].weight: must be a whole number, 0 to 100; got 101")]
    public void Version_IsRefused_ThatIsNotLikeOthers(string name, string path, string? json, string fault) => Assert.Equal([fault], FaultsOf(Versions, name, path, json));

    [Theory]
    [InlineData("service router node caller", "objects: must hold one Mesh; got 0")]
    [InlineData("mesh mesh-open service router node caller", "Mesh shop: must be there once")]
    [InlineData("mesh service router node-disabled caller-tls", Caller + """backends[0].virtualService.clientPolicy.tls: must not be there, as VirtualNode payments/payment has no certificate to show; got {"validation":{"trust":{"file":{"certificateChain":"/etc/mesh/ca.crt"}},"subjectAlternativeNames":{"match":{"exact":["spiffe://mesh.example/ns/payments/sa/payment"]}}}}""")]
    [InlineData("mesh service router node-mutual caller-tls", Caller + """backends[0].virtualService.clientPolicy.tls: must have a certificate, as VirtualNode payments/payment asks for one, and it cannot call otherwise; got {"validation":{"trust":{"file":{"certificateChain":"/etc/mesh/ca.crt"}},"subjectAlternativeNames":{"match":{"exact":["spiffe://mesh.example/ns/payments/sa/payment"]}}}}""")]
    [InlineData("mesh service router node-mutual caller-mutual caller-second", """VirtualNode trading/risk: spec.backends[0]: must not name VirtualService payments/payment, which does not let in spiffe://mesh.example/ns/trading/sa/risk; got {"virtualService":{"virtualServiceRef":{"name":"payment","namespace":"payments"},"clientPolicy":{"tls":{"certificate":{"file":{"certificateChain":"/etc/mesh/tls.crt","privateKey":"/etc/mesh/tls.key"}},"validation":{"trust":{"file":{"certificateChain":"/etc/mesh/ca.crt"}},"subjectAlternativeNames":{"match":{"exact":["spiffe://mesh.example/ns/payments/sa/payment"]}}}}}}}""")]
    [InlineData("mesh service router node", "VirtualService payments/payment: must be a backend of a VirtualNode, as the normal form says how it is called")]
    [InlineData("mesh service router node-mutual-gateway gateway-route", "objects: must hold one VirtualGateway, as others tell not whose routes are whose; got 0")]
    [InlineData("mesh service service-unnamed router node caller", "VirtualService payments/payment: must be there once")]
    public void Objects_AreRefused_Together(string names, string fault) =>
        Assert.Equal([fault], AppMeshObjects.Lifted(names.Split(' ')).Faults.Select(each => each.ToString()));

    /// <summary>One thing changed in the last object of a set.</summary>
    [Theory]
    [InlineData("mesh service router node-mutual-two caller-mutual caller-second", Policy + "/validation/subjectAlternativeNames/match/exact/1", "\"spiffe://mesh.example/a\"", "VirtualNode trading/risk: spec.backends[0]: must take for VirtualService payments/payment whom VirtualNode trading/orders does, [spiffe://mesh.example/ns/payments/sa/payment], as the normal form has one for all callers; got [spiffe://mesh.example/a, spiffe://mesh.example/ns/payments/sa/payment]")]
    [InlineData("mesh service router node-mutual caller-mutual", Policy + "/ports/0", "8081", Caller + """backends[0].virtualService.clientPolicy.tls: must hold for port 8080 too, or for every port; got {"enforce":true,"ports":[8081,9090],"certificate":{"file":{"certificateChain":"/etc/mesh/tls.crt","privateKey":"/etc/mesh/tls.key"}},"validation":{"trust":{"file":{"certificateChain":"/etc/mesh/ca.crt"}},"subjectAlternativeNames":{"match":{"exact":["spiffe://mesh.example/ns/payments/sa/payment"]}}}}""")]
    [InlineData("mesh service router node-mutual-agent caller-agent", Policy + "/certificate/sds/secretName", "\"spiffe://mesh.example/till\"", Node + "listeners[0].tls.validation: must let in identities of VirtualNodes that are here, as nobody knows how others call; got spiffe://mesh.example/orders")]
    [InlineData("mesh service router node caller caller-mutual", "metadata/name", "\"other\"", "VirtualNode trading/other: spec.podSelector: must not select a pod that VirtualNode trading/orders may select too, as each is of one node")]
    [InlineData("mesh-silent service router node caller namespace", "metadata/labels/mesh", "\"bank\"", "Namespace payments: metadata.labels.mesh: must be shop, as it holds a VirtualNode; got bank")]
    [InlineData("mesh-silent service router node caller namespace", "metadata/labels", null, "Namespace payments: metadata.labels.mesh: must be shop, as it holds a VirtualNode")]
    [InlineData("mesh service router node caller namespace", "metadata/labels", "{}", "Namespace payments: metadata.labels.appmesh.k8s.aws/sidecarInjectorWebhook: must be enabled, as it holds a VirtualNode")]
    [InlineData("mesh service router node caller address", "spec/ports/1/port", "80", "Service payments/payment: spec.ports: must hold 8080, the port by which VirtualService payments/payment is called")]
    [InlineData("mesh service router-canary-left node-v2 caller node-v1", "spec/listeners/0/connectionPool", """{"http":{"maxConnections":1}}""", """VirtualNode payments/payment-v1: spec.listeners[0]: must say what that of VirtualNode payments/payment-v2 says, as the normal form has one for all versions; got {"portMapping":{"port":8080,"protocol":"http"},"connectionPool":{"http":{"maxConnections":1}}}""")]
    [InlineData("mesh service router-canary-left node-v2 caller node-v1", "spec/podSelector/matchLabels/app", "\"till\"", "VirtualNode payments/payment-v1: must stand behind a VirtualService, or call one and listen to nobody; leave it out")]
    [InlineData("mesh service-straight node caller service-reports", "spec/awsName", "\"payment.payments.svc.cluster.local\"", "VirtualService payments/reports: spec.awsName: must be a name that no other VirtualService has; got payment.payments.svc.cluster.local")]
    [InlineData("mesh service router-port caller service-reports router-reports caller-reports node-two-ports", "spec/listeners/2", """{"portMapping":{"port":81,"protocol":"http"}}""", Node + """listeners[2]: must be called by a VirtualService; got {"portMapping":{"port":81,"protocol":"http"}}; leave it out""")]
    [InlineData("mesh service router-port node-two-ports caller service-reports caller-reports router-reports", "spec/routes/0/grpcRoute/action/weightedTargets/0/port", null, """VirtualRouter payments/reports: spec.routes[0].grpcRoute.action.weightedTargets[0]: must mean one listener of VirtualNode payments/payment, by its port where it has several; got {"virtualNodeRef":{"name":"payment"},"weight":1}""")]
    [InlineData("mesh outside outside-caller outside-node", "spec/backends", "[]", "VirtualNode payments/bank: spec.backends:" + Place + "; got []; leave it out")]
    [InlineData("mesh outside outside-caller outside-node", "spec/listeners/0/tls", "{}", "VirtualNode payments/bank: spec.listeners[0].tls:" + Place + "; got {}; leave it out")]
    public void LastObject_IsRefused(string names, string path, string? json, string fault) => Assert.Equal([fault], FaultsOf(names.Split(' '), names.Split(' ')[^1], path, json));

    /// <summary>A node without backends lets everything out where the mesh does, but a service that takes no plaintext refuses it.</summary>
    [Theory]
    [InlineData("mesh", "node", "")]
    [InlineData("mesh-open", "node-strict", "")]
    [InlineData("mesh-open", "node", "Mesh shop: spec.egressFilter.type: must be DROP_ALL, as VirtualNode payments/till names no backend and may call VirtualService payments/payment past its route; got ALLOW_ALL")]
    public void WayPastTheRoute_IsRefused(string mesh, string node, string fault)
    {
        string[] names = [mesh, "service-straight", node, node == "node" ? "caller" : "caller-tls"];
        JsonNode[] second =
        [
            Renamed("service-straight", ("spec/awsName", "till.payments"), ("spec/provider/virtualNode/virtualNodeRef/name", "till")),
            Renamed("node-strict", ("spec/podSelector/matchLabels/app", "till"), ("spec/serviceDiscovery/awsCloudMap/serviceName", "till")),
            Changed(Changed(Renamed("caller-tls", ("spec/podSelector/matchLabels/app", "cash")), "spec/backends/0/virtualService/virtualServiceRef/name", "\"till\""), Policy + "/validation/subjectAlternativeNames/match/exact/0", "\"spiffe://mesh.example/ns/payments/sa/till\""),
        ];
        Assert.Equal(fault, string.Join('\n', AppMeshLifter.Of([.. names.Select(AppMeshObjects.Named), .. second], AppMeshObjects.Mesh).Faults));
    }

    private static JsonNode Renamed(string name, params (string Path, string Text)[] changes) =>
        changes.Aggregate(Changed(AppMeshObjects.Named(name), "metadata/name", "\"till\""), (node, change) => Changed(node, change.Path, $"\"{change.Text}\""));

    private static IEnumerable<string> FaultsOf(string[] names, string name, string path, string? json) =>
        AppMeshLifter.Of(names.Select(each => each == name ? Changed(AppMeshObjects.Named(each), path, json) : AppMeshObjects.Named(each)), AppMeshObjects.Mesh)
            .Faults.Select(fault => fault.ToString());

    private static JsonNode Changed(JsonNode node, string path, string? json)
    {
        string[] steps = path.Split('/');
        var at = steps[..^1].Aggregate(node, (place, step) => place is JsonArray list ? list[int.Parse(step)]! : place[step]!);
        switch (at)
        {
            case JsonArray items when int.Parse(steps[^1]) is var index && index < items.Count:
                items[index] = JsonNode.Parse(json!);
                break;
            case JsonArray items:
                items.Add(JsonNode.Parse(json!));
                break;
            case JsonObject members when json is null:
                members.Remove(steps[^1]);
                break;
            default:
                at[steps[^1]] = JsonNode.Parse(json!);
                break;
        }

        return node;
    }
}
