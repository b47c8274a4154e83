using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What is asked of a step that is in both versions.</summary>
static class TaskChanges
{
    public static IEnumerable<MeaningChange> Of(ProcessElement was, ProcessElement now) =>
        new[] { Sides(was, now), Roles(was, now), DocumentsGone(was, now), DocumentsNew(was, now), Gate(was, now), Action(was, now), Due(was, now), Done(was, now), Loop(was, now), Calls(was, now), Thrown(was, now), Name(was, now) }.OfType<MeaningChange>();

    static MeaningChange? Sides(ProcessElement was, ProcessElement now)
    {
        var name = Meaning.Named(now);
        var (gone, fresh) = (was.Lms.Sides.Except(now.Lms.Sides).ToList(), now.Lms.Sides.Except(was.Lms.Sides).ToList());
        if (gone.Count > 0) return new("signOffSideRemoved", now.Id, new(
            $"Krever ikke lenger godkjenning fra {Meaning.Sides(gone).Nb} i trinnet {name.Nb}.", $"Krev ikkje lenger godkjenning frå {Meaning.Sides(gone).Nn} i trinnet {name.Nn}."), Weakens: true);
        return fresh.Count == 0 ? null : new("signOffSideAdded", now.Id, new(
            $"Krever nå godkjenning fra {Meaning.Sides(fresh).Nb} i trinnet {name.Nb}.", $"Krev no godkjenning frå {Meaning.Sides(fresh).Nn} i trinnet {name.Nn}."), Weakens: false);
    }

    static MeaningChange? Roles(ProcessElement was, ProcessElement now)
    {
        if (was.Lms.Roles == now.Lms.Roles) return null;
        var gone = was.Lms.Roles & ~now.Lms.Roles;
        var fresh = now.Lms.Roles & ~was.Lms.Roles;
        var name = Meaning.Named(now);
        var (nb, nn) = ("", "");
        if (gone != TaskRoles.None) (nb, nn) = ($" Ikke lenger for {Meaning.Roles(gone).Nb}.", $" Ikkje lenger for {Meaning.Roles(gone).Nn}.");
        if (fresh != TaskRoles.None) (nb, nn) = ($"{nb} Nå også for {Meaning.Roles(fresh).Nb}.", $"{nn} No også for {Meaning.Roles(fresh).Nn}.");
        return new("rolesChanged", now.Id, new($"Hvem som gjør {name.Nb}, er endret.{nb}", $"Kven som gjer {name.Nn}, er endra.{nn}"), (gone & (TaskRoles.Fagperson | TaskRoles.Brukerrepresentant)) != 0);
    }

    static MeaningChange? DocumentsGone(ProcessElement was, ProcessElement now)
    {
        var gone = was.Lms.Documents.Except(now.Lms.Documents).ToList();
        var name = Meaning.Named(now);
        return gone.Count == 0 ? null : new("documentsRemoved", now.Id, new(
            $"{name.Nb} omfatter ikke lenger {Meaning.Documents(gone)}.", $"{name.Nn} omfattar ikkje lenger {Meaning.Documents(gone)}."), Weakens: true);
    }

    static MeaningChange? DocumentsNew(ProcessElement was, ProcessElement now)
    {
        var fresh = now.Lms.Documents.Except(was.Lms.Documents).ToList();
        var name = Meaning.Named(now);
        return fresh.Count == 0 ? null : new("documentsAdded", now.Id, new(
            $"{name.Nb} omfatter nå også {Meaning.Documents(fresh)}.", $"{name.Nn} omfattar no også {Meaning.Documents(fresh)}."), Weakens: false);
    }

    static MeaningChange? Gate(ProcessElement was, ProcessElement now)
    {
        var name = Meaning.Named(now);
        return was.Lms.Gate == now.Lms.Gate ? null : new("gateChanged", now.Id, new(
            $"{name.Nb} gjelder nå {GateName(now)} i stedet for {GateName(was)}.", $"{name.Nn} gjeld no {GateName(now)} i staden for {GateName(was)}."), Weakens: true);
    }

    static string GateName(ProcessElement element) => element.Lms.Gate?.ToString() ?? "–";

    static MeaningChange? Action(ProcessElement was, ProcessElement now)
    {
        var name = Meaning.Named(now);
        return was.Lms.Action == now.Lms.Action && was.Lms.Work == now.Lms.Work ? null : new("workChanged", now.Id, new(
            $"Hva som gjøres i {name.Nb}, er endret.", $"Kva som blir gjort i {name.Nn}, er endra."), Meaning.IsForMembers(was) || was.Lms.Action is not null);
    }

    static MeaningChange? Due(ProcessElement was, ProcessElement now)
    {
        if (was.Lms.Due == now.Lms.Due) return null;
        var name = Meaning.Named(now);
        return new("dueChanged", now.Id, new(
            $"Fristen for {name.Nb} er endret fra {DueLength.Of(was.Lms.Due).Nb} til {DueLength.Of(now.Lms.Due).Nb}.",
            $"Fristen for {name.Nn} er endra frå {DueLength.Of(was.Lms.Due).Nn} til {DueLength.Of(now.Lms.Due).Nn}."), DueLength.IsLonger(now.Lms.Due, was.Lms.Due));
    }

    static MeaningChange? Done(ProcessElement was, ProcessElement now)
    {
        var (old, fresh) = (was.Lms.Done?.Text, now.Lms.Done?.Text);
        if (old == fresh) return null;
        var name = Meaning.Named(now);
        return new("doneChanged", now.Id, new(
            $"Når {name.Nb} er ferdig, er endret fra «{old ?? "en person sier fra"}» til «{fresh ?? "en person sier fra"}».",
            $"Når {name.Nn} er ferdig, er endra frå «{old ?? "ein person seier frå"}» til «{fresh ?? "ein person seier frå"}»."), Meaning.IsForMembers(was) && !AsksMore(old, fresh));
    }

