using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Portal;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>Makes of a finished case what the archive takes. What stays with the case (<see cref="ConfidentialTexts"/>) is told to exist, screened, without its content.</summary>
sealed class CaseArchiving(CaseFile file, IReadOnlyList<RecordedFact> facts, FormCatalogue forms, PeopleDirectory directory, IReadOnlyDictionary<string, byte[]> scans)
{
    readonly Viewer me = new(null, Language.Nb, directory, file.ChangedAt);
    readonly string number = file.Identity!.Number;
    readonly List<ArchivedRecord> records = [];

    /// <summary>When the case became finished; null while it is not.</summary>
    public static (DateTimeOffset At, PersonId? By)? Ended(IReadOnlyList<RecordedFact> facts) =>
        facts.LastOrDefault(one => one.Fact is CaseClosed or CaseCancelled) is { } last ? (last.Stamp.At, last.Stamp.Person) : null;

    public ArchivedCase Make()
    {
        var identity = file.Identity!;
        var ended = Ended(facts)!.Value;
        foreach (var document in file.Documents.Files.Values) Document(document, ended.At, ended.By);
        foreach (var anchoring in file.Anchorings) Anchored(anchoring);
        foreach (var meeting in file.Meetings.All.Where(meeting => meeting.IsHeld)) Met(meeting);
        if (file.Continuation is { } continuation) Decided(continuation);
        foreach (var (member, at) in file.Group.Members.Select((member, at) => (member, at)).Where(one => one.member.Clarification is not null)) Clarified(member, at);
        Course(ended.At, ended.By);
        return new(
            file.Id.Value, number, me.Text(identity.Title), identity.Type, identity.RegisteredAt, me.NameOf(facts[0].Stamp.Person), ended.At, me.NameOf(ended.By), Status(file), me.UnitName(identity.LmsUnit), me.NameOf(identity.Koordinator),
            [.. file.Group.Members.DistinctBy(member => (member.Person, member.Side)).Select(member => new ArchivedPart(member.Person.Value.ToString("D"), me.NameOf(member.Person), Capital(member.Side)))],
            [Participation(ended.At), .. file.Objections.All.Select(Note)], [.. records], Changes());
    }

    /// <summary>A text nobody locked is finished when the case is: nothing of it can be changed any more.</summary>
    void Document(DocumentFile document, DateTimeOffset ended, PersonId? endedBy)
    {
        var (kind, latest) = (document.Kind, document.Latest);
        var title = DocumentNames.Of(kind, forms).Nb;
        if (kind is DocumentKind.D06 or DocumentKind.D22)
        {
            Add($"{kind}", title, title, document.Versions[0].SavedAt, document.Versions[0].SavedBy, latest.SavedAt, latest.SavedBy, [], [], [], StaysWithTheCase);
            return;
        }

        var package = file.SignOffs.Packages.LastOrDefault(one => one.Find(kind)?.Version == latest.Number);
        var (finished, finishedBy) = package is not null ? (package.FrozenAt, package.ConfirmedBy) : latest.Status == DocumentStatus.Draft ? (ended, endedBy) : (latest.SavedAt, latest.SavedBy);
        Add($"{kind}", title, title, document.Versions[0].SavedAt, document.Versions[0].SavedBy, finished, finishedBy,
            Flow(kind), [.. document.Versions.Where(version => version.Hash is not null || version == latest).Select(version => File(kind, version, title))], Scans(kind));
    }

    ArchivedFile File(DocumentKind kind, DocumentVersion version, string title)
    {
        var text = new PlainDocument().Heading($"{title} ({kind})").Line($"Sak {number}: {me.Text(file.Identity!.Title)}")
            .Line($"Versjon {version.Number}, {Standing(version.Status)}. Sist lagret {me.DateAndTime(version.SavedAt)} av {me.NameOf(version.SavedBy)}.");
        if (version.Hash is { } hash) text.Line($"Avtrykk av innholdet (SHA-256): {hash}");
        Words? section = null;
        foreach (var field in ContentView.Read(version.Content, forms[kind], me))
        {
            if (field.Section is { } now && now != section) text.Heading(now.Nb, '-');
            section = field.Section ?? section;
            text.Field(field.Label.Nb, field.Text);
        }

        return Text($"{kind}-v{version.Number}", version.Number, version.SavedAt, version.SavedBy, text);
    }

    static string Standing(DocumentStatus status) => status switch
    {
        DocumentStatus.SignedOff => "godkjent av begge sider",
        DocumentStatus.Frozen => "låst",
        _ => "utkast",
    };

