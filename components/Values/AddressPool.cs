namespace CrossCloudMesh.Values;

/// <summary>A range that is cut into equal parts, one for each slot.</summary>
/// <remarks>
/// A part's place follows from its slot alone, so whoever takes a free slot moves nobody. A range that grows to a shorter prefix with
/// the same first address gives every old slot the same part as before.
/// </remarks>
/// <param name="Range">What is cut.</param>
/// <param name="PartLength">The prefix length of each part, in bits, 0 to 32.</param>
public sealed record AddressPool(Cidr Range, int PartLength)
{
    /// <summary>How many parts there are; none where one part would be larger than the range.</summary>
    public long Slots => PartLength < Range.PrefixLength ? 0 : 1L << (PartLength - Range.PrefixLength);

    /// <summary>The part of the given slot, counted from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such slot.</exception>
    public Cidr Carve(int slot) => Range.Part(PartLength, slot);
}
