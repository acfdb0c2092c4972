using CrossCloudMesh.Values;

namespace CrossCloudMesh.Tests.Values;

/// <summary>What settings say about rules.</summary>
public sealed class RuleValueTests
{
    [Fact]
    public void Reads_RuleIds() => TextValueTests.Holds<RuleId>(
        ["quota", "aws-vpc-flow-logs", "a1-2"], ["", "A", "1a", "-a", "a-", "a--b", "a_b", "a.b", new string('a', 61)]);

    [Fact]
    public void Reads_Reasons() => TextValueTests.Holds<Reason>(
        ["0123456789", "Known to the auditors: ticket 17, see the minutes", "café au lait", new string('a', 200)],
        ["", "too short", " starts with a blank", "ends with a blank ", "two\nlines of it", new string('a', 201)]);

    [Fact]
    public void Reads_ResourcePatterns() => TextValueTests.Holds<ResourcePattern>(
        ["*", "aws-east-network", "urn:pulumi:dev::mesh::aws:ec2/vpc:Vpc::aws-east", "aws-*-log"], ["", "a b", "a\tb", new string('a', 401)]);

    [Fact]
    public void Reads_CalendarDays()
    {
        TextValueTests.Holds<CalendarDay>(
            ["2027-03-31", "2028-02-29", "2000-01-01", "2099-12-31"], ["", "2027-3-31", "2027-04-31", "2027-13-01", "1999-12-31", "31.03.2027", "2027-03-31T00:00:00Z"]);
        Assert.Equal(new DateOnly(2027, 3, 31), CalendarDay.Parse("2027-03-31")!.Value.Date);
        Assert.Null(CalendarDay.Parse("2027-02-29"));
    }

    [Fact]
    public void Reads_LogicalNames() => TextValueTests.Holds<LogicalName>(
        ["aws-east-network", "aws-east-network-10.0.0.0-16", "aws:ec2/vpc:Vpc::aws-east-network", "kubernetes:helm.sh/v3:Release::a"],
        ["", "a b", "*", "aws:ec2/vpc:Vpc", "Vpc::aws-east", "::a", "aws:ec2/vpc:Vpc::", "a::b::c", "aws:ec2/vpc:Vpc::a/b", new string('a', 201)]);
}
