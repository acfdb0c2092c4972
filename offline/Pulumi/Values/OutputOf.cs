using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Pulumi.Serialization;

namespace Pulumi;

internal interface IOutput
{
    /// <summary>The data, if it is there already.</summary>
    bool TryGetData(out OutputData<object?> data);

    /// <summary>Ends when <see cref="TryGetData"/> will succeed; fails with what the output failed with.</summary>
    Task Completion { get; }
}

/// <summary>The side of a resource's output on which its registration writes.</summary>
internal interface IResourceOutput
{
    /// <summary>Gives what came over the wire, which is read once somebody asks.</summary>
    void Resolve(WireReader reader, in OutputData<object?> wire);

    /// <summary>Gives the type's default value, unless there is a value already.</summary>
    void ResolveDefault(bool isKnown);

    void Fail(Exception exception);
}

/// <summary>A value that is there now or later, and that remembers which resources it came from.</summary>
/// <remarks>
/// A value that is there costs one object and no task. A resource's outputs wait on a promise that is made only when somebody asks
/// before the registration has ended.
/// </remarks>
public sealed class Output<T> : IOutput, IResourceOutput
{
    private OutputData<T> data;

    // null once data is valid; else an Unread, a Task<OutputData<T>>, a TaskCompletionSource<OutputData<T>>, or Deferred.NotAskedFor
    private volatile object? source;

    internal Output(OutputData<T> data) => this.data = data;

    internal Output(Task<OutputData<T>> task)
    {
        if (task.IsCompletedSuccessfully)
        {
            data = task.Result;
            return;
        }

        source = task;
        Deployment.TrackIfRunning(task);
    }

    /// <summary>An output that the owner's registration will resolve.</summary>
    internal Output(Resource owner)
    {
        data = new(new(owner), default!, isKnown: false, isSecret: false);
        source = Deferred.NotAskedFor;
    }

    internal Task<OutputData<T>> DataTask
    {
        get
        {
            while (true)
            {
                switch (source)
                {
                    case null or Unread:
                        return TryGetData(out var found) ? Task.FromResult(found) : throw new UnreachableException();
                    case Task<OutputData<T>> task:
                        return task;
                    case TaskCompletionSource<OutputData<T>> promise:
                        return promise.Task;
                    default:
                        Interlocked.CompareExchange(ref source, new TaskCompletionSource<OutputData<T>>(), Deferred.NotAskedFor);
                        break;
                }
            }
        }
    }

    Task IOutput.Completion => DataTask;

    internal ValueTask<OutputData<T>> DataAsync() => TryGetData(out var found) ? new(found) : new(DataTask);

    internal Task<T> GetValueAsync(T whenUnknown)
    {
        return TryGetData(out var found) ? Task.FromResult(found.IsKnown ? found.Value : whenUnknown) : LaterAsync(this, whenUnknown);

        static async Task<T> LaterAsync(Output<T> self, T whenUnknown)
        {
            var found = await self.DataTask;
            return found.IsKnown ? found.Value : whenUnknown;
        }
    }

    internal bool TryGetData(out OutputData<T> found)
    {
        var from = source;
        if (from is Task<OutputData<T>> { IsCompletedSuccessfully: true } task)
        {
            data = task.Result;
            source = from = null;
        }
        else if (from is Unread unread)
        {
            data = Read(unread.Reader, unread.Wire);
            source = from = null;
        }

        found = from is null ? data : default;
        return from is null;
    }

    bool IOutput.TryGetData(out OutputData<object?> found)
    {
        var there = TryGetData(out var typed);
        found = there ? new(typed.Resources, typed.Value, typed.IsKnown, typed.IsSecret) : default;
        return there;
    }

    void IResourceOutput.Resolve(WireReader reader, in OutputData<object?> wire)
    {
        var from = source;
        if (from is null or Unread or Task)
            return;
        if (ReferenceEquals(from, Deferred.NotAskedFor)
            && ReferenceEquals(Interlocked.CompareExchange(ref source, new Unread(reader, wire), from), from))
        {
            return;
        }

        var read = Read(reader, wire);
        Resolve(read.Value, read.IsKnown, read.IsSecret);
    }

    private OutputData<T> Read(WireReader reader, in OutputData<object?> wire) => new(
        data.Resources, wire.IsKnown && reader.Read(wire.Value) is { } value ? (T)value : default!, wire.IsKnown, wire.IsSecret);

    void IResourceOutput.ResolveDefault(bool isKnown) => Resolve(default!, isKnown, isSecret: false);

