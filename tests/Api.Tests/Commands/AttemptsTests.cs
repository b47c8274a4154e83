using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LmsWorkflow.Api.Tests;

public sealed class AttemptsTests(Hosts hosts)
{
    static readonly CommandResult.Refused Forbidden = new([new NotAllowed(Act.SignOff)], null, Forbidden: true);

    [Fact]
    public async Task N2_An_attempt_to_sign_without_the_right_is_a_security_event_with_identities_only()
    {
        var (given, file, store) = await Anchored();
        var log = new Heard();
        await new Attempts(store, log).Record(file, new GiveSignOff(Gate.G2, 1, "hash"), Koordinator(given), Forbidden, given.Host.Clock.GetUtcNow(), CancellationToken.None);
        log.Lines.Should().ContainSingle().Which.Should().Match($"*{given["Koord1"]}*GiveSignOff*{given.Id}*");
        log.Lines[0].Should().NotContain("Kari");
    }

    [Fact]
    public async Task Nobody_can_fill_the_record_with_attempts_and_that_there_were_more_is_told()
    {
        var (given, file, store) = await Anchored();
        var attempts = new Attempts(store, new Heard());
        var now = given.Host.Clock.GetUtcNow();
        var before = (await store.Read(StreamId.Attempts(file.Id), 0, CancellationToken.None)).Count;
        for (var time = 0; time < 60; time++) await attempts.Record(file, new FreezePackage(Gate.G1), Koordinator(given), Forbidden, now, CancellationToken.None);
        (await Requests()).Should().Equal([.. Enumerable.Repeat(nameof(FreezePackage), Attempts.MostPerMinute), Attempts.More]);
        await attempts.Record(file, new FreezePackage(Gate.G1), Koordinator(given), Forbidden, now.AddMinutes(2), CancellationToken.None);
        (await Requests()).Should().EndWith(nameof(FreezePackage), "a new minute is counted anew");
        AttemptWords.Of(new(Attempts.More, []), "Kari", "Kari").Nb.Should().Be("Kari prøvde mer enn 20 ganger på ett minutt og ble avvist. Resten av minuttet er ikke ført enkeltvis.");

        async Task<List<string>> Requests() => [.. (await store.Read(StreamId.Attempts(file.Id), before, CancellationToken.None)).Select(one => one.Fact).OfType<AttemptRefused>().Select(one => one.Request)];
    }

    [Fact]
    public async Task Noise_in_one_place_hides_no_attempt_in_another()
    {
        var (given, file, store) = await Anchored();
        var (attempts, now) = (new Attempts(store, new Heard()), given.Host.Clock.GetUtcNow());
        for (var time = 0; time < 60; time++) await attempts.Record(new RegisterUnit(new(Guid.NewGuid()), "x", false), Koordinator(given), Forbidden.Reasons, now, CancellationToken.None);

        await attempts.Record(file, new GiveSignOff(Gate.G2, 1, "hash"), Koordinator(given), Forbidden, now, CancellationToken.None);

        (await store.Read(StreamId.Attempts(file.Id), 0, CancellationToken.None)).Select(one => one.Fact).OfType<AttemptRefused>().Should().ContainSingle(one => one.Request == nameof(GiveSignOff));
    }

    [Fact]
    public async Task Attempts_on_what_is_no_case_leave_nothing_behind()
    {
        var (given, _, store) = await Anchored();
        var nothing = CaseFile.Unregistered(new CaseId(Guid.NewGuid()));
        await new Attempts(store, new Heard()).Record(nothing, new FreezePackage(Gate.G1), Koordinator(given), Forbidden, given.Host.Clock.GetUtcNow(), CancellationToken.None);
        (await store.Read(StreamId.Attempts(nothing.Id), 0, CancellationToken.None)).Should().BeEmpty();
    }

    async Task<(GivenCase Given, CaseFile File, ICaseStore Store)> Anchored()
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        var loaded = await given.Host.Services.GetRequiredService<CaseLoader>().Load(new CaseId(Guid.Parse(given.Id)), CancellationToken.None);
        return (given, loaded.File, given.Host.Services.GetRequiredService<ICaseStore>());
    }

    static Actor Koordinator(GivenCase given)
    {
        var id = new PersonId(Guid.Parse(given["Koord1"]));
        return new(id, given.Host.Services.GetRequiredService<People>().Find(id)!.Grants, "demo");
    }

    sealed class Heard : ILogger<Attempts>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));
    }
}