    /// <summary>Who was sent the locked text, and what they answered: approved, took it back, asked for a change (M660–M665).</summary>
    ImmutableArray<ArchivedFlow> Flow(DocumentKind kind)
    {
        var flow = new List<ArchivedFlow>();
        foreach (var package in file.SignOffs.Packages.Where(package => package.Holds(kind)))
        {
            var from = me.NameOf(package.ConfirmedBy);
            void Add(PersonId to, Side side, DateTimeOffset at, string status, string remark) =>
                flow.Add(new($"{me.NameOf(to)} ({side.Words().Nb})", from, package.FrozenAt, at, status, $"Låst tekst {package.Number} til port {package.Gate}, avtrykk {package.Hash}. {remark}"));
            foreach (var given in file.SignOffs.Given.Where(given => given.Gate == package.Gate && given.Package == package.Number))
            {
                Add(given.Person, given.Side, given.At, "Godkjent", given.Paper is null ? $"Innlogget med {given.SignIn}." : given.Paper.ConfirmedBy is { } by ? $"På papir, lagt inn av {me.NameOf(given.Paper.UploadedBy)} og bekreftet av {me.NameOf(by)}." : $"På papir, lagt inn av {me.NameOf(given.Paper.UploadedBy)} og ikke bekreftet.");
                if (given.WithdrawnAt is { } back) Add(given.Person, given.Side, back, "Ikke godkjent", "Godkjenningen ble trukket.");
            }

            foreach (var wish in file.SignOffs.Wishes.Where(wish => wish.Gate == package.Gate && wish.Package == package.Number))
                Add(wish.Person, wish.Side, wish.At, "Sendt tilbake til saksbehandler med kommentarer", me.Text(wish.Reason));
        }

        return [.. flow.OrderBy(one => one.Sent)];
    }

    /// <summary>Sign-offs on paper go with the first document of their gate.</summary>
    ImmutableArray<ArchivedFile> Scans(DocumentKind kind) =>
    [
        .. from package in file.SignOffs.Packages
           where package.Documents[0].Kind == kind
           from given in file.SignOffs.Given
           where given.Gate == package.Gate && given.Package == package.Number && given.Paper is not null && scans.ContainsKey(given.Paper.ScanHash)
           select Scan(kind, given),
    ];

    ArchivedFile Scan(DocumentKind kind, SignOff given)
    {
        var (format, name, ending) = FileFormat.Of(scans[given.Paper!.ScanHash]);
        return new(ArchiveIds.Of(file.Id.Value, $"papir {given.Gate} {given.Package} {given.Person}"), $"dokumenter/{number}/{kind}-papir-{given.Paper.ScanHash[..12]}.{ending}", 1, format, name, given.At, me.NameOf(given.Paper.UploadedBy), scans[given.Paper.ScanHash]);
    }

    void Anchored(Anchoring anchoring)
    {
        var text = new PlainDocument().Heading("Forankringsvedtak (D03)").Line($"Sak {number}: {me.Text(file.Identity!.Title)}")
            .Field("Enhet", me.UnitName(anchoring.Unit)).Field("Vedtatt av", $"{me.NameOf(anchoring.Leader)}, {me.DateAndTime(anchoring.At)}").Field("Formål", me.Text(anchoring.Purpose)).Field("Pasientforløp", me.Text(anchoring.Pathway))
            .Field("Timer", Viewer.Number(anchoring.StaffHours, 2)).Field("Ramme", Viewer.Kroner(anchoring.MoneyFrame)).Field("Av rammen til brukermedvirkning", Viewer.Kroner(anchoring.ParticipationAmount));
        if (anchoring.ZeroParticipationReason is { } reason) text.Field("Begrunnelse for at beløpet er null", me.Text(reason));
        text.Field("Målet er et fast tilbud", anchoring.AimsAtPermanentOffer ? "Ja" : "Nei").Field("Periode", $"{me.Date(anchoring.From)} – {me.Date(anchoring.To)}");
        Single($"D03-{anchoring.Unit.ToString()[..8]}-{anchoring.At.ToUnixTimeSeconds()}", $"Forankringsvedtak, {me.UnitName(anchoring.Unit)}", "Vedtak", anchoring.At, anchoring.Leader, text);
    }

