using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A resource that a provider makes.</summary>
public class CustomResource : Resource
{
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions(), remote: false)
    {
    }

    /// <remarks>As in the official package, a call that leaves out <paramref name="options"/> fits both constructors and does not compile.</remarks>
    public CustomResource(
        string type, string name, ResourceArgs? args, CustomResourceOptions? options = null, RegisterPackageRequest? registerPackageRequest = null)
        : this(type, name, args, options)
    {
    }

    private protected CustomResource(string urn)
        : base(urn)
    {
    }

    /// <summary>The provider's name for the resource; unknown until it is made.</summary>
    [Output("id")]
    public Output<string> Id { get; private protected set; } = null!;

    internal override void ResolveId(string? id) => Id.Resolve(id ?? "", isKnown: !string.IsNullOrEmpty(id), isSecret: false);

    internal override void FailIdentity(Exception exception)
    {
        base.FailIdentity(exception);
        ((IResourceOutput)Id).Fail(exception);
    }

    private protected override void AssignIdentity()
    {
        base.AssignIdentity();
        Id = new(this);
    }
}

/// <summary>A configured provider, which resources and functions of its package can be told to use.</summary>
public class ProviderResource : CustomResource
{
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : base($"pulumi:providers:{package}", name, args, options, registerPackageRequest: null) => Package = package;

    public ProviderResource(
        string package, string name, ResourceArgs args, CustomResourceOptions? options = null, RegisterPackageRequest? registerPackageRequest = null)
        : base($"pulumi:providers:{package}", name, args, options, registerPackageRequest) => Package = package;

    internal string Package { get; }

    /// <summary>The text by which a request names this provider, once it is registered.</summary>
    internal async ValueTask<string> ReferenceAsync()
    {
        var urn = await Urn.DataAsync();
        var id = await Id.DataAsync();
        return $"{urn.Value}::{(id.IsKnown ? id.Value : WireWriter.Unknown)}";
    }
}
