namespace CrossCloudMesh.Plan;

/// <summary>One value of an input or an output, as the provider would be given it.</summary>
/// <remarks>Two values are equal when they have the same form and content; two secrets, when they come from the same place.</remarks>
public abstract record PlanValue
{
    private PlanValue()
    {
    }

    /// <summary>Nothing, where something could stand.</summary>
    public static PlanValue Null { get; } = new NullValue();

    /// <summary>A value that is only known once a cloud has made something.</summary>
    public static PlanValue Unknown { get; } = new UnknownValue();

    public static PlanValue Of(bool value) => value ? BoolValue.True : BoolValue.False;

    public static PlanValue Of(string value) => new TextValue(value);

    public static PlanValue Of(double value) => new NumberValue(value);

    public sealed record NullValue : PlanValue;

    public sealed record UnknownValue : PlanValue;

    public sealed record BoolValue : PlanValue
    {
        internal static readonly BoolValue True = new(true);
        internal static readonly BoolValue False = new(false);

        private BoolValue(bool value) => Value = value;

        public bool Value { get; }
    }

    /// <summary>A finite number; a count and a measure are the same to the wire.</summary>
    public sealed record NumberValue : PlanValue
    {
        public NumberValue(double value)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "a number in a plan is finite");
            }

            Value = value;
        }

        public double Value { get; }
    }

    public sealed record TextValue(string Value) : PlanValue;

    public sealed record ListValue(Sequence<PlanValue> Items) : PlanValue;

    public sealed record ObjectValue(SortedMap<PlanValue> Members) : PlanValue;

    /// <summary>A secret, known only by where it comes from; equal references are equal values.</summary>
    /// <param name="Ref"><c>config:ns:key</c>, <c>urn#property</c>, or <c>derived:</c> and a digest where several are mixed.</param>
    public sealed record SecretValue(string Ref) : PlanValue;

    /// <summary>A file or an archive that is uploaded; its content is not part of the plan.</summary>
    /// <param name="Kind">The kind of asset: <c>FileAsset</c>, <c>StringAsset</c>, <c>AssetArchive</c>.</param>
    public sealed record AssetValue(string Kind) : PlanValue;
}
