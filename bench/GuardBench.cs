using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Bench;

/// <summary>P12: the phase guard with all conditions asked, beside a hand-written table of moves.</summary>
static class GuardBench
{
    public static int Run()
    {
        var context = AtG1();
        if (!PhaseMachine.Allows(context, Gate.G1)) throw new InvalidOperationException(string.Join('\n', PhaseMachine.Unmet(context, Gate.G1).Select(reason => reason.Sentence.Nb)));
        var ratios = new List<double>();
        for (var round = 0; round < 5; round++)
        {
            var table = PerSecond(() => Table[(int)context.Case.Phase] == Phase.Planning);
            var guard = PerSecond(() => PhaseMachine.Allows(context, Gate.G1));
            ratios.Add(guard / table);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"hand-written table {table / 1e6:0.0} million/s, guard with {PhaseMachine.Move(Gate.G1).Conditions.Length} conditions {guard / 1e6:0.00} million/s"));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) PhaseMachine.Allows(context, Gate.G1);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"**P12**: {ratios.Order().ElementAt(2):0.000} of the hand-written table; {allocated} bytes allocated in 1000 questions"));
        return 0;
    }

    static readonly Phase[] Table = [Phase.NeedsAssessment, Phase.Planning, Phase.Delivery, Phase.Evaluation, Phase.Continuation, Phase.Ended];

    static double PerSecond(Func<bool> ask)
    {
        var count = 0L;
        var yes = 0L;
        var watch = Stopwatch.StartNew();
        while (watch.ElapsedMilliseconds < 500)
        {
            for (var i = 0; i < 1000; i++)
                if (ask()) yes++;
            count += 1000;
        }

        return yes == count ? count / watch.Elapsed.TotalSeconds : throw new InvalidOperationException("the move was not allowed");
    }

    /// <summary>A case both of whose sides have signed the behovsvurdering.</summary>
    static CaseContext AtG1()
    {
        PersonId fag = new(Guid.NewGuid()), bruker = new(Guid.NewGuid()), koordinator = new(Guid.NewGuid());
        UnitId unit = new(Guid.NewGuid());
        var at = DateTimeOffset.UtcNow;
        var today = OsloTime.Date(at);
        static SealedText Text(string text) => SealedText.Seal("bench", text, new string('0', 32));
        var file = CaseFile.Unregistered(new(Guid.NewGuid()));
        void Happen(PersonId who, CaseFact fact) => file = file.After(fact, new(at, who, Role.Koordinator, "bench"));
        Happen(koordinator, new NeedRegistered("1", Text("t"), unit, [unit], koordinator, new(Guid.NewGuid()), TilbudType.Diagnosespesifikt, [ParticipantKind.Pasient], [ReporterCategory.Pasient], Text("m"), Text("b"), false, CaseFlow.Ny));
        Happen(koordinator, new GatePassed(Gate.G0, null));
        foreach (var (person, side) in new[] { (fag, Side.Fag), (bruker, Side.Bruker) })
        {
            Happen(koordinator, new MemberAppointed(person, side, AssignmentType.PaVegneAv, null, today.AddDays(-1), today.AddYears(1), koordinator, null, false, null, null));
            Happen(koordinator, new RoleClarificationOffered(person, Text("a"), Text("b"), Text("c"), Text("d"), Text("e")));
            Happen(person, new RoleClarificationAccepted(person));
        }

        var content = new FormContent([new("felt", FieldValue.Of(Text("x")))]);
        Happen(bruker, new DraftSaved(DocumentKind.D08, 1, 1, content));
        ImmutableArray<PackagedDocument> documents = [new(DocumentKind.D08, 1, CanonicalWriter.Hash(content))];
        var hash = FreezePackage.Hash(Gate.G1, documents);
        Happen(koordinator, new PackageFrozen(Gate.G1, 1, documents, hash));
        Happen(fag, new SignOffGiven(Gate.G1, 1, hash, fag, Side.Fag, 1, null));
        Happen(bruker, new SignOffGiven(Gate.G1, 1, hash, bruker, Side.Bruker, 1, null));
        return new(file, new(koordinator, [], "bench"), Role.Koordinator, at, PeopleDirectory.Empty, FormCatalogue.Empty, Settings.Default, Readings.None);
    }
}
