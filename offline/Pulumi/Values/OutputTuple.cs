using Pulumi.Serialization;

namespace Pulumi;

public static partial class Output
{
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2) =>
        Join(parts => (Of<T1>(parts[0]), Of<T2>(parts[1])), item1, item2);

    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2) =>
        Tuple((Input<T1>)item1, (Input<T2>)item2);

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3) =>
        Join(parts => (Of<T1>(parts[0]), Of<T2>(parts[1]), Of<T3>(parts[2])), item1, item2, item3);

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3) =>
        Tuple((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3);

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4) =>
        Join(parts => (Of<T1>(parts[0]), Of<T2>(parts[1]), Of<T3>(parts[2]), Of<T4>(parts[3])), item1, item2, item3, item4);

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4) =>
        Tuple((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4);

    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5) =>
        Join(
            parts => (Of<T1>(parts[0]), Of<T2>(parts[1]), Of<T3>(parts[2]), Of<T4>(parts[3]), Of<T5>(parts[4])),
            item1, item2, item3, item4, item5);

    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5) =>
        Tuple((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4, (Input<T5>)item5);

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6) =>
        Join(
            parts => (Of<T1>(parts[0]), Of<T2>(parts[1]), Of<T3>(parts[2]), Of<T4>(parts[3]), Of<T5>(parts[4]), Of<T6>(parts[5])),
            item1, item2, item3, item4, item5, item6);

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6) =>
        Tuple((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4, (Input<T5>)item5, (Input<T6>)item6);

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7) =>
        Join(
            parts => (
                Of<T1>(parts[0]), Of<T2>(parts[1]), Of<T3>(parts[2]), Of<T4>(parts[3]), Of<T5>(parts[4]),
                Of<T6>(parts[5]), Of<T7>(parts[6])),
            item1, item2, item3, item4, item5, item6, item7);

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7) =>
        Tuple(
            (Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4, (Input<T5>)item5, (Input<T6>)item6, (Input<T7>)item7);

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7,
        Input<T8> item8) =>
        Join(
            parts => (
                Of<T1>(parts[0]), Of<T2>(parts[1]), Of<T3>(parts[2]), Of<T4>(parts[3]), Of<T5>(parts[4]),
                Of<T6>(parts[5]), Of<T7>(parts[6]), Of<T8>(parts[7])),
            item1, item2, item3, item4, item5, item6, item7, item8);

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7,
        Output<T8> item8) =>
        Tuple(
            (Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4, (Input<T5>)item5, (Input<T6>)item6, (Input<T7>)item7,
            (Input<T8>)item8);

    /// <summary>Calls <paramref name="build"/> once every part is there, whether known or not.</summary>
    private static Output<TResult> Join<TResult>(Func<IOutput[], TResult> build, params IInput[] inputs)
    {
        var origins = new Origins();
        var parts = Array.ConvertAll(inputs, static input => input.Output);
        foreach (var part in parts)
        {
            if (!part.TryGetData(out var found))
                return new(LaterAsync(build, parts));
            origins.Add(found);
        }

        return new(origins.Of(build(parts)));

        static async Task<OutputData<TResult>> LaterAsync(Func<IOutput[], TResult> build, IOutput[] parts)
        {
            var origins = new Origins();
            foreach (var part in parts)
            {
                await part.Completion;
                part.TryGetData(out var found);
                origins.Add(found);
            }

            return origins.Of(build(parts));
        }
    }

    private static T Of<T>(IOutput part)
    {
        ((Output<T>)part).TryGetData(out var found);
        return found.Value;
    }
}
