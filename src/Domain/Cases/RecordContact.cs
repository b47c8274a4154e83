namespace LmsWorkflow.Domain;

/// <summary>Records a contact, or a documented attempt, on one side (R3).</summary>
public sealed record RecordContact(Side Side, WrittenText Who, bool IsAttempt) : CaseRequest
{
    public override Act Act => Act.PrepareCase;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [Require.Open(context), Require.Written(Who, "who", new("hvem kontakten er", "kven kontakten er"))],
        () => [new ContactRecorded(Side, Who.Seal("contact.who"), IsAttempt, context.Today)]);
}

public sealed record ContactRecorded(Side Side, SealedText Who, bool IsAttempt, DateOnly On) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) =>
        file with { Contacts = new(file.Contacts.All.Add(new Contact(Side, Who, IsAttempt, On))) };
}
