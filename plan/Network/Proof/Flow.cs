using CrossCloudMesh.Plan.Network.Model;

namespace CrossCloudMesh.Plan.Network.Proof;

/// <summary>One machine on AWS and one on Google Cloud, and who calls whom for what.</summary>
/// <param name="Subnet">Where the one is.</param>
/// <param name="AwsAddress">Its address.</param>
/// <param name="Range">Where the other is.</param>
/// <param name="GoogleAddress">Its address.</param>
/// <param name="Ports">What is called.</param>
/// <param name="FromAws">Whether AWS calls.</param>
internal sealed record Flow(VpcSubnet Subnet, uint AwsAddress, GoogleRange Range, uint GoogleAddress, PortClass Ports, bool FromAws)
{
    /// <summary>For a reader: <c>10.0.0.0 (aws-east) calls 10.32.0.0 (gcp-east) at tcp/15443</c>.</summary>
    public string Text(Demand demand)
    {
        var aws = $"{Address.Text(AwsAddress)} ({demand.Aws.Site})";
        var google = $"{Address.Text(GoogleAddress)} ({demand.Google.Site})";
        return FromAws ? $"{aws} to {google}, {Ports}" : $"{google} to {aws}, {Ports}";
    }
}
