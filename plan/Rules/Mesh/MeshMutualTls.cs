namespace CrossCloudMesh.Plan.Rules.Mesh;

/// <summary>What encrypts without asking for a certificate knows nobody who calls.</summary>
public sealed class MeshMutualTls() : Rule(new()
{
    Id = "mesh-mutual-tls",
    Title = "Every workload of a mesh takes calls by mutual TLS alone",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "make a PeerAuthentication with mode STRICT in the namespace of istiod and none that is weaker; in App Mesh set tls.mode to STRICT and give validation",
})
{
    public override IEnumerable<Finding> Judge(PlanIndex plan) => [.. Clusters(plan), .. Weaker(plan), .. AppMesh(plan)];

    private IEnumerable<Finding> Clusters(PlanIndex plan)
    {
        foreach (var control in IstioControl.Of(plan))
        {
            if (!control.Has(plan, Types.PeerAuthentication, peers => (peers.At("spec.selector") is null || Inputs.IsHidden(peers.At("spec.selector"))) && !peers.IsNot("spec.mtls.mode", "STRICT")))
            {
                yield return Found(control.Release, $"lets workloads take plain text, as no PeerAuthentication of {control.Namespace} is STRICT for all of them", "namespace");
            }
        }
    }

    private IEnumerable<Finding> Weaker(PlanIndex plan)
    {
        foreach (var peers in plan.Of(Types.PeerAuthentication))
        {
            var ports = peers.At("spec.portLevelMtls") is PlanValue.ObjectValue map ? map.Members.Select(port => $"spec.portLevelMtls.{port.Key}.mode") : [];
            foreach (var path in ports.Prepend("spec.mtls.mode"))
            {
                if (peers.Text(path) is "PERMISSIVE" or "DISABLE")
                {
                    yield return Found(peers, "takes plain text", path);
                }
            }
        }
    }

    /// <summary>A node without pods stands for something outside of the mesh, and takes no calls.</summary>
    private IEnumerable<Finding> AppMesh(PlanIndex plan)
    {
        foreach (var node in plan.Of(Types.VirtualNode).Concat(plan.Of(Types.VirtualGateway)).Where(node => node.At("spec.podSelector") is not null))
        {
            foreach (var listener in node.Items("spec.listeners"))
            {
                if (node.IsNot(listener + ".tls.mode", "STRICT"))
                {
                    yield return Found(node, "takes plain text", listener + ".tls.mode");
                }
                else if (node.At(listener + ".tls.validation") is null)
                {
                    yield return Found(node, "asks its callers for no certificate: STRICT alone is TLS one way", listener + ".tls.validation");
                }
            }
        }
    }
}
