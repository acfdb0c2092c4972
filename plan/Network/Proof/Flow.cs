namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>One machine and its address.</summary>
/// <param name="Area">Where it is.</param>
/// <param name="Address">Its address.</param>
internal readonly record struct Spot(Area Area, uint Address)
{
    public Place Place => Area.Place;

    public override string ToString() => $"{Network.Address.Text(Address)} ({Place.Site})";
}

/// <summary>Two machines, and who calls whom for what.</summary>
/// <param name="From">Who calls.</param>
/// <param name="To">Who is called.</param>
/// <param name="Ports">What is called.</param>
internal sealed record Flow(Spot From, Spot To, PortClass Ports)
{
    /// <summary>For a reader: <c>10.0.0.0 (aws-east) to 10.32.0.0 (gcp-east), tcp/15443</c>.</summary>
    public override string ToString() => $"{From} to {To}, {Ports}";
}
