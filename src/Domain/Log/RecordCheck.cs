namespace LmsWorkflow.Domain;

/// <summary>The whole record was looked through and held against its proof log.</summary>
/// <param name="Size">Leaves looked at.</param>
/// <param name="Faults">How many places were not as they must be.</param>
public sealed record RecordCheck(long Size, int Faults) : LogRequest
{
    public override Act Act => Act.CheckRecord;

    public override Decision Decide(LogBook book) => Decision.Accept(new RecordChecked(Size, Faults));
}

public sealed record RecordChecked(long Size, int Faults) : LogFact
{
    public override LogBook Apply(LogBook book, Stamp stamp) => book with { Checks = book.Checks.Add(new(Size, Faults, stamp.At)) };
}

/// <summary>One look through the whole record.</summary>
public sealed record CheckEntry(long Size, int Faults, DateTimeOffset At);
