using System.Collections.Immutable;
using Pulumi;
using Pulumi.Gcp.Kms;

namespace CrossCloudMesh.Foundation;

/// <summary>Makes a customer-managed Google key for one purpose and lets the services that need it use it.</summary>
/// <remarks>
/// Makes 1 key ring, 1 key and 1 grant per user. The key rotates every 90 days. Google never deletes a ring or the name of a key, so
/// both have names of Pulumi's making: with fixed ones a stack could not be made again after it was destroyed.
/// </remarks>
public sealed class GcpKey : ComponentResource
{
    public const string Token = "infra:foundation:GcpKey";

    private const string RotationPeriod = "7776000s";
    private const string EncrypterDecrypter = "roles/cloudkms.cryptoKeyEncrypterDecrypter";

    /// <summary>The key's id, as other resources take it; resolves only once its users may use it.</summary>
    [Output("keyId")] public Output<string> KeyId { get; }

    public GcpKey(string name, GcpKeyArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, options)
    {
        var kept = new CustomResourceOptions { Parent = this, Protect = args.Protect, RetainOnDelete = args.Protect };

        var ring = new KeyRing(name, new() { Project = args.Project, Location = args.Region },
            CustomResourceOptions.Merge(kept, new() { DependsOn = { args.Api } }));
        var key = new CryptoKey(name, new()
        {
            KeyRing = ring.Id,
            Purpose = "ENCRYPT_DECRYPT",
            RotationPeriod = RotationPeriod,
        }, kept);

        var grants = args.Users.Select(user => new CryptoKeyIAMMember($"{name}-{user.Key}", new()
        {
            CryptoKeyId = key.Id,
            Role = EncrypterDecrypter,
            Member = user.Value,
        }, new() { Parent = this }));

        KeyId = Output.All(grants.Select(grant => grant.CryptoKeyId)).Apply(ids => ids[0]);
        RegisterOutputs();
    }
}

/// <summary>What <see cref="GcpKey"/> needs.</summary>
public sealed record GcpKeyArgs
{
    public required string Project { get; init; }

    /// <summary>The region of what the key encrypts: Google takes no other.</summary>
    public required string Region { get; init; }

    /// <summary>IAM members that encrypt and decrypt with the key, at least one, by a stable key.</summary>
    public required ImmutableSortedDictionary<string, Input<string>> Users { get; init; }

    /// <summary>The resource that stands for the Cloud KMS API being enabled.</summary>
    public required Resource Api { get; init; }

    /// <summary>Whether the engine refuses to delete the key, and keeps it when the stack goes.</summary>
    public required bool Protect { get; init; }
}
