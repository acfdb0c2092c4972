using CrossCloudMesh.Plan.Rules;

namespace CrossCloudMesh.Plan.Certificates;

/// <summary>Which client of a mesh takes which certificate for that of whom it calls, told by the planned resources alone.</summary>
/// <remarks>
/// A client compares to the letter: one name of a certificate that is among those that it asks for is enough. So a check is right when all
/// whom it is meant for bear such a name, and nobody else of the stack does. Whom it is meant for is told by where its calls go, never by
/// the names that it asks for; what a certificate bears, by the request that it answers, never by who holds it.
/// </remarks>
/// <param name="Clients">In the order of who asks, and of what is called.</param>
/// <param name="Servers">In the order of their names.</param>
public sealed record CertificateMatrix(Sequence<ClientCheck> Clients, Sequence<PresentedCertificate> Servers)
{
    /// <summary>Whether any call leads over a bridge between kinds of mesh.</summary>
    public bool HasBridge => Clients.Any(client => client.IsBridged);

    /// <summary>The matrix of a plan.</summary>
    public static CertificateMatrix Of(PlanIndex plan)
    {
        var servers = new Servers(plan);
        ClientCheck[] clients =
        [
            .. IstioClients.Of(plan, servers).Concat(AppMeshClients.Of(plan, servers))
                .OrderBy(client => client.Client, StringComparer.Ordinal)
                .ThenBy(client => client.Called, StringComparer.Ordinal),
        ];
        return new(Sequence.Create<ClientCheck>(clients), Sequence.Create<PresentedCertificate>([.. servers.All.OrderBy(server => server.Name, StringComparer.Ordinal)]));
    }
}

/// <summary>What one client asks of those that it calls for one thing.</summary>
/// <param name="Urn">The resource that says so.</param>
/// <param name="Client">Who calls: <c>aws-east-cluster payments/payment</c>; where all of a cluster do, the cluster.</param>
/// <param name="Called">What is called.</param>
/// <param name="Asked">The names of which the other end must bear one.</param>
/// <param name="Meant">The servers to which its calls go, by their names in the matrix; none where they go nowhere.</param>
/// <param name="Satisfied">The servers that it would take for it.</param>
/// <param name="IsBridged">Whether its calls leave its kind of mesh.</param>
public sealed record ClientCheck(
    string Urn, string Client, string Called, Sequence<string> Asked, Sequence<string> Meant, Sequence<string> Satisfied, bool IsBridged)
{
    /// <summary>Whether it takes exactly those that it is meant for.</summary>
    public bool IsRight => Meant.Count > 0 && Meant.SequenceEqual(Satisfied, StringComparer.Ordinal);
}

/// <summary>What somebody presents.</summary>
/// <param name="Name">Who: <c>gcp-east-cluster trading/risk</c>, or the certificate's own logical name.</param>
/// <param name="Names">What it bears: names of DNS, and identities.</param>
/// <param name="Authority">Whose signature it bears: an authority of the plan, or istiod's.</param>
public sealed record PresentedCertificate(string Name, Sequence<string> Names, string Authority);
