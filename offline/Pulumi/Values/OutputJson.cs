using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pulumi.Serialization;

namespace Pulumi;

public static partial class Output
{
    /// <summary>JSON text of the value; outputs and inputs inside it are written as their values.</summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(WriteAsync(value, options));

        static async Task<OutputData<string>> WriteAsync(Output<T> value, JsonSerializerOptions? options)
        {
            var outer = await value.DataAsync();
            if (!outer.IsKnown)
                return outer.Unknown<string>();

            // A converter cannot await: write, wait for what was not there yet, and write again.
            while (true)
            {
                var (text, inner) = OutputJsonConverter.Write(outer.Value, options);
                if (inner.Pending.Count == 0)
                    return outer.Then(inner.Seen.Of(inner.Seen.IsKnown ? text : ""));
                foreach (var pending in inner.Pending)
                    await pending;
            }
        }
    }

    /// <summary>The value that the JSON text describes; outputs and inputs inside it take the text's secrecy and origin.</summary>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new(ReadAsync(json, options));

        static async Task<OutputData<T>> ReadAsync(Output<string> json, JsonSerializerOptions? options)
        {
            var text = await json.DataAsync();
            return text.IsKnown
                ? text.Then(OutputData<T>.Known(OutputJsonConverter.Read<T>(text, options)))
                : text.Unknown<T>();
        }
    }
}

/// <summary>Reads and writes outputs and inputs that stand inside a value.</summary>
/// <remarks>
/// The serializer keeps what it learns about types for as long as it is given the same converters, so there is only this one, and
/// what belongs to one call stands beside it.
/// </remarks>
internal sealed class OutputJsonConverter : JsonConverterFactory
{
    private static readonly OutputJsonConverter Only = new();

    private static readonly JsonSerializerOptions Plain = new() { Converters = { Only } };

    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> Extended = [];

    [ThreadStatic]
    private static Context? current;

    public static (string Text, Context Inner) Write<T>(T value, JsonSerializerOptions? options)
    {
        var context = new Context(default, IsSecret: false);
        return (Within(context, () => JsonSerializer.Serialize(value, WithOutputs(options))), context);
    }

    public static T Read<T>(OutputData<string> text, JsonSerializerOptions? options) => Within(
        new(text.Resources, text.IsSecret), () => JsonSerializer.Deserialize<T>(text.Value, WithOutputs(options))!);

    public override bool CanConvert(Type typeToConvert) => ConverterFor(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(ConverterFor(typeToConvert)!.MakeGenericType(typeToConvert.GenericTypeArguments))!;

    private static JsonSerializerOptions WithOutputs(JsonSerializerOptions? options) =>
        options is null ? Plain : Extended.GetValue(options, static given => new(given) { Converters = { Only } });

    private static T Within<T>(Context context, Func<T> run)
    {
        var outer = current;
        current = context;
        try
        {
            return run();
        }
        finally
        {
            current = outer;
        }
    }

    private static Type? ConverterFor(Type type)
    {
        if (!type.IsGenericType)
            return null;
        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(Output<>) ? typeof(OfOutput<>)
            : definition == typeof(Input<>) ? typeof(OfInput<>)
            : definition == typeof(InputList<>) ? typeof(OfList<>)
            : definition == typeof(InputMap<>) ? typeof(OfMap<>)
            : null;
    }

    private static Output<T> ReadInner<T>(ref Utf8JsonReader reader, JsonSerializerOptions options) => new(new OutputData<T>(
        current!.Resources, JsonSerializer.Deserialize<T>(ref reader, options)!, isKnown: true, current.IsSecret));

    private static void WriteInner<T>(Utf8JsonWriter writer, Output<T> value, JsonSerializerOptions options)
    {
        if (!value.TryGetData(out var found))
            current!.Pending.Add(value.DataTask);
        else
            current!.Add(found);

        if (found.IsKnown)
            JsonSerializer.Serialize(writer, found.Value, options);
        else
            writer.WriteNullValue();
    }

    /// <summary>One call: the origin that what is read gets, and the origins of what was written.</summary>
    public sealed record Context(ResourceSet Resources, bool IsSecret)
    {
        private Origins seen = new();

        public Origins Seen => seen;

        public List<Task> Pending { get; } = [];

        public void Add<T>(OutputData<T> data) => seen.Add(data);
    }

    private sealed class OfOutput<T> : JsonConverter<Output<T>>
    {
        public override Output<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ReadInner<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, Output<T> value, JsonSerializerOptions options) =>
            WriteInner(writer, value, options);
    }

    private sealed class OfInput<T> : JsonConverter<Input<T>>
    {
        public override Input<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ReadInner<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, Input<T> value, JsonSerializerOptions options) =>
            WriteInner(writer, value.ToOutput(), options);
    }

    private sealed class OfList<T> : JsonConverter<InputList<T>>
    {
        public override InputList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ReadInner<ImmutableArray<T>>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, InputList<T> value, JsonSerializerOptions options) =>
            WriteInner(writer, value.ToOutput(), options);
    }

    private sealed class OfMap<T> : JsonConverter<InputMap<T>>
    {
        public override InputMap<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ReadInner<ImmutableDictionary<string, T>>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, InputMap<T> value, JsonSerializerOptions options) =>
            WriteInner(writer, value.ToOutput(), options);
    }
}
