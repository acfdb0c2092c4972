using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Istio;

/// <summary>Reads how pods that fail are left out; a rule without it leaves none out.</summary>
/// <remarks>
/// What is not said is Envoy's own: 5 errors, 10 s, 30 s and 10 percent, where 0 percent counts as not said; but below no part of well pods
/// are all called, unless it is said.
/// Source: https://istio.io/latest/docs/reference/config/networking/destination-rule/#OutlierDetection and applyOutlierDetection in
/// https://github.com/istio/istio/blob/master/pilot/pkg/networking/core/cluster_traffic_policy.go, read 2026-11-21.
/// </remarks>
internal static class EjectionReader
{
    private const int UsualErrors = 5;
    private const int UsualIntervalMs = 10_000;
    private const int UsualBaseMs = 30_000;
    private const int UsualPercent = 10;

    public static EjectionForm Read(Field field)
    {
        var outliers = field.Members();
        var form = new EjectionForm
        {
            ConsecutiveErrors = outliers["consecutive5xxErrors"]?.Whole(1) ?? UsualErrors,
            IntervalMs = outliers["interval"]?.Milliseconds() ?? UsualIntervalMs,
            BaseMs = outliers["baseEjectionTime"]?.Milliseconds() ?? UsualBaseMs,
            MaxPercent = PercentOf(outliers["maxEjectionPercent"]) is > 0 and var most ? most : UsualPercent,
            PanicPercent = PercentOf(outliers["minHealthPercent"]),
        };
        outliers.End();
        return form;
    }

    private static int PercentOf(Field? field) => field?.Whole(0) switch
    {
        null => 0,
        > 100 => throw field.Value.Refused("must be 100 or less"),
        var percent => percent.Value,
    };
}
