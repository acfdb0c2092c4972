namespace Pulumi;

/// <summary>Counts the work that a program has started, so that its run can wait for all of it or for the first failure.</summary>
internal sealed class PendingWork
{
    private readonly Lock gate = new();
    private readonly List<Exception> failures = [];
    private int active;
    private TaskCompletionSource? ended;

    public void Track(Task task)
    {
        if (task.IsCompleted)
        {
            if (task.IsFaulted)
                End(task, wasActive: 0);
            return;
        }

        lock (gate)
            active++;
        _ = task.ContinueWith(
            static (task, work) => ((PendingWork)work!).End(task, wasActive: 1),
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Ends when nothing is pending, or something has failed; gives the failures, each once.</summary>
    public async Task<IReadOnlyList<Exception>> WaitAsync()
    {
        Task? wait = null;
        lock (gate)
        {
            if (failures.Count == 0 && active > 0)
                wait = (ended = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }

        if (wait is not null)
            await wait;
        lock (gate)
            return [.. failures];
    }

    private void End(Task task, int wasActive)
    {
        lock (gate)
        {
            active -= wasActive;
            foreach (var failure in task.Exception?.InnerExceptions ?? Enumerable.Empty<Exception>())
            {
                // All outputs of a resource fail with its one exception, and whatever waits for them does too.
                if (!failures.Contains(failure))
                    failures.Add(failure);
            }

            if (active == 0 || failures.Count > 0)
                ended?.TrySetResult();
        }
    }
}
