using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>What Google documents about the families of machines that GKE nodes can be.</summary>
public static class GkeMachineFacts
{
    /// <summary>The families whose processors are arm64: Ampere Altra, and Google's Axion. All others are x86_64.</summary>
    public static ImmutableSortedSet<string> Arm64Families { get; } = Families("c4a", "n4a", "t2a");

    public static Source Arm64Source { get; } =
        new("https://docs.cloud.google.com/kubernetes-engine/docs/concepts/arm-on-gke", new(2026, 11, 21))
        {
            NotRead = "the page itself; release notes of 2026 that name the same three families were read",
        };

    /// <summary>The families that boot from Hyperdisk and take no Persistent Disk.</summary>
    public static ImmutableSortedSet<string> HyperdiskFamilies { get; } = Families("c4", "c4a", "c4d", "n4", "n4a", "n4d");

    public static Source HyperdiskSource { get; } =
        new("https://cloud.google.com/compute/docs/general-purpose-machines", new(2026, 11, 21)) { NotRead = "the page: from what these families are known for" };

    /// <summary>The families that keep a technology for encrypted memory, by Google's name of it.</summary>
    public static ImmutableSortedDictionary<string, ImmutableSortedSet<string>> ConfidentialFamilies { get; } = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("SEV", Families("c2d", "c3d", "n2d")),
            KeyValuePair.Create("SEV_SNP", Families("n2d")),
            KeyValuePair.Create("TDX", Families("c3")),
        ]);

    public static Source ConfidentialSource { get; } =
        new("https://cloud.google.com/confidential-computing/confidential-vm/docs/supported-configurations", new(2026, 11, 21))
        {
            NotRead = "the table of machine types; the text that was read names C2D and N2D for SEV",
        };

    /// <summary>The accelerators that a type of machine takes, by how its name begins. A type that begins with none of these takes none.</summary>
    public static ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Accelerators { get; } = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("a2-highgpu-", Families("nvidia-tesla-a100")),
            KeyValuePair.Create("a2-megagpu-", Families("nvidia-tesla-a100")),
            KeyValuePair.Create("a2-ultragpu-", Families("nvidia-a100-80gb")),
            KeyValuePair.Create("a3-highgpu-", Families("nvidia-h100-80gb")),
            KeyValuePair.Create("a3-megagpu-", Families("nvidia-h100-mega-80gb")),
            KeyValuePair.Create("g2-standard-", Families("nvidia-l4")),
            KeyValuePair.Create("n1-", Families("nvidia-tesla-p100", "nvidia-tesla-p4", "nvidia-tesla-t4", "nvidia-tesla-v100")),
        ]);

    public static Source AcceleratorSource { get; } =
        new("https://cloud.google.com/compute/docs/gpus", new(2026, 11, 21)) { NotRead = "the page: from what these types are known for" };

    /// <summary>The family at the start of a machine type: <c>e2</c> of <c>e2-standard-2</c>.</summary>
    public static string FamilyOf(string machineType) => machineType.Split('-')[0];

    public static bool IsArm64(string machineType) => Arm64Families.Contains(FamilyOf(machineType));

    /// <summary>The boot disk that suits a machine type where nobody asks for another.</summary>
    public static string UsualDisk(string machineType) => HyperdiskFamilies.Contains(FamilyOf(machineType)) ? "hyperdisk-balanced" : "pd-balanced";

    /// <summary>The accelerators that a machine type takes.</summary>
    public static ImmutableSortedSet<string> AcceleratorsOf(string machineType)
    {
        foreach (var (start, types) in Accelerators)
        {
            if (machineType.StartsWith(start, StringComparison.Ordinal))
            {
                return types;
            }
        }

        return [];
    }

    private static ImmutableSortedSet<string> Families(params ReadOnlySpan<string> names) => [.. names.ToArray().Order(StringComparer.Ordinal)];
}
