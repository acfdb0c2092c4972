using System.Text;

namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>The forms that AWS services share.</summary>
internal static class Aws
{
    /// <summary>An id such as <c>vpc-0a1b2c3d4e5f60718</c>: a prefix and 17 hexadecimal digits.</summary>
    public static string Id(string prefix, string seed) => $"{prefix}-0{Digest.Hex(seed, 16)}";

    public static string Arn(Draft draft, string service, string resource) =>
        $"arn:aws:{service}:{Region(draft)}:{draft.Scope.Account}:{resource}";

    public static string Region(Draft draft) => draft.Text("region") ?? draft.Scope.Region;

    /// <summary>A kind whose id is drawn, whose ARN is <c>ec2:...:kind/id</c>, and which knows its owner.</summary>
    public static void Ec2(Draft draft, string prefix, string kind)
    {
        draft.Id = Id(prefix, draft.Urn);
        draft["arn"] = Arn(draft, "ec2", $"{kind}/{draft.Id}");
        draft["ownerId"] = draft.Scope.Account;
        draft["region"] = Region(draft);
    }

    /// <summary>An address that stands for a public one, out of 240.0.0.0/4, which RFC 1112 keeps for later and nobody has.</summary>
    /// <remarks>The ranges for documentation are too small: of a hundred tunnels some would have the same address, as no cloud gives it.</remarks>
    public static string PublicIp(string seed)
    {
        const int Addresses = 1 << 28;
        var number = Digest.Below(seed, Addresses - 1);
        return $"{240 + (number >> 24)}.{(number >> 16) & 255}.{(number >> 8) & 255}.{number & 255}";
    }

    /// <summary>What stands where a certificate authority's PEM would: the right form, no certificate.</summary>
    public static string CertificateData(string seed)
    {
        var body = Convert.ToBase64String(Encoding.ASCII.GetBytes(Digest.Letters(seed, 48)));
        return Convert.ToBase64String(Encoding.ASCII.GetBytes($"-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n"));
    }
}
