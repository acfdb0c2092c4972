namespace CrossCloudMesh.Plan.Rules.Links;

/// <summary>Whoever has such a key reads the traffic, speaks in a session's name, or takes the connection for itself.</summary>
public sealed class LinkSecrets() : Rule(new()
{
    Id = "link-secrets",
    Title = "Every key of a link is secret, also where a cloud draws it",
    Severity = Severity.Error,
    Scope = RuleScope.Resource,
    Fix = "pass the key on as a secret output, and name what a cloud draws in additionalSecretOutputs",
})
{
    /// <summary>What is given. AWS's pre-shared keys of tunnels belong to link-keys.</summary>
    private static readonly (string Type, string Path)[] Given =
    [
        (Types.VpnTunnel, "sharedSecret"),
        (Types.VpnTunnel, "sharedSecretWo"),
        (Types.RouterPeer, "md5AuthenticationKey.key"),
        (Types.Router, "md5AuthenticationKeys.key"),
        (Types.TransitInterface, "bgpAuthKey"),
        (MacsecKey, "cak"),
        (Types.Transport, "providedActivationKey"),
    ];

    /// <summary>What a cloud answers with, and the provider does not mark by itself.</summary>
    private static readonly (string Type, string Output)[] Drawn =
    [
        (Types.Transport, "generatedActivationKey"),
        (Types.VlanAttachment, "pairingKey"),
    ];

    private const string MacsecKey = "aws:directconnect/macsecKeyAssociation:MacsecKeyAssociation";
    private const string ActivationKey = "ActivationKey";

    public override IEnumerable<Finding> Judge(PlanIndex plan)
    {
        foreach (var (type, path) in Given)
        {
            foreach (var resource in plan.Of(type).Where(resource => resource.Text(path) is not null))
            {
                yield return Found(resource, $"shows its {path} to everybody");
            }
        }

        foreach (var resource in plan.Of(Types.CloudControl))
        {
            if (resource.Text("desiredState")?.Contains(ActivationKey, StringComparison.Ordinal) == true)
            {
                yield return Found(resource, "shows its desiredState, which holds an activation key, to everybody");
            }
        }

        foreach (var (type, output) in Drawn)
        {
            foreach (var resource in plan.Of(type).Where(resource => IsDrawn(resource) && !resource.Options.AdditionalSecretOutputs.Contains(output)))
            {
                yield return Found(resource, $"leaves its {output} in the clear");
            }
        }
    }

    /// <summary>Only attachments of partners have a key to pair by.</summary>
    private static bool IsDrawn(PlannedResource resource) => resource.Type != Types.VlanAttachment || resource.Is("type", "PARTNER");
}
