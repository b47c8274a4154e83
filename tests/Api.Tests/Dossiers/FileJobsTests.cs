using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.Extensions.Hosting;

namespace LmsWorkflow.Api.Tests;

/// <summary>Files made in the background: whose they are, how many are kept, and what an erasure meanwhile does to them.</summary>
public sealed class FileJobsTests : IDisposable
{
    static readonly PersonId One = new(Guid.NewGuid()), Other = new(Guid.NewGuid());

    readonly FileJobs<string> jobs = new(TimeProvider.System, new Running(), _ => { });

    public void Dispose() => jobs.Dispose();

    [Fact]
    public async Task One_person_s_files_push_out_only_her_own()
    {
        var kept = await Ended(jobs.Start("sak", Other, (_, _) => Made("andres")));

        for (var i = 0; i < 30; i++) await Ended(jobs.Start("sak", One, (_, _) => Made("egen")));

        jobs.Find(kept.Id, "sak", Other)!.Made.Should().Be("andres");
        jobs.Of("sak", One).Length.Should().BeInRange(1, 6);
    }

    [Fact]
    public async Task One_that_is_on_its_way_is_found_by_whose_it_is_and_not_when_it_is_done()
    {
        var gate = new TaskCompletionSource();
        var job = jobs.Start("sak", One, async (_, _) =>
        {
            await gate.Task;
            return ("ferdig", null);
        });

        jobs.Waiting("sak", One)!.Id.Should().Be(job.Id);
        jobs.Waiting("sak", Other).Should().BeNull();
        jobs.Waiting("annen", One).Should().BeNull();
        gate.SetResult();
        await Ended(job);
        jobs.Waiting("sak", One).Should().BeNull();
    }

    [Fact]
    public async Task One_made_while_a_text_was_erased_is_made_anew_and_never_kept_as_it_was()
    {
        var made = 0;
        var job = await Ended(jobs.Start("sak", One, (_, _) =>
        {
            if (++made < 3) jobs.Heard(Erased);
            return Made($"{made}");
        }));
        job.Made.Should().Be("3");

        var endless = await Ended(jobs.Start("sak", One, (_, _) =>
        {
            jobs.Heard(Erased);
            return Made("med tekst");
        }));
        (endless.Made, endless.Failed, endless.Progress.Nb).Should().Be((null, true, "Noe ble slettet mens filen ble laget. Prøv igjen."));
    }

    static readonly CommitNotice Erased = new(StreamId.ErasedOf(StreamId.Directory), 1, 1, []);

    static Task<(string?, Words?)> Made(string what) => Task.FromResult<(string?, Words?)>((what, null));

    async Task<FileJob<string>> Ended(FileJob<string> job)
    {
        for (var i = 0; i < 1_000; i++)
        {
            if (jobs.Find(job.Id, job.Of, job.Person) is { } now && (now.Failed || now.Made is not null)) return now;
            await Task.Delay(10);
        }

        throw new TimeoutException();
    }

    sealed class Running : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => default;

        public CancellationToken ApplicationStopping => default;

        public CancellationToken ApplicationStopped => default;

        public void StopApplication() { }
    }
}