    void IResourceOutput.Fail(Exception exception)
    {
        if (source is null or Unread or Task)
            return;
        var failed = Task.FromException<OutputData<T>>(exception);
        if (Interlocked.Exchange(ref source, failed) is TaskCompletionSource<OutputData<T>> promise)
            promise.SetException(exception);
    }

    internal void Resolve(T value, bool isKnown, bool isSecret)
    {
        if (source is null or Unread or Task)
            return;
        data = new(data.Resources, value, isKnown, isSecret);
        if (Interlocked.Exchange(ref source, null) is TaskCompletionSource<OutputData<T>> promise)
            promise.SetResult(data);
    }

    public static Output<T> Create(Task<T> value) => From(value, isSecret: false);

    internal static Output<T> From(Task<T> value, bool isSecret)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.IsCompletedSuccessfully
            ? new(new OutputData<T>(default, value.Result, isKnown: true, isSecret))
            : new(WaitAsync(value, isSecret));

        static async Task<OutputData<T>> WaitAsync(Task<T> value, bool isSecret) => new(default, await value, isKnown: true, isSecret);
    }

    private static Output<T> Failed(Exception exception)
    {
        return new(FailAsync(exception));

        static async Task<OutputData<T>> FailAsync(Exception exception)
        {
            await Task.CompletedTask;
            ExceptionDispatchInfo.Throw(exception);
            return default;
        }
    }

    /// <summary>The output with its data changed, at once where the data is there.</summary>
    internal Output<TResult> Map<TResult>(Func<OutputData<T>, OutputData<TResult>> change)
    {
        return TryGetData(out var found) ? new(change(found)) : new(LaterAsync(this, change));

        static async Task<OutputData<TResult>> LaterAsync(Output<T> self, Func<OutputData<T>, OutputData<TResult>> change) =>
            change(await self.DataTask);
    }

    public Output<ValueTuple> Apply(Func<T, Task> func)
    {
        return Apply(value => Output<ValueTuple>.Create(RunAsync(value)));

        async Task<ValueTuple> RunAsync(T value)
        {
            await func(value);
            return default;
        }
    }

    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => Apply(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => Apply(value => Output<TResult>.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Apply(value => func(value).ToOutput());

    /// <summary>Runs the function on the value, once it is known; an unknown value gives an unknown result without a call.</summary>
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func)
    {
        if (!TryGetData(out var found))
            return new(LaterAsync(this, func));
        if (!found.IsKnown)
            return new(found.Unknown<TResult>());

        Output<TResult>? inner;
        try
        {
            inner = func(found.Value);
        }
        catch (Exception exception)
        {
            return Output<TResult>.Failed(exception);
        }

        if (inner is null)
            return new(found.Then(OutputData<TResult>.Known(default!)));
        return found.Resources.IsEmpty && !found.IsSecret ? inner : inner.Map(found.Then);

        static async Task<OutputData<TResult>> LaterAsync(Output<T> self, Func<T, Output<TResult>?> func)
        {
            var found = await self.DataTask;
            if (!found.IsKnown)
                return found.Unknown<TResult>();
            var inner = func(found.Value);
            return found.Then(inner is null ? OutputData<TResult>.Known(default!) : await inner.DataAsync());
        }
    }

    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func) => Apply(value => func(value));

    public override string ToString()
    {
        const string Message = """
            Calling [ToString] on an [Output<T>] is not supported.

            Its value may come later or never. To build text from it, use o.Apply(v => $"a{v}b") or Output.Format($"a{o}b").
            """;
        if (Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING") is { } asError
            && (asError == "1" || string.Equals(asError, "true", StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidOperationException(Message);
        }

        Log.Warn(Message);
        return Message;
    }

    internal static Output<ImmutableArray<T>> All(ImmutableArray<Input<T>> inputs)
    {
        var origins = new Origins();
        var values = new T[inputs.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (!((Output<T>)inputs[i]).TryGetData(out var found))
                return new(LaterAsync(inputs));
            origins.Add(found);
            values[i] = found.Value;
        }

        return new(origins.Of(AsImmutable(values)));

        static async Task<OutputData<ImmutableArray<T>>> LaterAsync(ImmutableArray<Input<T>> inputs)
        {
            var origins = new Origins();
            var values = new T[inputs.Length];
            for (var i = 0; i < values.Length; i++)
            {
                var found = await ((Output<T>)inputs[i]).DataAsync();
                origins.Add(found);
                values[i] = found.Value;
            }

            return origins.Of(AsImmutable(values));
        }

        static ImmutableArray<T> AsImmutable(T[] values) => ImmutableCollectionsMarshal.AsImmutableArray(values);
    }
}

internal static class Deferred
{
    public static readonly object NotAskedFor = new();
}
