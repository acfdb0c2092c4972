namespace Pulumi;

/// <summary>The deployment that runs the current program.</summary>
public sealed class DeploymentInstance
{
    internal DeploymentInstance(Deployment deployment) => Deployment = deployment;

    internal Deployment Deployment { get; }

    public string StackName => Deployment.StackName;

    public string ProjectName => Deployment.ProjectName;

    public string OrganizationName => Deployment.OrganizationName;

    /// <exception cref="InvalidOperationException">The deployment was not told its root directory.</exception>
    public string RootDirectory => Deployment.RootDirectory ?? throw new InvalidOperationException(
        "The Pulumi CLI version does not support root directory. Please update the Pulumi CLI.");

    public bool IsDryRun => Deployment.IsDryRun;

    /// <summary>Calls a function, unless an argument or a resource that it waits for is unknown; then the result is unknown.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) => Deployment.Invoke<T>(token, args, options);

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) => Deployment.Invoke<T>(token, args, options);

    /// <summary>The same for a function that gives an object with one member, which is the result.</summary>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        Deployment.InvokeSingle<T>(token, args, options);

    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        Deployment.InvokeSingle<T>(token, args, options);

    /// <summary>Calls a function at once, whether its arguments are known or not.</summary>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        Deployment.InvokeAsync<T>(token, args, options);

    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) => Deployment.InvokeAsync(token, args, options);

    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        Deployment.InvokeSingleAsync<T>(token, args, options);

    /// <summary>Calls a method of a resource.</summary>
    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        Deployment.Call<T>(token, args, self, options);

    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        Deployment.Call(token, args, self, options);
}
