using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace CrossCloudMesh.Infra.Settings.Binding;

/// <summary>What the attributes of a property demand, beyond its type.</summary>
/// <remarks>Length and keys are demands on a map or list; range, allowed values and prefix length are demands on each value in
/// it.</remarks>
internal sealed record Limits(
    RangeAttribute? Range = null,
    AllowedValuesAttribute? Allowed = null,
    PrefixLengthAttribute? Prefix = null,
    KeysAttribute? Keys = null,
    int Fewest = 0,
    int Most = int.MaxValue)
{
    public static readonly Limits None = new();

    public static Limits Of(PropertyInfo property)
    {
        var limits = None;
        foreach (var attribute in property.GetCustomAttributes(inherit: false))
        {
            limits = attribute switch
            {
                RangeAttribute range => limits with { Range = range },
                AllowedValuesAttribute allowed => limits with { Allowed = allowed },
                PrefixLengthAttribute prefix => limits with { Prefix = prefix },
                KeysAttribute keys => limits with { Keys = keys },
                MinLengthAttribute fewest => limits with { Fewest = fewest.Length },
                MaxLengthAttribute most => limits with { Most = most.Length },
                _ => limits,
            };
        }

        return limits;
    }
}
