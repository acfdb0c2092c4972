using System.Collections.Immutable;
using CrossCloudMesh.Mesh.Policy;
using CrossCloudMesh.Values;
using CrossCloudMesh.Values.Mesh;
using FsCheck;
using FsCheck.Fluent;

namespace CrossCloudMesh.Tests.Mesh;

/// <summary>Policies at random: whatever an operator could write, and nothing that settings refuse.</summary>
internal static class PolicyGen
{
    /// <summary>The sites that services run on.</summary>
    public static readonly ImmutableArray<string> Sites = ["aws-east", "gcp-east", "gcp-west"];

    public static readonly TrustDomain Domain = TrustDomain.Parse("test.mesh.example")!.Value;

    /// <summary>A caller that is no service of any policy.</summary>
    public static readonly ServiceName Customers = NameOf("customers", "web");

    private static readonly string[] Names = ["gateway", "ledger", "orders", "payment", "quotes", "risk"];

    private static readonly string[] Namespaces = ["edge", "payments", "trading"];

    /// <summary>Names are told apart by their namespaces too.</summary>
    private static readonly ServiceName[] AllNames = [.. Names.SelectMany(name => Namespaces.Select(space => NameOf(name, space)))];

    private const int MostServices = 6;

    private static readonly string[] Versions = ["v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9", "v10"];

    /// <summary>Policies in the common subset: 1 to 6 services without an extension.</summary>
    public static Gen<MeshPolicy> Common { get; } = Meshes(Gen.Constant(ImmutableArray<PolicyExtension>.Empty));

    /// <summary>Policies that Istio can do: the same, with any extensions.</summary>
    public static Gen<MeshPolicy> ForIstio { get; } = Meshes(Extensions());

    /// <summary>Policies that App Mesh can do: of the common subset those of one site, in which somebody may call each service.</summary>
    public static Gen<MeshPolicy> ForAppMesh { get; } = Common.Select(policy => policy with
    {
        Services = [.. policy.Services.Select(service => service with { Sites = [Sites[0]], Callers = service.Callers.IsEmpty ? [Customers] : service.Callers })],
        Kinds = policy.Kinds.Add(Sites[0], PolicyTargets.AppMesh),
    });

    /// <summary>Policies of two services and more that a kind can do, each of them called by another: without a caller nobody is told how to call it.</summary>
    public static Gen<MeshPolicy> CalledFor(PolicyTargets kind) => ForIstio.Where(policy => policy.Services.Length > 1).Select(policy => policy with
    {
        Services =
        [
            .. policy.Services.Select(service => service with
            {
                Callers = service.Callers.IsEmpty ? [policy.Services.First(other => other.Name != service.Name).Name] : service.Callers,
                Extensions = [.. service.Extensions.Where(extension => extension.Targets.HasFlag(kind))],
            }),
        ],
    });

    /// <summary>The same services on one site alone.</summary>
    public static MeshPolicy OnOneSite(MeshPolicy policy, PolicyTargets kind) => policy with
    {
        Services = [.. policy.Services.Select(service => service with { Sites = [Sites[0]] })],
        Kinds = policy.Kinds.SetItem(Sites[0], kind),
    };

    /// <summary>Weights of 1 to 10 versions that sum to 100, some of them nothing.</summary>
    public static Gen<ImmutableSortedDictionary<string, int>> Weights { get; } =
        from count in Gen.Choose(1, CanaryPolicy.MostTargets)
        from versions in Some(Versions, count)
        from cuts in Gen.Choose(0, CanaryPolicy.WholeWeight).ListOf(versions.Length - 1)
        select Cut(versions, cuts);

    private static Gen<MeshPolicy> Meshes(Gen<ImmutableArray<PolicyExtension>> extensions) =>
        from all in Some(AllNames, MostServices)
        from services in Gen.CollectToArray(all, name => Service(name, all, extensions))
        select new MeshPolicy { TrustDomain = Domain, Services = [.. services] };

    private static Gen<ServicePolicy> Service(ServiceName name, ServiceName[] all, Gen<ImmutableArray<PolicyExtension>> extensions) =>
        from sites in Some(Sites, Sites.Length)
        from protocol in Gen.Elements(Enum.GetValues<ServiceProtocol>())
        from port in Gen.Elements(80, 8080, 9090, 65535)
        from timeout in Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 60_000))
        from retries in Retries(protocol, timeout)
        from caps in Gen.Choose(1, 100_000).ListOf(3)
        from ejection in Gen.Choose(1, 300_000).ListOf(3)
        from callers in Gen.SubListOf(all.Where(other => other != name))
        from canary in Gen.OneOf(Gen.Constant<CanaryPolicy?>(null), Canary())
        from asked in extensions
        select new ServicePolicy
        {
            Name = name,
            Sites = [.. sites],
            Protocol = protocol,
            Port = port,
            TimeoutMs = timeout,
            Retries = retries,
            Caps = new() { MaxConnections = caps[0], MaxPendingRequests = caps[1], MaxRequests = caps[2] },
            Ejection = new() { ConsecutiveErrors = 1 + (ejection[0] % 1000), IntervalMs = ejection[1], BaseMs = ejection[2] },
            Callers = [.. callers],
            Canary = canary,
            Extensions = asked,
        };

    private static Gen<RetryPolicy?> Retries(ServiceProtocol protocol, int timeoutMs)
    {
        var known = Array.FindAll(Enum.GetValues<RetryEvent>(), cause => protocol is ServiceProtocol.Grpc || !RetryEvents.IsOfGrpc(cause));
        var some =
            from attempts in Gen.Choose(1, RetryPolicy.MostAttempts)
            let room = (timeoutMs == 0 ? ServicePolicy.LongestTimeoutMs : timeoutMs) / (attempts + 1)
            from perTry in Gen.Choose(1, Math.Max(1, room))
            from events in Some(known, known.Length)
            select room == 0 ? null : new RetryPolicy { Attempts = attempts, PerTryMs = perTry, On = [.. events] };
        return Gen.OneOf(Gen.Constant<RetryPolicy?>(null), some, some);
    }

    private static Gen<CanaryPolicy?> Canary() =>
        from count in Gen.Choose(1, 4)
        from steps in Weights.ListOf(count)
        from step in Gen.Choose(1, count)
        select new CanaryPolicy { Steps = [.. steps], Step = step };

    private static Gen<ImmutableArray<PolicyExtension>> Extensions() =>
        from locality in Gen.Elements(Locality.OwnSite, Locality.OwnZone)
        from connect in Gen.Choose(1, 9_999)
        from percent in Gen.Choose(1, 99)
        from pods in Gen.Choose(1, 50)
        from asked in Gen.SubListOf<PolicyExtension>(
            new LocalityFailover(locality), new BalancingChoice(Balancing.LeastRequest), new ConnectTimeout(connect), new EjectionLimit(percent, pods))
        select asked.ToImmutableArray();

    /// <summary>At least one of them, at most so many, in any order.</summary>
    private static Gen<T[]> Some<T>(IReadOnlyCollection<T> of, int most) =>
        from shuffled in Gen.Shuffle([.. of])
        from count in Gen.Choose(1, most)
        select shuffled[..count];

    private static ImmutableSortedDictionary<string, int> Cut(string[] versions, IReadOnlyList<int> cuts)
    {
        int[] ends = [0, .. cuts.Order(), CanaryPolicy.WholeWeight];
        return versions
            .Select((version, index) => KeyValuePair.Create(version, ends[index + 1] - ends[index]))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static ServiceName NameOf(string name, string space) => new(KubernetesNamespace.Parse(space)!.Value, KubernetesNamespace.Parse(name)!.Value);
}
