using CrossCloudMesh.Plan.Certificates;

namespace CrossCloudMesh.Plan.Rules.Mesh;

/// <summary>A client that takes another server for the one that it calls is one that anybody who holds that certificate can answer.</summary>
public sealed class MeshCertificateNames() : Rule(new()
{
    Id = "mesh-certificate-names",
    Title = "Every client of a mesh takes the certificates of those that it calls, and no others of the stack",
    Severity = Severity.Error,
    Scope = RuleScope.Stack,
    Fix = "have the client ask for a name that the certificate of whom it calls bears, and that no other certificate does",
})
{
    /// <summary>Every input that decides who is called and what is borne: with one of them hidden nobody can tell of any.</summary>
    private static readonly (string Type, string[] Inputs)[] Read =
    [
        (Types.Release, ["chart", "name", "namespace", "values"]),
        (Types.ServiceAccount, ["metadata"]),
        (Types.Secret, ["metadata"]),
        (Types.Service, ["metadata", "spec"]),
        (Types.Deployment, ["metadata", "spec"]),
        (Types.SignedCertificate, ["allowedUses"]),
        (Types.CertificateRequest, ["dnsNames", "uris"]),
        (Types.DestinationRule, ["metadata", "spec"]),
        (Types.ServiceEntry, ["metadata", "spec"]),
        (Types.IstioGateway, ["metadata", "spec"]),
        (Types.AppMeshService, ["metadata", "spec"]),
        (Types.GatewayRoute, ["metadata", "spec"]),
        (Types.VirtualGateway, ["metadata", "spec"]),
        (Types.VirtualNode, ["metadata", "spec"]),
        (Types.VirtualRouter, ["metadata", "spec"]),
        (Types.AwsRecord, ["name", "records", "type"]),
        (Types.GoogleRecord, ["name", "rrdatas", "type"]),
    ];

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        if (Read.Any(each => plan.Of(each.Type).Any(resource => each.Inputs.Any(input => Hides(resource.Inputs[input])))))
        {
            yield break;
        }

        foreach (var client in CertificateMatrix.Of(plan).Clients)
        {
            foreach (var message in Judge(client))
            {
                yield return Found(plan[client.Urn]!, message);
            }
        }
    }

    private static bool Hides(PlanValue? value) => value switch
    {
        PlanValue.ListValue list => list.Items.Any(Hides),
        PlanValue.ObjectValue map => map.Members.Any(member => Hides(member.Value)),
        _ => Inputs.IsHidden(value),
    };

    private static IEnumerable<string> Judge(ClientCheck client)
    {
        var asked = client.Asked.Count == 0 ? "no name" : string.Join(" or ", client.Asked);
        if (client.Meant.Count == 0)
        {
            yield return $"calls {client.Called} and asks for {asked}, and nobody of the stack answers there";
        }

        foreach (var server in client.Meant.Except(client.Satisfied, StringComparer.Ordinal))
        {
            yield return $"calls {client.Called} and asks for {asked}, which the certificate of {server} does not bear";
        }

        foreach (var server in client.Satisfied.Except(client.Meant, StringComparer.Ordinal))
        {
            yield return $"calls {client.Called} and asks for {asked}, which the certificate of {server} bears too";
        }
    }
}
