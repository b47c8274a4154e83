using System.Diagnostics;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>
/// Judges a drawing that is sent, as <see cref="VerifyCommand"/> does. Nothing is kept. The body may be as large as a drawing may be, and what has not been decided in time is
/// answered as not decided.
/// </summary>
static class VerifyEndpoint
{
    /// <summary>Longest anybody is kept waiting.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static async Task<IResult> Post(HttpContext http)
    {
        if (http.Actor() is null) return new ProblemResult(Problem.NotSignedIn);
        if (http.Request.ContentLength > DefinitionVerifier.LargestFile) return new ProblemResult(Problem.TooLarge);
        var xml = await RequestBody.ReadAtMost(http, DefinitionVerifier.LargestFile);
        using var turn = await ProofTurns.Wait(http.RequestAborted);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        enough.CancelAfter(Longest);
        var watch = Stopwatch.StartNew();
        var verification = await Task.Run(() => DefinitionVerifier.Verify(xml, ShippedForms.WithTheProduct, enough: enough.Token), http.RequestAborted);
        return new ViewResult(VerificationView.Of(null, verification, watch.Elapsed));
    }
}
