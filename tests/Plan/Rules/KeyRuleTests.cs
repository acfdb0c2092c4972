using CrossCloudMesh.Plan.Rules.Keys;
using CrossCloudMesh.Tests.Preview;

namespace CrossCloudMesh.Tests.Plan.Rules;

/// <summary>Rules about keys and what they encrypt, each seen failing on the dev stack with one thing broken.</summary>
[Collection(Evaluations.Name)]
public sealed class KeyRuleTests(DevPlan dev) : IClassFixture<DevPlan>
{
    private const string Key = "aws:kms/key:Key";
    private const string GoogleKey = "gcp:kms/cryptoKey:CryptoKey";
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";

    [Fact]
    public void AwsKeyRotation_Fails_When_ItIsOff() =>
        dev.Fails<AwsKeyRotation>(dev.With(Key, "enableKeyRotation", null), "aws-east-cluster-secrets enableKeyRotation");

    [Fact]
    public void AwsKeyRotation_Allows_KeysThatCannotRotate() => dev.Fails<AwsKeyRotation>(
        dev.Change(Key, key => key.With("enableKeyRotation", null).With("customerMasterKeySpec", "\"ECC_NIST_P256\"")));

    [Theory]
    [InlineData(null)]
    [InlineData("\"7776001s\"")]
    public void GoogleKeyRotation_Fails_When_ItIsTooRare(string? period) =>
        dev.Fails<GoogleKeyRotation>(dev.With(GoogleKey, "rotationPeriod", period), "gcp-east-cluster-disks rotationPeriod");

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("7")]
    public void LogRetention_Fails_When_LogsStayForEverOrTooShort(string? days) =>
        dev.Fails<LogRetention>(dev.With(LogGroup, "retentionInDays", days), "aws-east-cluster-log retentionInDays");

    [Fact]
    public void LogKey_Fails_When_ThereIsNone() =>
        dev.Fails<LogKey>(dev.With(LogGroup, "kmsKeyId", null), "aws-east-cluster-log kmsKeyId");

    [Fact]
    public void LogKey_Allows_AKeyThatIsNotKnownYet() => dev.Fails<LogKey>(dev.With(LogGroup, "kmsKeyId", "\"(unknown)\""));

    [Theory]
    [InlineData("encrypted", "\"false\"")]
    [InlineData("encrypted", null)]
    [InlineData("kmsKeyId", null)]
    public void DiskEncryption_Fails_When_ADiskIsOpen(string property, string? value) => dev.Fails<DiskEncryption>(
        dev.With(Template, $"blockDeviceMappings[0].ebs.{property}", value), $"aws-east-cluster-general blockDeviceMappings[0].ebs.{property}");

    [Fact]
    public void LogRetentionYear_Fails_When_ItIsADayLess()
    {
        var year = DevPlan.Edited(dev.Plan, LogGroup, group => group.With("retentionInDays", "365"));

        Assert.Empty(DevPlan.Found<LogRetentionYear>(year));
        Assert.NotEmpty(DevPlan.Found<LogRetentionYear>(DevPlan.Edited(year, LogGroup, group => group.With("retentionInDays", "364"))));
        Assert.Empty(DevPlan.Found<LogRetentionYear>(DevPlan.Edited(year, LogGroup, group => group.With("retentionInDays", "0"))));
    }

    [Theory]
    [InlineData(Key)]
    [InlineData(GoogleKey)]
    public void KeyGuard_Fails_When_AnUpdateMayDeleteIt(string type)
    {
        var key = dev.Plan.Resources.First(resource => resource.Type == type);
        dev.Fails<KeyGuard>(DevPlan.Edited(dev.Plan, key, key with { Options = new() }), key.Name + " options.protect");
    }
}
