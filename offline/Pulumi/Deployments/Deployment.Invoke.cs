using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    internal Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options) => new(InvokeIfKnownAsync<T>(token, args, options));

    internal Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options) =>
        Invoke<ImmutableDictionary<string, T>>(token, args, options).Apply(result => result.Values.First());

    internal async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options) =>
        Read<T>(await AskMockAsync(token, await WriteAsync(token, args), ProviderOf(token, options))).Value;

    internal async Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options) =>
        await AskMockAsync(token, await WriteAsync(token, args), ProviderOf(token, options));

    internal async Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options) =>
        (await InvokeAsync<ImmutableDictionary<string, T>>(token, args, options)).Values.First();

    internal Output<T> Call<T>(string token, CallArgs args, Resource? self, CallOptions? options) =>
        new(CallAsync<T>(token, args, self, options));

    internal void Call(string token, CallArgs args, Resource? self, CallOptions? options) => Call<object>(token, args, self, options);

    private static ProviderResource? ProviderOf(string token, InvokeOptions? options) =>
        options?.Provider ?? options?.Parent?.GetProvider(token);

    private static ValueTask<List<WireProperty>> WriteAsync(string token, InvokeArgs? args) =>
        WireProperties.WriteAsync($"invoke:{token}", args ?? InvokeArgs.Empty);

    private static OutputData<T> Read<T>(OutputData<object?> result) => new(
        result.Resources, WireReader.For(typeof(T)).Read(result.Value) is T value ? value : default!, result.IsKnown, result.IsSecret);

    private async Task<OutputData<T>> InvokeIfKnownAsync<T>(string token, InvokeArgs? args, InvokeOptions? options)
    {
        List<WireProperty> properties;
        try
        {
            properties = await WriteAsync(token, args);
        }
        catch (Exception exception)
        {
            LogError($"Error serializing arguments for invoke {token}: {exception}");
            throw;
        }

        var waitFor = WireProperties.Resources(properties);
        if (options is InvokeOutputOptions { DependsOn: { } dependsOn })
        {
            foreach (var dependency in await dependsOn.ToOutput().GetValueAsync(whenUnknown: []))
                waitFor = dependency is null ? waitFor : waitFor.Union(new(dependency));
        }

        if (!WireProperties.Joined(properties).IsKnown || !await AreIdsKnownAsync(waitFor))
            return new(default, default!, isKnown: false, isSecret: false);
        var result = Read<T>(await AskMockAsync(token, properties, ProviderOf(token, options)));
        return new(waitFor, result.Value, result.IsKnown, result.IsSecret);
    }

    private static async ValueTask<bool> AreIdsKnownAsync(ResourceSet resources)
    {
        List<Resource> waiting = [];
        resources.AddTo(waiting);
        for (var i = 0; i < waiting.Count; i++)
        {
            waiting.AddRange(waiting[i].ChildrenOfComponent());
            if (waiting[i] is CustomResource { Id: { } id } && !(await id.DataAsync()).IsKnown)
                return false;
        }

        return true;
    }

    private async Task<OutputData<T>> CallAsync<T>(string token, CallArgs? args, Resource? self, CallOptions? options)
    {
        List<WireProperty> properties;
        try
        {
            properties = await WireProperties.WriteAsync($"call:{token}", args ?? CallArgs.Empty);
            if (self is not null)
                properties.AddRange(await WireProperties.WriteAsync($"call:{token}", [new("__self__", self)]));
        }
        catch (Exception exception)
        {
            LogError($"Error serializing arguments for call {token}: {exception}");
            throw;
        }

        var provider = self is not null ? self.Provider : options?.Provider ?? options?.Parent?.GetProvider(token);
        return Read<T>(await AskMockAsync(token, properties, provider));
    }

    private async Task<OutputData<object?>> AskMockAsync(string token, List<WireProperty> properties, ProviderResource? provider)
    {
        var result = await Mocks.CallAsync(new()
        {
            Token = token,
            Args = WireProperties.Known(properties, withIdentity: true),
            Provider = provider is null ? "" : await provider.ReferenceAsync(),
        });
        var joined = WireProperties.Joined(await WireProperties.WriteStateAsync(result));
        return new(default, joined.Value, joined.IsKnown, joined.IsSecret);
    }
}
