using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>Random commands by random actors, from example A with its plan frozen at G2. Whatever they try, no gate opens without both sides.</summary>
public sealed class RandomCommandsTests(Hosts hosts)
{
    static readonly string[] People = ["Koord1", "Leder1", "Leder1", "Fag1", "Fag1", "Fag2", "Br1", "Br1", "Br2", "Br2", "Admin", "Stranger"];

    [Fact]
    public async Task R078_No_gate_is_ever_passed_without_both_sides_sign_offs_valid_at_that_instant()
    {
        var walk = await Walk.From(hosts);
        var passed = 0;
        Prop.ForAll(Steps().ToArbitrary(), steps => passed += walk.Pure(steps)).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
        passed.Should().BeGreaterThan(0, "some of the walks must reach through the gate, or nothing was tried");
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task Replay_equals_the_live_case_and_rebuilt_lists_equal_the_live_lists(string database)
    {
        var walk = await Walk.From(hosts, database);
        foreach (var steps in Steps().Sample(3, 1)) await walk.Live(steps);
        await walk.MustReplay();
    }

    static Gen<(int Person, int Act, int Detail)[]> Steps() =>
        Gen.Choose(0, 1_000_000).ArrayOf(150).Select(numbers => numbers.Select(number => (number % People.Length, number / 12 % Walk.Acts, number / 200)).ToArray());

    sealed class Walk(GivenCase given, LoadedCase start, IServiceProvider services)
    {
        public const int Acts = 14;

        DateTimeOffset Now => given.Host.Clock.GetUtcNow();

        public static async Task<Walk> From(Hosts hosts, string database = "sqlite")
        {
            var given = await GivenCase.At(await hosts.Fresh(database), "frozen");
            var loader = given.Host.Services.GetRequiredService<CaseLoader>();
            return new(given, await loader.Load(new CaseId(Guid.Parse(given.Id)), CancellationToken.None), given.Host.Services);
        }

        /// <summary>Without a database: as many walks as we like. Answers how many gates were passed on the way.</summary>
        public int Pure((int Person, int Act, int Detail)[] steps)
        {
            var (loaded, now, passed) = (start, Now, 0);
            foreach (var step in steps)
            {
                now = now.AddHours(step.Detail % 30);
                if (step.Act == 0) loaded = Read(loaded, step);
                else if (Request(loaded.File, step) is { } request) passed += Decide(ref loaded, request, Actor(step, request), now);
            }

            return passed;
        }

        public async Task Live((int Person, int Act, int Detail)[] steps)
        {
            var path = services.GetRequiredService<CommandPath>();
            foreach (var step in steps)
            {
                var file = (await services.GetRequiredService<CaseLoader>().Load(start.File.Id, CancellationToken.None)).File;
                if (step.Act == 0 && file.SignOffs.Current(Gate.G2) is { } package)
                    await services.GetRequiredService<Openings>().Package(file.Id, Gate.G2, package.Number, Actor(step, null), CancellationToken.None);
                else if (Request(file, step) is { } request)
                    await path.Run(file.Id, request, Actor(step, request), CommandOptions.None, CancellationToken.None);
            }
        }

        public async Task MustReplay()
        {
            var store = services.GetRequiredService<ICaseStore>();
            var id = start.File.Id;
            var live = await services.GetRequiredService<CaseLoader>().Load(id, CancellationToken.None);
            var facts = await store.Read(StreamId.Case(id), 0, CancellationToken.None);
            var replayed = facts.Aggregate(CaseFile.Unregistered(id), (file, recorded) => file.After(recorded.Fact, recorded.Stamp));
            Said(replayed).Should().Be(Said(live.File));

            var before = await Lists(store);
            var directory = services.GetRequiredService<Api.People>().Directory;
            await store.RebuildLists((stream, recorded) => CaseLists.Of(stream, recorded, directory, Settings.Default), CancellationToken.None);
            (await Lists(store)).Should().Be(before);
        }

        async Task<string> Lists(ICaseStore store)
        {
            var inboxes = new List<object>();
            foreach (var person in People) inboxes.Add(await store.Inbox(Person(person), CancellationToken.None));
            return Said(new { cases = await store.Cases(new CaseQuery { Limit = 200 }, CancellationToken.None), inboxes, stuck = await store.Stuck(null, CancellationToken.None), tilbud = await store.Tilbud(null, CancellationToken.None) });
        }

        static string Said(object thing) => JsonSerializer.Serialize(thing, ApiJson.Writing);

        int Decide(ref LoadedCase loaded, CaseRequest request, Actor actor, DateTimeOffset now)
        {
            if (CaseAccess.Capacity(actor, request.Act, loaded.File, OsloTime.Date(now)) is not { } capacity) return 0;
            var context = services.GetRequiredService<CommandPath>().Context(loaded, actor, capacity) with { Now = now };
            if (CaseWorkflow.Decide(services.GetRequiredService<Definitions>().Of(loaded.File).Process, context, request) is not Decision.Accepted accepted) return 0;
            var stamp = new Stamp(now, actor.Person, capacity, actor.SignIn);
            var passed = 0;
            foreach (var fact in accepted.Facts)
            {
                if (fact is GatePassed gate && gate.Gate is Gate.G1 or Gate.G2 or Gate.G3 or Gate.G4)
                {
                    MustBeSignedByBoth(loaded.File, ((GatePassed)fact).Gate, now);
                    passed++;
                }

                loaded = loaded with { File = loaded.File.After(fact, stamp) };
            }

            return passed;
        }

        /// <summary>Said here once more in other words than the product's own, from the approvals themselves.</summary>
        static void MustBeSignedByBoth(CaseFile file, Gate gate, DateTimeOffset now)
        {
            var package = file.SignOffs.Packages.Last(package => package.Gate == gate);
            package.SupersededAt.Should().BeNull();
            foreach (var pinned in package.Documents) file.Documents.Latest(pinned.Kind)!.Number.Should().Be(pinned.Version, "nothing was edited since");
            var valid = file.SignOffs.Given.Where(given => given.Gate == gate && given.Package == package.Number && given.PackageHash == package.Hash && given.WithdrawnAt is null).ToList();
            valid.Select(given => given.Side).Distinct().Should().BeEquivalentTo([Side.Fag, Side.Bruker]);
            valid.Select(given => given.Person).Distinct().Count().Should().BeGreaterThan(1);
            valid.Should().OnlyContain(given => file.Group.Members.Any(member => member.Person == given.Person && member.Side == given.Side));
            file.Objections.All.Should().NotContain(objection => objection.Gate == gate && (objection.Status == ObjectionStatus.Open || objection.Status == ObjectionStatus.Escalated));
            now.Should().BeAfter(package.FrozenAt.AddTicks(-1));
        }

        LoadedCase Read(LoadedCase loaded, (int Person, int Act, int Detail) step) => loaded.File.SignOffs.Current(Gate.G2) is { } package
            ? loaded with { Readings = new(loaded.Readings.Opened.Add(new PackageOpened(Person(People[step.Person]), Gate.G2, package.Number))) }
            : loaded;

        Actor Actor((int Person, int Act, int Detail) step, CaseRequest? request)
        {
            if (request is FireDueTimer) return Domain.Actor.System;
            var person = Person(People[step.Person]);
            return new(person, services.GetRequiredService<Api.People>().Find(person)!.Grants, "demo");
        }

        PersonId Person(string name) => new(Guid.Parse(given[name]));

        CaseRequest? Request(CaseFile file, (int Person, int Act, int Detail) step)
        {
            var package = file.SignOffs.Latest(Gate.G2)!;
            return step.Act switch
            {
                1 or 2 or 3 => new GiveSignOff(Gate.G2, package.Number, step.Detail % 7 == 0 ? "0" : package.Hash),
                4 => new WithdrawSignOff(Gate.G2),
                5 => step.Detail % 19 == 0 ? new RequestChange(Gate.G2, package.Number, Text("Vi bør endre på dette")) : null,
                6 => step.Detail % 17 == 0 ? new RaiseObjection(Gate.G2, Text("Dette er jeg ikke enig i"), null) : null,
                7 => new WithdrawObjection(Math.Max(1, file.Objections.All.Length)),
                8 => new FreezePackage(Gate.G2),
                9 => Edit(file, step.Detail),
                10 => new ApproveBudget(package.Number, package.Documents.First(pinned => pinned.Kind == DocumentKind.D14).Hash),
                11 => new AcceptAnnouncement(package.Documents.First(pinned => pinned.Kind == DocumentKind.D16).Version),
                12 => file.Standing == Standing.OnHold ? new ResumeCase() : step.Detail % 23 == 0 ? new PutOnHold(Text("Vi venter litt med dette"), null) : null,
                _ => file.Process?.Timers.FirstOrDefault() is { } timer ? new FireDueTimer(timer.Number) : null,
            };
        }

        static SaveDraft? Edit(CaseFile file, int detail)
        {
            if (detail % 13 != 0 || file.Documents.Latest(DocumentKind.D15) is not { } latest) return null;
            var values = ImmutableDictionary<string, DraftValue>.Empty.Add("ansvarlig", new DraftValue(Text: Text($"Ansvarlig {detail}")));
            return new(DocumentKind.D15, new FormDraft(values), new(latest.Number, latest.Revision));
        }

        static WrittenText Text(string text) => new(text, new string('a', 32));
    }
}
