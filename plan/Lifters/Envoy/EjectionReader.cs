using CrossCloudMesh.Values.Mesh;

namespace CrossCloudMesh.Lifters.Envoy;

/// <summary>Reads how endpoints that fail are left out; a cluster without it leaves none out.</summary>
/// <remarks>
/// What is not said: 5 errors, 10 s, 30 s and 10 percent; and endpoints are also compared with one another by their success, unless that is
/// switched off. However often, nobody stays out longer than 300 s, or the base if that is longer. With less than half of them well, all are
/// called.
/// Source: https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/cluster/v3/outlier_detection.proto and
/// https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/cluster/v3/cluster.proto#config-cluster-v3-cluster-commonlbconfig, read 2026-11-21.
/// </remarks>
internal static class EjectionReader
{
    private const int UsualErrors = 5;
    private const int UsualIntervalMs = 10_000;
    private const int UsualBaseMs = 30_000;
    private const int UsualPercent = 10;
    private const int LongestMs = 300_000;

    /// <summary>How they are left out.</summary>
    /// <param name="field">What the cluster says; null where it says nothing.</param>
    /// <param name="balancing">Its <c>common_lb_config</c>, or null.</param>
    /// <param name="isChecked">Whether it asks endpoints how they are.</param>
    public static EjectionForm? Read(Field? field, Field? balancing, bool isChecked)
    {
        var panic = PanicOf(balancing);
        if (field is not { } written)
        {
            return balancing is { } alone ? throw alone.Refused("has no place in the normal form without outlier_detection", "leave it out") : null;
        }

        var outliers = written.Members();
        var form = new EjectionForm
        {
            ConsecutiveErrors = (int)(outliers["consecutive_5xx"]?.Whole(1, int.MaxValue) ?? UsualErrors),
            IntervalMs = outliers["interval"]?.Milliseconds(1) ?? UsualIntervalMs,
            BaseMs = outliers["base_ejection_time"]?.Milliseconds(1) ?? UsualBaseMs,
            MaxPercent = (int)(outliers["max_ejection_percent"]?.Whole(0, 100) ?? UsualPercent),
            PanicPercent = panic,
        };
        RefuseOthers(outliers, form, isChecked);
        outliers.End();
        return form;
    }

    private static void RefuseOthers(Members outliers, EjectionForm form, bool isChecked)
    {
        Must(outliers["enforcing_consecutive_5xx"], 100);
        Must(outliers.Need("enforcing_success_rate"), 0);
        Must(outliers["enforcing_consecutive_gateway_failure"], 0);
        Must(outliers["enforcing_failure_percentage"], 0);
        outliers.Off("split_external_local_origin_errors");
        var longest = Math.Max(LongestMs, form.BaseMs);
        if (outliers["max_ejection_time"] is { } most && most.Milliseconds(1) != longest)
        {
            throw most.Refused($"must be {longest / 1000m:0.###}s, as it is where nothing is said, and any other has no place in the normal form");
        }

        if (outliers["max_ejection_time_jitter"] is { } jitter && jitter.Milliseconds() != 0)
        {
            throw jitter.Refused("must be 0s, as chance has no place in the normal form");
        }

        if (outliers["always_eject_one_host"] is { } always && always.Flag() && form.MaxPercent < 100)
        {
            throw always.Refused($"must be false beside max_ejection_percent {form.MaxPercent}, as one more than that has no place in the normal form");
        }

        var ends = outliers["successful_active_health_check_uneject_host"];
        if ((ends?.Flag() ?? true) && isChecked)
        {
            throw (ends ?? outliers.Owner).Refused("must say successful_active_health_check_uneject_host: false beside health_checks, which would end ejection early");
        }
    }

    private static int PanicOf(Field? balancing)
    {
        var common = balancing?.Members();
        var threshold = common?.Need("healthy_panic_threshold").Members();
        var percent = threshold?.Need("value").Whole(0, 100);
        threshold?.End();
        common?.End();
        return (int)(percent ?? EjectionForm.UsualPanicPercent);
    }

    private static void Must(Field? field, uint value)
    {
        if (field is { } written && written.Whole(0, 100) != value)
        {
            throw written.Refused($"must be {value}, as the normal form knows errors in a row and nothing else");
        }
    }
}
