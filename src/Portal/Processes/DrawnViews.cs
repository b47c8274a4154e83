using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>A drawing on a page.</summary>
/// <param name="Svg">Written by the product; its texts are escaped.</param>
/// <param name="Signs">What the signs in it mean.</param>
/// <param name="Parts">Links to the whole and to each part of it.</param>
/// <param name="IsWhole">Shown as wide as the page rather than as large as its words need.</param>
public sealed record PictureView(Words Name, string Svg, ImmutableArray<PictureSign> Signs, ImmutableArray<PicturePart> Parts, bool IsWhole);

/// <param name="Svg">The sign alone.</param>
public sealed record PictureSign(string Svg, Words Says);

public sealed record PicturePart(string Address, Words Name, bool IsShown);

/// <summary>A step as the list beside a drawing tells it.</summary>
/// <param name="Phase">Null outside the phases.</param>
public sealed record EditionStep(string Id, Words Name, Words? Phase, Words Sort, Words Who, string Documents)
{
    /// <summary>How many cases stand there now.</summary>
    public int Here { get; init; }

    /// <summary>What it usually takes, and whom it waits for.</summary>
    public ImmutableArray<Words> Times { get; init; } = [];
}

/// <summary>A case that the reader may open.</summary>
public sealed record EditionCase(string Number, string Title, string Address, Words Phase);

/// <summary>One version of a process with its drawing.</summary>
/// <param name="IsLaidOut">The file says nothing of where things stand.</param>
public sealed record EditionView(
    string Key, Words Name, int Number, int Latest, DateTimeOffset At, string By, string Note, ImmutableArray<string> Consents, Words? Rehearsal, ImmutableArray<ChangeLine> Changes,
    PictureView Picture, bool IsLaidOut, ImmutableArray<EditionStep> Steps, ImmutableArray<Words> Documents, int Cases)
{
    /// <summary>Those of the cases that the reader may open, the latest first.</summary>
    public ImmutableArray<EditionCase> Mine { get; init; } = [];
}

/// <summary>One step of a case on its map.</summary>
/// <param name="Times">When it was there, by whom it was ended and how long it took; once for each time.</param>
public sealed record MapLine(Words Name, Words Sort, Words? Phase, Words Who, Words State, string Mark, ImmutableArray<MapTime> Times);

/// <param name="How">How it ended and by whom, as the end of a sentence.</param>
public sealed record MapTime(DateTimeOffset From, DateTimeOffset? To, Words How, Words Days, DateTimeOffset? Due);

public sealed record CaseMapView(CaseFrame Frame, string Process, Words ProcessName, int Version, PictureView Picture, ImmutableArray<MapLine> Lines);
