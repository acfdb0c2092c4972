namespace CrossCloudMesh.Tests.Workflows;

/// <summary>The workflows are such as GitHub takes, and no key is misspelt.</summary>
public class WorkflowFormTests
{
    public static TheoryData<string> Files => [.. WorkflowFile.All.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Workflow_HasTheForm(string name) => Assert.Equal([], WorkflowForm.Faults(WorkflowFile.Named(name)));

    [Theory]
    [InlineData("permissions:\n", "permission:\n", ": unknown permission", ": lacks permissions")]
    [InlineData("  pull_request:", "  pull_requests:", "on: unknown pull_requests")]
    [InlineData("  contents: read", "  content: read", "permissions: unknown content: read")]
    [InlineData("  contents: read", "  contents: write", "permissions: unknown contents: write")]
    [InlineData("permissions:\n  contents: read", "permissions: write-all", "permissions: must list what it needs; got write-all")]
    [InlineData("    runs-on:", "    run-on:", "jobs.preview: unknown run-on", "jobs.preview: lacks runs-on")]
    [InlineData("          fetch-depth: 2", "          depth: 2", "jobs.preview.steps[0].with: unknown depth")]
    [InlineData("        run: bash", "        runs: bash", "jobs.preview.steps[3]: unknown runs", "jobs.preview.steps[3]: needs run or uses, and not both")]
    public void Fails_When_AKeyIsMisspelt(string old, string now, params string[] faults) =>
        Assert.Equal(faults, WorkflowForm.Faults(WorkflowFile.Named("preview").With(old, now)));
}
