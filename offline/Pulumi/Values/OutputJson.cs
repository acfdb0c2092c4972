using System.Collections.Immutable;
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
                var inner = new OutputJsonConverter(outer.Resources, outer.IsSecret);
                var text = JsonSerializer.Serialize(outer.Value, inner.AddedTo(options));
                if (inner.Pending.Count == 0)
                    return outer.Then(inner.Seen.Of(inner.Seen.IsKnown ? text : ""));
                foreach (var pending in inner.Pending)
                    await pending;
            }
        }
    }

    /// <summary>The value that the JSON text describes; outputs and inputs in <typeparamref name="T"/> take the text's secrecy and origin.</summary>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new(ReadAsync(json, options));

        static async Task<OutputData<T>> ReadAsync(Output<string> json, JsonSerializerOptions? options)
        {
            var text = await json.DataAsync();
            if (!text.IsKnown)
                return text.Unknown<T>();
            var inner = new OutputJsonConverter(text.Resources, text.IsSecret);
            return text.Then(OutputData<T>.Known(JsonSerializer.Deserialize<T>(text.Value, inner.AddedTo(options))!));
        }
    }
}

/// <summary>Reads and writes outputs and inputs that stand inside a value, and keeps what it saw of their origins.</summary>
internal sealed class OutputJsonConverter(ResourceSet resources, bool isSecret) : JsonConverterFactory
{
    private Origins seen = new();

    public Origins Seen => seen;

    public List<Task> Pending { get; } = [];

    public JsonSerializerOptions AddedTo(JsonSerializerOptions? options) =>
        new(options ?? JsonSerializerOptions.Default) { Converters = { this } };

    public override bool CanConvert(Type typeToConvert) => ConverterFor(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(ConverterFor(typeToConvert)!.MakeGenericType(typeToConvert.GenericTypeArguments), this)!;

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

    private Output<T> Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        new(new OutputData<T>(resources, JsonSerializer.Deserialize<T>(ref reader, options)!, isKnown: true, isSecret));

    private void Write<T>(Utf8JsonWriter writer, Output<T> value, JsonSerializerOptions options)
    {
        if (!value.TryGetData(out var found))
            Pending.Add(value.DataTask);
        else
            seen.Add(found);

        if (found.IsKnown)
            JsonSerializer.Serialize(writer, found.Value, options);
        else
            writer.WriteNullValue();
    }

    private sealed class OfOutput<T>(OutputJsonConverter parent) : JsonConverter<Output<T>>
    {
        public override Output<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            parent.Read<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, Output<T> value, JsonSerializerOptions options) =>
            parent.Write(writer, value, options);
    }

    private sealed class OfInput<T>(OutputJsonConverter parent) : JsonConverter<Input<T>>
    {
        public override Input<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            parent.Read<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, Input<T> value, JsonSerializerOptions options) =>
            parent.Write(writer, value.ToOutput(), options);
    }

    private sealed class OfList<T>(OutputJsonConverter parent) : JsonConverter<InputList<T>>
    {
        public override InputList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            parent.Read<ImmutableArray<T>>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, InputList<T> value, JsonSerializerOptions options) =>
            parent.Write(writer, value.ToOutput(), options);
    }

    private sealed class OfMap<T>(OutputJsonConverter parent) : JsonConverter<InputMap<T>>
    {
        public override InputMap<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            parent.Read<ImmutableDictionary<string, T>>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, InputMap<T> value, JsonSerializerOptions options) =>
            parent.Write(writer, value.ToOutput(), options);
    }
}