    void Met(Meeting meeting)
    {
        var title = $"Referat fra {MeetingNames.Title(meeting, me).ToLowerInvariant()}";
        var text = new PlainDocument().Heading($"{title} (D10)").Line($"Sak {number}: {me.Text(file.Identity!.Title)}")
            .Field("Tid", $"{me.DayAndDate(meeting.Date)} kl. {me.Time(meeting.Start)}, {meeting.Minutes} minutter").Field("Sted", $"{MeetingNames.Form(meeting.Form).Nb}: {me.Text(meeting.Place)}").Field("Status", MeetingNames.State(meeting).Nb);
        if (!meeting.Invalidities.IsEmpty) text.Field("Hvorfor møtet ikke er gyldig", string.Join("\n", meeting.Invalidities.Select(reason => MeetingNames.Invalid(reason).Nb)));
        text.Field("Deltakere", string.Join("\n", meeting.Attendees.Select(one => $"{me.NameOf(one.Person)}{(one.Side is { } side ? $", {side.Words().Nb}" : "")}: {MeetingNames.Presence(one.Presence).Nb.ToLowerInvariant()}")));
        foreach (var item in meeting.Agenda) Minuted(text, meeting, item);
        if (meeting.Record is { } record)
        {
            text.Heading("Om referatet", '-').Field("Skrevet av", $"{me.NameOf(record.WrittenBy)}, {me.DateAndTime(record.WrittenAt)}").Field("Om samarbeidet", me.Text(record.Collaboration))
                .Field("Bekreftet av", string.Join("\n", record.Confirmations.Select(one => $"{me.NameOf(one.Person)}, {one.Side.Words().Nb}, {me.DateAndTime(one.At)}")));
            foreach (var note in record.Notes.Concat(record.Comments)) text.Field($"Merknad fra {me.NameOf(note.By)} {me.DateAndTime(note.At)}", me.Text(note.Text));
        }

        Single($"D10-mote-{meeting.Number}", title, "Referat", meeting.Record?.WrittenAt ?? meeting.HeldAt!.Value, meeting.Record?.WrittenBy, text);
    }

    void Minuted(PlainDocument text, Meeting meeting, AgendaItem item)
    {
        text.Heading($"{item.Number}. {(item.Topic is { } key ? (AgendaTemplates.Title(key) ?? Words.Same(key)).Nb : me.Text(item.Text))}", '-');
        if (meeting.Record?.Items.FirstOrDefault(one => one.Item == item.Number) is not { } written) return;
        text.Field("Drøfting", me.Text(written.Discussion));
        foreach (var proposal in written.Proposals) text.Field($"Forslag fra {proposal.Side.Words().Nb}", me.Text(proposal.Text));
        if (meeting.DecisionOn(item.Number) is { } decision)
            text.Field("Vedtak", $"{me.Text(decision.Text)}\n{MeetingNames.Decision(decision.Standing).Nb}{(decision.Responsible is { } who ? $". Ansvarlig: {me.NameOf(who)}" : "")}{(decision.Due is { } due ? $", innen {me.Date(due)}" : "")}");
    }

    void Decided(Continuation decided)
    {
        var text = new PlainDocument().Heading("Vedtak om videreføring (D25)").Line($"Sak {number}: {me.Text(file.Identity!.Title)}").Field("Vedtak", EvaluationNames.Of(decided.Outcome).Nb);
        if (decided.RunsPerYear is { } runs) text.Field("Ganger i året", $"{runs}");
        text.Field("Begrunnelse", me.Text(decided.Reason)).Field("Vedtatt av", $"{me.NameOf(decided.Leader)}, {me.DateAndTime(decided.At)}");
        Single("D25", "Vedtak om videreføring", "Vedtak", decided.At, decided.Leader, text);
    }

    const string StaysWithTheCase = "Innholdet er holdt utenfor avleveringen og blir i saken.";

    /// <summary>It is told that the conversation was held, never what was said in it, nor with whom.</summary>
    void Clarified(Member member, int at) => Add(
        $"D06-{at + 1}", $"Rolleavklaring ({member.Side.Words().Nb})", "Rolleavklaring", member.Clarification!.OfferedAt, null, member.Clarification.AcceptedAt ?? member.Clarification.OfferedAt, null, [], [], [], StaysWithTheCase);

    /// <summary>Everything that happened, as the history page tells it.</summary>
    void Course(DateTimeOffset at, PersonId? by)
    {
        var text = new PlainDocument().Heading("Saksgang").Line($"Sak {number}: {me.Text(file.Identity!.Title)}").Line("Alt som har hendt i saken, eldste først. Tid er norsk tid.").Heading("Hendelser", '-');
        foreach (var one in facts)
            if (one.Fact is CaseFact fact && FactSentences.Of(fact, one.Stamp, me) is { } words) text.Line($"{one.Version}. {me.DateAndTime(one.Stamp.At)}: {words.Nb}");
        Single("saksgang", "Saksgang", "Saksgang", at, by, text);
    }

