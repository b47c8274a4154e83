namespace LmsWorkflow.Api;

/// <summary>So many proofs of drawings at once; others wait their turn, so that proofs never take the machine from those who work in cases.</summary>
static class ProofTurns
{
    static readonly SemaphoreSlim Turns = new(Math.Max(1, Environment.ProcessorCount / 2));

    public static async Task<IDisposable> Wait(CancellationToken ct)
    {
        await Turns.WaitAsync(ct);
        return new Turn();
    }

    sealed class Turn : IDisposable
    {
        public void Dispose() => Turns.Release();
    }
}
