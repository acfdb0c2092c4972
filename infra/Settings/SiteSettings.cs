using System.ComponentModel;
using System.Text.Json.Serialization;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>A place where things run. The key <c>cloud</c> says which kind it is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "cloud")]
[JsonDerivedType(typeof(AwsSite), "aws")]
[JsonDerivedType(typeof(GcpSite), "gcp")]
[JsonDerivedType(typeof(OnPremisesSite), "onPremises")]
public abstract record SiteSettings
{
    /// <summary>The site's place in the address plan; null where its ranges are stated.</summary>
    internal abstract ISlot? Place { get; }

    /// <summary>Every address range that the site takes, by the key it stands under: no two in the whole stack may overlap. None where
    /// the plan has no such place.</summary>
    internal abstract IReadOnlyList<NamedRange> RangesIn(AddressSettings plan);
}

/// <summary>A place in the address plan.</summary>
internal interface ISlot
{
    /// <summary>The pool's key.</summary>
    EntryKey Pool { get; }

    /// <summary>The declared number in it.</summary>
    int Slot { get; }
}

/// <summary>An address range of a site.</summary>
/// <param name="Key">Where in the site it stands: <c>addresses.network</c>.</param>
/// <param name="Range">The addresses.</param>
/// <param name="Place">The place in the plan that it is carved by; null where it is stated.</param>
internal sealed record NamedRange(string Key, Cidr Range, ISlot? Place);

/// <summary>Who may reach a cluster's API.</summary>
public record ApiSettings
{
    [Description("private: only from inside the site's networks. allowlist: from cloud.operatorCidrs as well.")]
    public required ApiAccess Access { get; init; }
}

/// <summary>From where a cluster's API can be reached. There is no word for everywhere.</summary>
public enum ApiAccess
{
    Private,
    Allowlist,
}
