using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>One approval as a dossier tells it.</summary>
public sealed record DossierSignOff(Side Side, string Person, int Package, DateTimeOffset At, string SignIn, DateTimeOffset? WithdrawnAt);

/// <param name="Passed">When the gate was passed, and closed again.</param>
public sealed record DossierGate(Gate Gate, ImmutableArray<string> Passed, ImmutableArray<DossierSignOff> SignOffs);

/// <summary>One version of a document.</summary>
/// <param name="Hash">What was signed; null for one that was never frozen.</param>
public sealed record DossierDocument(DocumentKind Kind, int Version, DocumentStatus Status, string? Hash, ImmutableArray<ReadField> Fields);

/// <summary>A fact as a dossier tells it.</summary>
/// <param name="Version">Its number in its stream.</param>
/// <param name="As">In which role, and how signed in.</param>
/// <param name="Texts">What was written in it. Of a document that was saved it stands with the document.</param>
/// <param name="Erased">What is told where texts of it were erased.</param>
public sealed record DossierLine(long Version, DateTimeOffset At, Words Sentence, Words As, ImmutableArray<DossierText> Texts, ImmutableArray<Words> Erased);

/// <summary>A text a fact carries.</summary>
public sealed record DossierText(Words Field, Words Text);

/// <summary>A case as its dossier shows it to people.</summary>
/// <param name="Size">Events in the checkpoint it was made at.</param>
/// <param name="Refused">What was tried and refused, and why.</param>
/// <param name="Reads">Who opened and took out what.</param>
/// <param name="Erased">How many texts of the case were erased.</param>
/// <param name="BackupDays">How long the centre keeps backups.</param>
public sealed record DossierView(
    string Number, string Title, string Unit, Phase Phase, long Size, string Origin, DateTimeOffset MadeAt, ImmutableArray<DossierGate> Gates, ImmutableArray<DossierDocument> Documents, ImmutableArray<DossierLine> History,
    ImmutableArray<DossierLine> Refused, ImmutableArray<DossierLine> Reads, int Erased, int BackupDays);

/// <summary>The compliance report as it lies in a dossier.</summary>
/// <param name="Page">The dossier's page of the same written form, with the history the cells point to.</param>
public sealed record DossierComplianceView(string Number, string Title, bool IsOpen, ComplianceMatrix Matrix, string Page);

/// <summary>A dossier that is being made, or was.</summary>
/// <param name="Link">Where it is fetched; null until it is done.</param>
public sealed record DossierJobLine(DateTimeOffset Began, Words Progress, bool Failed, string? Link, string Name, string Sha256);
