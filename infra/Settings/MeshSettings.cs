using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossCloudMesh.Values;

namespace CrossCloudMesh.Infra.Settings;

/// <summary>All settings of a stack. Each property is one section: one key of the project's namespace in the stack file.</summary>
public sealed record MeshSettings
{
    [Description("Who owns what is made, in which accounts, and from where it is deployed.")]
    public required CloudSettings Cloud { get; init; }

    [Description("The address pools that sites are carved from. What all stacks share stands in Pulumi.yaml.")]
    public AddressSettings Addresses { get; init; } = AddressSettings.None;

    [Description("The places where clusters run: one network and one cluster each. A key is part of the names of everything there.")]
    [Keys<EntryKey>, MinLength(1)]
    public required ImmutableSortedDictionary<string, SiteSettings> Sites { get; init; }

    [Description("What joins the networks of sites, by name. A key is part of the names of everything in the link.")]
    [Keys<EntryKey>]
    public ImmutableSortedDictionary<string, LinkSettings> Links { get; init; } =
        ImmutableSortedDictionary.Create<string, LinkSettings>(StringComparer.Ordinal);

    [Description("Who vouches for whom: one root over all sites. Left out: nobody, and no mesh can span the sites.")]
    public TrustSettings? Trust { get; init; }

    [Description("The services of the mesh, by name: where each runs, who may call it, and what a call may take. They need trust.")]
    [Keys<EntryKey>, MaxLength(500)]
    public ImmutableSortedDictionary<string, ServiceSettings> Services { get; init; } =
        ImmutableSortedDictionary.Create<string, ServiceSettings>(StringComparer.Ordinal);

    [Description("The service mesh over all clusters. Left out: none.")]
    public ServiceMeshSettings? Mesh { get; init; }

    [Description("What is seen of the mesh and its links, and who is told. Left out: nothing, nobody.")]
    public ObservabilitySettings? Observability { get; init; }

    [Description("What may be deleted.")]
    public required LifecycleSettings Lifecycle { get; init; }

    [Description("How much is taken to be used in a month, so that the preview can say what it costs. Left out: it tells the price of each unit alone.")]
    public CostSettings Cost { get; init; } = new();

    [Description("Which findings of the preview are known and accepted. A deployment only checks its form.")]
    public RulesSettings Rules { get; init; } = new();
}
