using System.Collections.Immutable;

namespace CrossCloudMesh.Facts;

/// <summary>What a machine costs by the hour, on demand, with Linux; a region or a type that is not here has no price.</summary>
public static class MachinePrices
{
    private static readonly Source Aws = new(
        "https://github.com/aws/karpenter-provider-aws/blob/main/pkg/providers/pricing/zz_generated.pricing_aws.go", new(2026, 7, 20));

    private static readonly Source Google = new(
        "https://github.com/Cyclenerd/google-cloud-pricing-cost-calculator/blob/master/pricing.yml", new(2026, 8, 20));

    private const string AwsRegion = "us-east-1";

    /// <summary>Instance types of EC2 in us-east-1, in USD an hour.</summary>
    private static readonly Dictionary<string, decimal> InstanceTypes = new(StringComparer.Ordinal)
    {
        ["c6g.medium"] = 0.034m,
        ["c6g.large"] = 0.068m,
        ["c6g.xlarge"] = 0.136m,
        ["c6g.2xlarge"] = 0.272m,
        ["c6g.4xlarge"] = 0.544m,
        ["c6g.8xlarge"] = 1.088m,
        ["c6i.large"] = 0.085m,
        ["c6i.xlarge"] = 0.17m,
        ["c6i.2xlarge"] = 0.34m,
        ["c6i.4xlarge"] = 0.68m,
        ["c6i.8xlarge"] = 1.36m,
        ["c7g.medium"] = 0.0363m,
        ["c7g.large"] = 0.0725m,
        ["c7g.xlarge"] = 0.145m,
        ["c7g.2xlarge"] = 0.29m,
        ["c7g.4xlarge"] = 0.58m,
        ["c7g.8xlarge"] = 1.16m,
        ["c7i.large"] = 0.08925m,
        ["c7i.xlarge"] = 0.1785m,
        ["c7i.2xlarge"] = 0.357m,
        ["c7i.4xlarge"] = 0.714m,
        ["c7i.8xlarge"] = 1.428m,
        ["c8g.medium"] = 0.03988m,
        ["c8g.large"] = 0.07976m,
        ["c8g.xlarge"] = 0.15952m,
        ["c8g.2xlarge"] = 0.31904m,
        ["c8g.4xlarge"] = 0.63808m,
        ["c8g.8xlarge"] = 1.27616m,
        ["m6g.medium"] = 0.0385m,
        ["m6g.large"] = 0.077m,
        ["m6g.xlarge"] = 0.154m,
        ["m6g.2xlarge"] = 0.308m,
        ["m6g.4xlarge"] = 0.616m,
        ["m6g.8xlarge"] = 1.232m,
        ["m6i.large"] = 0.096m,
        ["m6i.xlarge"] = 0.192m,
        ["m6i.2xlarge"] = 0.384m,
        ["m6i.4xlarge"] = 0.768m,
        ["m6i.8xlarge"] = 1.536m,
        ["m7g.medium"] = 0.0408m,
        ["m7g.large"] = 0.0816m,
        ["m7g.xlarge"] = 0.1632m,
        ["m7g.2xlarge"] = 0.3264m,
        ["m7g.4xlarge"] = 0.6528m,
        ["m7g.8xlarge"] = 1.3056m,
        ["m7i.large"] = 0.1008m,
        ["m7i.xlarge"] = 0.2016m,
        ["m7i.2xlarge"] = 0.4032m,
        ["m7i.4xlarge"] = 0.8064m,
        ["m7i.8xlarge"] = 1.6128m,
        ["m8g.medium"] = 0.04488m,
        ["m8g.large"] = 0.08976m,
        ["m8g.xlarge"] = 0.17952m,
        ["m8g.2xlarge"] = 0.35904m,
        ["m8g.4xlarge"] = 0.71808m,
        ["m8g.8xlarge"] = 1.43616m,
        ["r7g.medium"] = 0.0536m,
        ["r7g.large"] = 0.1071m,
        ["r7g.xlarge"] = 0.2142m,
        ["r7g.2xlarge"] = 0.4284m,
        ["r7g.4xlarge"] = 0.8568m,
        ["r7g.8xlarge"] = 1.7136m,
        ["t3.medium"] = 0.0416m,
        ["t3.large"] = 0.0832m,
        ["t3.xlarge"] = 0.1664m,
        ["t3.2xlarge"] = 0.3328m,
        ["t4g.medium"] = 0.0336m,
        ["t4g.large"] = 0.0672m,
        ["t4g.xlarge"] = 0.1344m,
        ["t4g.2xlarge"] = 0.2688m,
    };

    /// <summary>e2-standard-2 by region, in USD an hour; every other e2-standard costs by its number of processors.</summary>
    private static readonly Dictionary<string, decimal> E2Standard2 = new(StringComparer.Ordinal)
    {
        ["asia-northeast1"] = 0.08596572m,
        ["asia-south1"] = 0.08048436m,
        ["asia-southeast1"] = 0.08266614m,
        ["europe-north1"] = 0.07377756m,
        ["europe-west1"] = 0.07371546m,
        ["europe-west2"] = 0.08633556m,
        ["europe-west3"] = 0.08633556m,
        ["europe-west4"] = 0.07377204m,
        ["europe-west6"] = 0.08778266m,
        ["europe-west9"] = 0.077732m,
        ["northamerica-northeast1"] = 0.07377204m,
        ["us-central1"] = 0.06701142m,
        ["us-east1"] = 0.06701142m,
        ["us-east4"] = 0.07547082m,
        ["us-east5"] = 0.06701142m,
        ["us-west1"] = 0.06701142m,
        ["us-west4"] = 0.07547082m,
    };

    private static readonly ImmutableArray<string> E2Sizes = ["2", "4", "8", "16", "32"];

    /// <summary>The price of an instance type in a region of AWS, or null.</summary>
    public static Price? OfInstance(string type, string region) =>
        region == AwsRegion && InstanceTypes.TryGetValue(type, out var usd)
            ? new($"ec2.{type}", region, "hour", [new(0, usd)], Aws)
            : null;

    /// <summary>The price of a machine type in a region of Google Cloud, or null.</summary>
    public static Price? OfMachine(string type, string region)
    {
        const string Family = "e2-standard-";
        if (!type.StartsWith(Family, StringComparison.Ordinal) || !E2Sizes.Contains(type[Family.Length..]) || !E2Standard2.TryGetValue(region, out var usd))
        {
            return null;
        }

        return new($"compute.{type}", region, "hour", [new(0, usd * int.Parse(type[Family.Length..]) / 2)], Google);
    }
}
