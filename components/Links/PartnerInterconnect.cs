using System.Collections.Immutable;
using CrossCloudMesh.Facts;
using CrossCloudMesh.Values;
using Pulumi;

namespace CrossCloudMesh.Links;

/// <summary>Joins a site on AWS and a site on Google Cloud over the network of a partner: Partner Interconnect and hosted connections.</summary>
/// <remarks>
/// Makes 1 <see cref="AttachmentRouter"/> and 2 <see cref="PartnerSession"/>, one in each edge availability domain, and from the first
/// hosted connection on 1 <see cref="DirectGateway"/>. It takes two deployments: the first makes Google's half and hands out the pairing
/// keys, with which the partner is ordered to join the attachments to hosted connections of AWS; the second is told their ids. What Google
/// makes of its own accord, interface and BGP peer of each attachment, no provider can change: their numbers and keys are among the steps.
/// A partner that routes, instead of passing frames on, has BGP sessions of its own and is not what this is for. Takes an AWS and a Google
/// provider.
/// Sources: https://cloud.google.com/network-connectivity/docs/interconnect/how-to/partner/creating-vlan-attachments,
/// https://github.com/hashicorp/terraform-provider-google/issues/19836, read 2026-11-21.
/// </remarks>
public sealed class PartnerInterconnect : ComponentResource
{
    public const string Token = "infra:links:PartnerInterconnect";

    /// <summary>The largest packet that passes uncut, in bytes.</summary>
    [Output("pathMtuBytes")] public Output<int> PathMtuBytes { get; }

    /// <summary>The largest payload of a TCP segment, in bytes.</summary>
    [Output("tcpMssBytes")] public Output<int> TcpMssBytes { get; }

    /// <summary>What the partner must be given to join each attachment, a secret, by the number of its edge availability domain.</summary>
    [Output("pairingKeys")] public Output<ImmutableDictionary<string, string>> PairingKeys { get; }

    /// <summary>What people still have to do before this path carries traffic, without any key.</summary>
    [Output("steps")] public Output<ImmutableArray<string>> Steps { get; }

    /// <summary>The key that each BGP peer of Google must be told, a secret, by the number of its edge availability domain.</summary>
    [Output("sessionKeys")] public Output<ImmutableDictionary<string, string>> SessionKeys { get; }

    /// <summary>What of it the clouds measure, each by itself up or down.</summary>
    public ImmutableArray<LinkPoint> Points { get; }

    /// <exception cref="ResourceException">Every fault in <paramref name="args"/>, one per line.</exception>
    public PartnerInterconnect(string name, PartnerInterconnectArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        Faults.ThrowIfAny(this, args.Check());
        var child = new ComponentResourceOptions { Parent = this };

        var router = new AttachmentRouter(name, new()
        {
            Project = args.Google.Project,
            Region = args.Google.Region,
            PhysicalName = args.PhysicalName,
            Description = "Speaks BGP with AWS over Partner Interconnect",
            NetworkSelfLink = args.Google.NetworkSelfLink,
            Asn = InterconnectFacts.PartnerAsn,
            Announced = args.Google.Ranges,
            Protect = args.Protect,
        }, child);

        var gateway = args.Hosted.Count == 0 ? null : new DirectGateway(name, new()
        {
            PhysicalName = args.PhysicalName,
            Asn = args.GatewayAsn,
            Aws = args.Aws,
            Announced = PreferredRanges.Of(args.Aws.Ranges),
            Protect = args.Protect,
        }, child);

        var keys = Enumerable.Range(1, InterconnectFacts.Domains).ToImmutableSortedDictionary(domain => domain, args.KeyOf);
        var sessions = new List<PartnerSession>();
        foreach (var domain in keys.Keys)
        {
            sessions.Add(new($"{name}-{domain}", new()
            {
                Project = args.Google.Project,
                Region = args.Google.Region,
                PhysicalName = $"{args.PhysicalName}-{domain}",
                Router = router,
                Domain = domain,
                Session = LinkSession.Of(args.Inside, domain - 1),
                Hosted = args.Hosted.GetValueOrDefault(domain),
                DxGatewayId = gateway?.GatewayId,
                Key = keys[domain],
                After = sessions.Count == 0 ? [] : sessions[^1].Settled,
                Protect = args.Protect,
            }, child));
        }

        Points = [.. sessions.SelectMany(session => session.Points)];
        PathMtuBytes = Output.Create(args.PathMtuBytes);
        TcpMssBytes = Output.Create(TcpFacts.MssBytes(args.PathMtuBytes));
        PairingKeys = Output.CreateSecret(ByDomain(sessions.Select(session => session.PairingKey)));
        SessionKeys = Output.CreateSecret(ByDomain(keys.Values));
        Steps = Output.Create(PartnerSteps.Of(args));
        RegisterOutputs();
    }

    private static Output<ImmutableDictionary<string, string>> ByDomain(IEnumerable<Output<string>> texts) => Output.All(texts).Apply(
        all => all.Select((text, index) => (text, index)).ToImmutableDictionary(pair => (pair.index + 1).ToString(), pair => pair.text));
}
