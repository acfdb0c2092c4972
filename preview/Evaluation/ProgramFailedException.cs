namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>The program, not the preview, is at fault; each message is a sentence for its author.</summary>
public sealed class ProgramFailedException : Exception
{
    public ProgramFailedException(IReadOnlyList<string> messages, string trace = "")
        : base(string.Join('\n', messages)) => (Messages, Trace) = (messages, trace);

    public IReadOnlyList<string> Messages { get; }

    /// <summary>What the program threw, with the methods that it passed; empty where it threw nothing.</summary>
    public string Trace { get; }
}
