namespace CrossCloudMesh.Preview.Evaluation;

/// <summary>The program, not the preview, is at fault; each message is a sentence for its author.</summary>
public sealed class ProgramFailedException : Exception
{
    public ProgramFailedException(IReadOnlyList<string> messages)
        : base(string.Join('\n', messages)) => Messages = messages;

    public IReadOnlyList<string> Messages { get; }
}
