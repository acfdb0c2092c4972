namespace CrossCloudMesh.Preview.Commands;

/// <summary>Says on a terminal what takes long, and wipes it away when it is done; a quick run stays silent.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private readonly TextWriter? error;
    private readonly Timer? timer;
    private bool shown;
    private bool done;

    public Progress(Surroundings around, string what)
    {
        if (around.WantsProgress)
        {
            error = around.Error;
            timer = new Timer(_ => Show(what), null, Patience, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        timer?.Dispose();
        lock (gate)
        {
            done = true;
            if (shown)
            {
                error!.Write("\r\u001b[K");
                error.Flush();
            }
        }
    }

    private void Show(string what)
    {
        lock (gate)
        {
            if (!done)
            {
                shown = true;
                error!.Write(what);
                error.Flush();
            }
        }
    }
}
