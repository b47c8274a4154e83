using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>Each kind of fact on definitions, people and units as a sentence in both written forms. Null for what says nothing to people.</summary>
public static class RecordSentences
{
    public static Words? Of(Fact fact, Stamp stamp, Viewer me) => fact switch
    {
        DefinitionFact definition => OfDefinition(definition, me.NameOf(stamp.Person), me),
        DirectoryFact directory => OfDirectory(directory, me.NameOf(stamp.Person), me),
        _ => null,
    };

    static Words? OfDefinition(DefinitionFact fact, string who, Viewer me) => fact switch
    {
        DefinitionDraftSaved { Template: { } template } saved => new(
            $"{who} begynte på prosessen med «{template}» som mal, utkast {saved.Draft}.", $"{who} byrja på prosessen med «{template}» som mal, utkast {saved.Draft}."),
        DefinitionDraftSaved saved => new($"{who} lagret utkast {saved.Draft}, lagring {saved.Revision}.", $"{who} lagra utkast {saved.Draft}, lagring {saved.Revision}."),
        DefinitionDraftDiscarded discarded => new($"{who} forkastet utkast {discarded.Draft}.", $"{who} forkasta utkast {discarded.Draft}."),
        DefinitionProposed proposed => new(
            $"{who} la utkast {proposed.Draft} fram for begge sider ved {me.UnitName(proposed.Unit)}, fordi det svekker medvirkningen.", $"{who} la utkast {proposed.Draft} fram for begge sider ved {me.UnitName(proposed.Unit)}, fordi det svekkjer medverknaden."),
        DefinitionConsentGiven given => new(
            $"{who} samtykket som {given.Side.Words().Nb} til forslag {given.Proposal}.", $"{who} samtykte som {given.Side.Words().Nn} til forslag {given.Proposal}."),
        DefinitionConsentRefused refused => new(
            $"{who} sa nei som {refused.Side.Words().Nb} til forslag {refused.Proposal}.", $"{who} sa nei som {refused.Side.Words().Nn} til forslag {refused.Proposal}."),
        DefinitionProposalWithdrawn withdrawn => new($"{who} trakk forslag {withdrawn.Proposal}.", $"{who} trekte forslag {withdrawn.Proposal}."),
        DefinitionPublished published => new($"{who} ga ut utgave {published.Version}.", $"{who} gav ut utgåve {published.Version}."),
        CaseMoveBegun begun => new($"{who} begynte å flytte saker fra utgave {begun.From} til utgave {begun.To}.", $"{who} byrja å flytte saker frå utgåve {begun.From} til utgåve {begun.To}."),
        CasesMoved moved => Moved(moved, who),
        ScenarioKept kept => new($"{who} tok vare på scenarioet «{kept.Name}».", $"{who} tok vare på scenarioet «{kept.Name}»."),
        ScenarioRemoved removed => new($"{who} fjernet scenarioet «{removed.Name}».", $"{who} fjerna scenarioet «{removed.Name}»."),
        _ => null,
    };

    static Words Moved(CasesMoved moved, string who)
    {
        int Count(CaseMoveOutcome outcome) => moved.Cases.Count(one => one.Outcome == outcome);
        var (done, waiting, refused) = (Count(CaseMoveOutcome.Moved), Count(CaseMoveOutcome.AwaitsConsent), Count(CaseMoveOutcome.Refused));
        return new(
            $"{who} flyttet saker fra utgave {moved.From} til utgave {moved.To}: {done} flyttet, {waiting} venter på samtykke, {refused} ble stående.",
            $"{who} flytta saker frå utgåve {moved.From} til utgåve {moved.To}: {done} flytta, {waiting} ventar på samtykke, {refused} vart ståande.");
    }

    static Words? OfDirectory(DirectoryFact fact, string who, Viewer me) => fact switch
    {
        UnitRegistered { IsLms: true } unit => new($"{who} registrerte lærings- og mestringssenteret {unit.Name}.", $"{who} registrerte lærings- og mestringssenteret {unit.Name}."),
        UnitRegistered unit => new($"{who} registrerte enheten {unit.Name}.", $"{who} registrerte eininga {unit.Name}."),
        PersonRegistered { EmployedIn.IsDefaultOrEmpty: false } person => new(
            $"{who} registrerte {me.NameOf(person.Person)}, ansatt ved {Units(person.EmployedIn, me)}.", $"{who} registrerte {me.NameOf(person.Person)}, tilsett ved {Units(person.EmployedIn, me)}."),
        PersonRegistered person => new($"{who} registrerte {me.NameOf(person.Person)}.", $"{who} registrerte {me.NameOf(person.Person)}."),
        RoleGranted granted => new(
            $"{who} ga {me.NameOf(granted.Person)} rollen {granted.Role.Words().Nb.ToLowerInvariant()}{At(granted.Unit, me)}.", $"{who} gav {me.NameOf(granted.Person)} rolla {granted.Role.Words().Nn.ToLowerInvariant()}{At(granted.Unit, me)}."),
        RoleRevoked revoked => new(
            $"{who} tok fra {me.NameOf(revoked.Person)} rollen {revoked.Role.Words().Nb.ToLowerInvariant()}{At(revoked.Unit, me)}.", $"{who} tok frå {me.NameOf(revoked.Person)} rolla {revoked.Role.Words().Nn.ToLowerInvariant()}{At(revoked.Unit, me)}."),
        RetentionRuleChanged changed => Retention(changed, who, me),
        _ => null,
    };

    static Words Retention(RetentionRuleChanged changed, string who, Viewer me)
    {
        var (kind, whose) = (RetentionNames.Of(changed.Kind), changed.Unit is { } unit ? Words.Same(me.UnitName(unit)) : new("hele organisasjonen", "heile organisasjonen"));
        Words Said(RetentionRule? rule) => rule?.Words() ?? new("regelen ovenfra", "regelen ovanfrå");
        return new(
            $"{who} endret hvor lenge {kind.Nb.ToLowerInvariant()} oppbevares, for {whose.Nb}: fra {Said(changed.Before).Nb} til {Said(changed.After).Nb}.",
            $"{who} endra kor lenge {kind.Nn.ToLowerInvariant()} blir teke vare på, for {whose.Nn}: frå {Said(changed.Before).Nn} til {Said(changed.After).Nn}.");
    }

    static string Units(IEnumerable<UnitId> units, Viewer me) => string.Join(", ", units.Select(me.UnitName));

    static string At(UnitId? unit, Viewer me) => unit is { } known ? $" ved {me.UnitName(known)}" : "";
}
