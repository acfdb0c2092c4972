using Pulumi.Serialization;

namespace Pulumi;

public static partial class Output
{
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2)
    {
        Output<T1> o1 = item1;
        Output<T2> o2 = item2;
        return Join(() => (Of(o1), Of(o2)), o1, o2);
    }

    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2) =>
        Tuple((Input<T1>)item1, (Input<T2>)item2);

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3)
    {
        Output<T1> o1 = item1;
        Output<T2> o2 = item2;
        Output<T3> o3 = item3;
        return Join(() => (Of(o1), Of(o2), Of(o3)), o1, o2, o3);
    }

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3) =>
        Tuple((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3);

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4)
    {
        Output<T1> o1 = item1;
        Output<T2> o2 = item2;
        Output<T3> o3 = item3;
        Output<T4> o4 = item4;
        return Join(() => (Of(o1), Of(o2), Of(o3), Of(o4)), o1, o2, o3, o4);
    }

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4) =>
        Tuple((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4);

    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5)
    {
        Output<T1> o1 = item1;
        Output<T2> o2 = item2;
        Output<T3> o3 = item3;
        Output<T4> o4 = item4;
        Output<T5> o5 = item5;
        return Join(() => (Of(o1), Of(o2), Of(o3), Of(o4), Of(o5)), o1, o2, o3, o4, o5);
    }

    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5) =>
        Tuple((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4, (Input<T5>)item5);

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6)
    {
        Output<T1> o1 = item1;
        Output<T2> o2 = item2;
        Output<T3> o3 = item3;
        Output<T4> o4 = item4;
        Output<T5> o5 = item5;
        Output<T6> o6 = item6;
        return Join(() => (Of(o1), Of(o2), Of(o3), Of(o4), Of(o5), Of(o6)), o1, o2, o3, o4, o5, o6);
    }

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6) =>
        Tuple((Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4, (Input<T5>)item5, (Input<T6>)item6);

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7)
    {
        Output<T1> o1 = item1;
        Output<T2> o2 = item2;
        Output<T3> o3 = item3;
        Output<T4> o4 = item4;
        Output<T5> o5 = item5;
        Output<T6> o6 = item6;
        Output<T7> o7 = item7;
        return Join(() => (Of(o1), Of(o2), Of(o3), Of(o4), Of(o5), Of(o6), Of(o7)), o1, o2, o3, o4, o5, o6, o7);
    }

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7) =>
        Tuple(
            (Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4, (Input<T5>)item5, (Input<T6>)item6, (Input<T7>)item7);

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7,
        Input<T8> item8)
    {
        Output<T1> o1 = item1;
        Output<T2> o2 = item2;
        Output<T3> o3 = item3;
        Output<T4> o4 = item4;
        Output<T5> o5 = item5;
        Output<T6> o6 = item6;
        Output<T7> o7 = item7;
        Output<T8> o8 = item8;
        return Join(() => (Of(o1), Of(o2), Of(o3), Of(o4), Of(o5), Of(o6), Of(o7), Of(o8)), o1, o2, o3, o4, o5, o6, o7, o8);
    }

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7,
        Output<T8> item8) =>
        Tuple(
            (Input<T1>)item1, (Input<T2>)item2, (Input<T3>)item3, (Input<T4>)item4, (Input<T5>)item5, (Input<T6>)item6, (Input<T7>)item7,
            (Input<T8>)item8);

    /// <summary>Calls <paramref name="build"/> once every part is there, whether known or not.</summary>
    private static Output<TResult> Join<TResult>(Func<TResult> build, params IOutput[] parts)
    {
        var origins = new Origins();
        foreach (var part in parts)
        {
            if (!part.TryGetData(out var found))
                return new(LaterAsync(build, parts));
            origins.Add(found);
        }

        return new(origins.Of(build()));

        static async Task<OutputData<TResult>> LaterAsync(Func<TResult> build, IOutput[] parts)
        {
            var origins = new Origins();
            foreach (var part in parts)
            {
                await part.Completion;
                part.TryGetData(out var found);
                origins.Add(found);
            }

            return origins.Of(build());
        }
    }

    private static T Of<T>(Output<T> output)
    {
        output.TryGetData(out var found);
        return found.Value;
    }
}
