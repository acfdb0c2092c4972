using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Mesh.Policy;

/// <summary>A kind of mesh that policies are rendered for.</summary>
[Flags]
public enum PolicyTargets
{
    None = 0,

    /// <summary>Istio, by its own resources.</summary>
    Istio = 1,

    /// <summary>AWS App Mesh.</summary>
    AppMesh = 2,

    /// <summary>Envoy by itself, from a file.</summary>
    Envoy = 4,

    /// <summary>All of them.</summary>
    All = Istio | AppMesh | Envoy,
}

/// <summary>What not every kind of mesh can do. One that cannot refuses the policy, and never leaves it out.</summary>
public abstract record PolicyExtension
{
    private protected PolicyExtension()
    {
    }

    /// <summary>What it asks for, to follow "cannot": <c>prefer pods near the caller</c>.</summary>
    public abstract string Ability { get; }

    /// <summary>Who can.</summary>
    public abstract PolicyTargets Targets { get; }

    /// <summary>What is asked for, as an operator writes it.</summary>
    public abstract override string ToString();
}

/// <summary>Pods near the caller are preferred, and others take over once these are ejected.</summary>
/// <remarks>App Mesh knows no place, and a file of static Envoy does not know where its callers' peers run.</remarks>
/// <param name="Preferred">Which.</param>
public sealed record LocalityFailover(Locality Preferred) : PolicyExtension
{
    public override string Ability => "prefer pods near the caller";

    public override PolicyTargets Targets => PolicyTargets.Istio;

    public override string ToString() => Preferred.ToString();
}

/// <summary>How a caller chooses among pods.</summary>
/// <remarks>App Mesh's way is not written down, and is taken for one after the other.</remarks>
/// <param name="Balancing">How.</param>
public sealed record BalancingChoice(Balancing Balancing) : PolicyExtension
{
    public override string Ability => "choose among pods by their load";

    public override PolicyTargets Targets => PolicyTargets.Istio | PolicyTargets.Envoy;

    public override string ToString() => Balancing.ToString();
}

/// <summary>How long a connection may take to come about.</summary>
/// <param name="Ms">1 or more, in milliseconds. Without it: 10 seconds.</param>
public sealed record ConnectTimeout(int Ms) : PolicyExtension
{
    public override string Ability => "bound how long a connection takes to come about";

    public override PolicyTargets Targets => PolicyTargets.Istio | PolicyTargets.Envoy;

    public override string ToString() => $"{Ms} ms";
}

/// <summary>How many of all pods may be ejected.</summary>
/// <remarks>App Mesh always ejects at least one, which is the same only where the share is at least one pod.</remarks>
/// <param name="Percent">1 to 100.</param>
/// <param name="FewestPods">How many pods of the service there always are, over all its sites; 1 or more.</param>
public sealed record EjectionLimit(int Percent, int FewestPods) : PolicyExtension
{
    public override string Ability => "keep from ejecting one pod of too few";

    public override PolicyTargets Targets => (long)Percent * FewestPods >= 100 ? PolicyTargets.All : PolicyTargets.Istio | PolicyTargets.Envoy;

    public override string ToString() => $"{Percent} % of at least {FewestPods}";
}