    /// <summary>The old condition and something more. A longer disjunction would ask less, so only whole conjunctions count.</summary>
    static bool AsksMore(string? old, string? fresh) =>
        old is not null && fresh is not null && !old.Contains(" or ", StringComparison.Ordinal) && !fresh.Contains(" or ", StringComparison.Ordinal)
        && (fresh.StartsWith(old + " and ", StringComparison.Ordinal) || fresh.EndsWith(" and " + old, StringComparison.Ordinal));

    static MeaningChange? Loop(ProcessElement was, ProcessElement now)
    {
        var name = Meaning.Named(now);
        return was.Loop == now.Loop && Rule(was) == Rule(now) ? null : new("repetitionChanged", now.Id, new(
            $"Hvordan {name.Nb} gjentas, er endret.", $"Korleis {name.Nn} blir gjenteke, er endra."), Meaning.IsForMembers(was));
    }

    static (string?, string?, string?, int?, bool?) Rule(ProcessElement element) => (
        element.LoopRule?.Cardinality?.Text, element.LoopRule?.Completion?.Text, element.LoopRule?.Condition?.Text, element.LoopRule?.Maximum, element.LoopRule?.TestBefore);

    /// <summary>What is called can be anything, so calling something else cannot be shown to keep participation whole.</summary>
    static MeaningChange? Calls(ProcessElement was, ProcessElement now)
    {
        var name = Meaning.Named(now);
        return was.Calls == now.Calls && was.Binding == now.Binding ? null : new("callChanged", now.Id, new(
            $"{name.Nb} bruker nå en annen prosess eller utgave enn før.", $"{name.Nn} bruker no ein annan prosess eller utgåve enn før."), Weakens: true);
    }

    static MeaningChange? Thrown(ProcessElement was, ProcessElement now)
    {
        var name = Meaning.Named(now);
        return now.Kind is not (ElementKind.ThrowEvent or ElementKind.EndEvent or ElementKind.StartEvent or ElementKind.CatchEvent) || (was.EventName == now.EventName && was.Condition?.Text == now.Condition?.Text) ? null
            : new("eventChanged", now.Id, new($"Hendelsen {name.Nb} er en annen enn før.", $"Hendinga {name.Nn} er ei anna enn før."), Weakens: true);
    }

    static MeaningChange? Name(ProcessElement was, ProcessElement now) => was.Name == now.Name || now.Name.Nb.Length == 0 || !now.Kind.IsActivity() ? null : new(
        "renamed", now.Id, new($"«{was.Name.Nb}» heter nå «{now.Name.Nb}».", $"«{was.Name.Nn}» heiter no «{now.Name.Nn}»."), Weakens: false);
}

/// <summary>How long a deadline is, in words and against another.</summary>
static class DueLength
{
    public static Words Of(DueRule? rule) => rule switch
    {
        null => new("ingen frist", "ingen frist"),
        { WorkingDays: 1 } => new("1 virkedag", "1 yrkedag"),
        { WorkingDays: { } days } => new($"{days} virkedager", $"{days} yrkedagar"),
        { Duration: { } duration } => Of(duration),
        _ => new("en bestemt dag", "ein bestemt dag"),
    };

    /// <summary>No deadline is the longest of all. What cannot be compared counts as longer.</summary>
    public static bool IsLonger(DueRule? now, DueRule? was)
    {
        if (was is null) return false;
        return now is null || Days(now) is not { } after || Days(was) is not { } before || after > before;
    }

    public static Words Of(TimerRule? rule) => rule switch
    {
        { At: { } at, Repeats: false } => new($"datoen {OsloTime.Date(at):yyyy-MM-dd}", $"datoen {OsloTime.Date(at):yyyy-MM-dd}"),
        { Repeats: true, After: { } between } => new(
            $"{Of(between).Nb}, {(rule.Times is { } times ? $"{times} ganger" : "igjen og igjen")}", $"{Of(between).Nn}, {(rule.Times is { } number ? $"{number} gonger" : "om og om att")}"),
        _ => Of(rule?.After),
    };

    /// <summary>It comes later, or not as often. Dates cannot be compared with durations, so another date counts as later.</summary>
    public static bool IsLonger(TimerRule? now, TimerRule? was) =>
        was is not null && (now is null || now.At != was.At || IsLonger(now.After, was.After) || (now.Times ?? int.MaxValue) < (was.Times ?? int.MaxValue));

    /// <summary>Roughly, in days: five working days are seven.</summary>
    static double? Days(DueRule rule) => rule.WorkingDays is { } days ? days * 7.0 / 5 : rule.Duration is { } duration ? duration.Months * 30.44 + duration.Exact.TotalDays : null;

    static Words Of(IsoDuration duration)
    {
        var nb = new List<string>();
        var nn = new List<string>();
        if (duration.Months > 0) (nb, nn) = ([.. nb, duration.Months == 1 ? "1 måned" : $"{duration.Months} måneder"], [.. nn, duration.Months == 1 ? "1 månad" : $"{duration.Months} månader"]);
        if (duration.Days > 0) (nb, nn) = ([.. nb, duration.Days == 1 ? "1 dag" : $"{duration.Days} dager"], [.. nn, duration.Days == 1 ? "1 dag" : $"{duration.Days} dagar"]);
        if (duration.Time > TimeSpan.Zero) (nb, nn) = ([.. nb, $"{duration.Time.TotalHours:0.##} timer"], [.. nn, $"{duration.Time.TotalHours:0.##} timar"]);
        return nb.Count == 0 ? new("straks", "straks") : new(string.Join(" og ", nb), string.Join(" og ", nn));
    }
}
