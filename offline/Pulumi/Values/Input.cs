namespace Pulumi;

internal interface IInput
{
    IOutput Output { get; }
}

/// <summary>What an argument takes: a plain value or an output.</summary>
public class Input<T> : IInput
{
    private readonly Output<T>? given;

    private protected Input()
    {
    }

    private protected Input(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        given = value;
    }

    IOutput IInput.Output => Value;

    private protected virtual Output<T> Value => given!;

    public static implicit operator Input<T>(T value) => Output.Create(value);
    public static implicit operator Input<T>(Output<T> value) => new(value);
    public static implicit operator Output<T>(Input<T> input) => input.Value;
}

/// <summary>Lets an input be used as an output; a null input counts as the type's default value.</summary>
public static class InputExtensions
{
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, TResult> func) => input.ToOutput().Apply(func);

    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Task<TResult>> func) => input.ToOutput().Apply(func);

    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Input<TResult>?> func) => input.ToOutput().Apply(func);

    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Output<TResult>?> func) => input.ToOutput().Apply(func);

    public static Output<T> ToOutput<T>(this Input<T>? input) => input ?? Output.Create(default(T)!);
}
