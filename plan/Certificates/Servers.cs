using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Certificates;

/// <summary>All that can be taken for somebody: what istiods give the service accounts of their clusters, and every certificate of the plan that signs nothing.</summary>
internal sealed class Servers
{
    private const string IstioChart = "istiod";
    private const string Signing = "cert_signing";

    private readonly PlanIndex plan;
    private readonly Dictionary<(string Space, string Name), List<PresentedCertificate>> accounts = [];
    private readonly Dictionary<string, PresentedCertificate> leaves = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> bearers;

    public Servers(PlanIndex plan)
    {
        this.plan = plan;
        ReadAccounts();
        foreach (var certificate in plan.Of(Types.SignedCertificate).Where(IsLeaf))
        {
            leaves[certificate.Urn] = new(certificate.Name, NamesOf(certificate), plan.Source(certificate, "caCertPem", Types.SignedCertificate)?.Name ?? "");
        }

        bearers = All.SelectMany(server => server.Names.Select(name => (server.Name, Bears: name))).ToLookup(each => each.Bears, each => each.Name, StringComparer.Ordinal);
    }

    public IEnumerable<PresentedCertificate> All => accounts.Values.SelectMany(each => each).Concat(leaves.Values);

    /// <summary>Whom a client would take that asks for one of these names.</summary>
    public Sequence<string> Satisfying(IEnumerable<string> asked) => Sequence.Sorted([.. asked.SelectMany(name => bearers[name]).Distinct(StringComparer.Ordinal)]);

    /// <summary>The pods of a service account, in whichever clusters of Istio it is.</summary>
    public IEnumerable<string> OfAccount(string space, string name) => accounts.GetValueOrDefault((space, name), []).Select(each => each.Name);

    /// <summary>What a secret holds for whoever presents it.</summary>
    public IEnumerable<string> OfSecret(PlannedResource? secret) => secret is null ? []
        : plan.Sources(secret, "stringData", Types.SignedCertificate).Select(held => leaves.GetValueOrDefault(held.Urn)?.Name).OfType<string>();

    private static bool IsLeaf(PlannedResource certificate) => !certificate.At("allowedUses").Texts().Contains(Signing, StringComparer.Ordinal);

    private void ReadAccounts()
    {
        var domains = plan.Of(Types.Release)
            .Where(release => release.Text("chart")?.Split('/')[^1] == IstioChart && release.Provider is not null)
            .DistinctBy(release => release.Provider)
            .ToDictionary(release => release.Provider!, release => release.At("values").At("meshConfig", "trustDomain").Text(), StringComparer.Ordinal);
        foreach (var account in plan.Of(Types.ServiceAccount))
        {
            if (account.Provider is { } provider && domains.GetValueOrDefault(provider) is { } domain && account.Space() is { } space && account.Name() is { } name)
            {
                if (!accounts.TryGetValue((space, name), out var known))
                {
                    accounts[(space, name)] = known = [];
                }

                known.Add(new($"{plan.PlaceOf(account)} {space}/{name}", Sequence.Create([$"spiffe://{domain}/ns/{space}/sa/{name}"]), IstioChart));
            }
        }
    }

    private Sequence<string> NamesOf(PlannedResource certificate) => plan.Source(certificate, "certRequestPem", Types.CertificateRequest) is { } request
        ? Sequence.Sorted([.. request.At("dnsNames").Texts(), .. request.At("uris").Texts()])
        : Sequence<string>.Empty;
}
