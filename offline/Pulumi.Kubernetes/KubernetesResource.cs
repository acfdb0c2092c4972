namespace Pulumi.Kubernetes;

/// <summary>Base of every Kubernetes resource; only this package derives from it.</summary>
public abstract class KubernetesResource : CustomResource
{
    private protected KubernetesResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, args, WithVersion(options))
    {
    }

    /// <summary>An object of a kind of its own: like the official class, it asks for no version of the provider.</summary>
    private protected KubernetesResource(ApiExtensions.CustomResourceArgs args, string name, CustomResourceOptions? options)
        : base(args.Type, name, args, options)
    {
    }

    private static CustomResourceOptions WithVersion(CustomResourceOptions? options) =>
        CustomResourceOptions.Merge(new CustomResourceOptions { Version = Utilities.Version }, options);
}
