namespace CrossCloudMesh.Preview.OfflineCloud;

/// <summary>Cloud KMS.</summary>
internal static class GcpKeys
{
    public static void Fill(Dictionary<string, Maker> makers)
    {
        makers["gcp:kms/keyRing:KeyRing"] = d =>
            d.Id = $"projects/{Gcp.Project(d)}/locations/{d.Text("location")}/keyRings/{d.PhysicalName()}";
        makers["gcp:kms/cryptoKey:CryptoKey"] = d => d.Id = $"{d.Text("keyRing")}/cryptoKeys/{d.PhysicalName()}";
        makers["gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember"] = d =>
            d.Id = $"{d.Text("cryptoKeyId")}/{d.Text("role")}/{d.Text("member")}";
    }
}