    void Single(string name, string title, string type, DateTimeOffset at, PersonId? by, PlainDocument text) => Add(name, title, type, at, by, at, by, [], [Text(name, 1, at, by, text)], []);

    ArchivedFile Text(string name, int version, DateTimeOffset at, PersonId? by, PlainDocument text) =>
        new(ArchiveIds.Of(file.Id.Value, $"fil {name} {version}"), $"dokumenter/{number}/{name}.txt", version, "x-fmt/111", "Ren tekst, UTF-8", at, me.NameOf(by), text.Bytes());

    void Add(
        string name, string title, string type, DateTimeOffset created, PersonId? createdBy, DateTimeOffset archived, PersonId? archivedBy, ImmutableArray<ArchivedFlow> flow, ImmutableArray<ArchivedFile> files,
        ImmutableArray<ArchivedFile> attachments, string? screened = null) => records.Add(new(
            RecordId(name), $"{number}/{records.Count + 1}", title, type, created, me.NameOf(createdBy), archived, me.NameOf(archivedBy), screened, flow, files, attachments));

    Guid RecordId(string name) => ArchiveIds.Of(file.Id.Value, $"registrering {name}");

    /// <summary>What may be said of the case, and what it lacks (N12).</summary>
    ArchivedNote Participation(DateTimeOffset at)
    {
        var judged = Medvirkning.Judged(file);
        return new(string.Join(' ', judged.Shortfalls.Select(shortfall => shortfall.Says.Nb).Prepend($"{judged.Grad.Mark().Nb}.")), "Medvirkningsgrad", at, me.NameOf(null));
    }

    ArchivedNote Note(Objection objection) => new(
        $"Innsigelse {objection.Number} til port {objection.Gate}, låst tekst {objection.Package}, fra {objection.Side.Words().Nb}. {ObjectionNames.State(objection.Status).Nb}. {me.Text(objection.Reason)}"
        + (objection.Alternative is { } instead ? $" Forslag i stedet: {me.Text(instead)}" : "") + (objection.Dissent is { } dissent ? $" Dissens: {me.Text(dissent)}" : ""),
        "Innsigelse", objection.At, me.NameOf(objection.By));

    /// <summary>The case driven again, for when its status and its documents' became what they are.</summary>
    ImmutableArray<ArchivedChange> Changes()
    {
        var changes = ImmutableArray.CreateBuilder<ArchivedChange>();
        var before = CaseFile.Unregistered(file.Id);
        foreach (var one in facts)
        {
            var after = before.After(one.Fact, one.Stamp);
            var by = me.NameOf(one.Stamp.Person);
            if (before.Standing != Domain.Standing.NotRegistered && Status(before) != Status(after)) changes.Add(new(file.Id.Value, "saksstatus", one.Stamp.At, by, Status(before), Status(after)));
            if (!ReferenceEquals(before.Documents, after.Documents) || Status(before) != Status(after))
                foreach (var (kind, document) in after.Documents.Files)
                    if (before.Documents.Latest(kind) is { } was && IsFinal(was, before) != IsFinal(document.Latest, after))
                        changes.Add(new(ArchiveIds.Of(RecordId($"{kind}"), "dokumentbeskrivelse"), "dokumentstatus", one.Stamp.At, by, ArkivstrukturXml.Status(IsFinal(was, before)), ArkivstrukturXml.Status(IsFinal(document.Latest, after))));
            before = after;
        }

        return changes.ToImmutable();
    }

    static bool IsFinal(DocumentVersion version, CaseFile file) => version.Status != DocumentStatus.Draft || HandOverCase.IsFinished(file);

    static string Status(CaseFile file) => file.Standing switch
    {
        Domain.Standing.Closed => "Avsluttet",
        Domain.Standing.Cancelled => "Utgår",
        _ => "Under behandling",
    };

    static string Capital(Side side) => side == Side.Fag ? "Fagperson" : "Brukerrepresentant";
}

/// <summary>What kind of file some bytes are, by how they begin (PRONOM).</summary>
static class FileFormat
{
    public static (string Format, string Name, string Ending) Of(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? ("fmt/18", "PDF", "pdf")
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? ("fmt/43", "JPEG", "jpg")
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? ("fmt/11", "PNG", "png")
        : bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) ? ("fmt/353", "TIFF", "tif")
        : ("x-fmt/ukjent", "Ukjent format", "bin");
}
