using System.Globalization;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>Antiforgery field of a page's forms.</summary>
public sealed record FormToken(string Field, string Value);

/// <summary>A look back at a case.</summary>
/// <param name="Slug">As it stands in the address, e.g. <c>2026-10-01</c>.</param>
public sealed record PastLook(DateTimeOffset At, string Slug);

/// <summary>Who looks at a page, in which language, when, and what they just tried. All a page knows besides its own view record.</summary>
public sealed record Viewer(PersonId? Person, Language Language, PeopleDirectory Directory, DateTimeOffset Now)
{
    /// <summary>Nobody signed in: the persona picker, the anonymous answer form, error pages.</summary>
    public static Viewer Nobody(Language language, DateTimeOffset now) => new(null, language, PeopleDirectory.Empty, now);

    /// <summary>Grants of the directory; what a person may do in a case is asked case by case.</summary>
    public Actor Actor { get; init; } = new(null, [], "");

    /// <summary>The role the person acts in, as the header says it.</summary>
    public Words Capacity { get; init; } = Words.Same("");

    /// <summary>Persona picker in use: every page says so.</summary>
    public bool Demonstration { get; init; }

    /// <summary>Path and query of the page, for the language switch and the navigation.</summary>
    public string Path { get; init; } = "/";

    public FormToken? Token { get; init; }

    /// <summary>Open tasks, shown in the navigation.</summary>
    public int Tasks { get; init; }

    /// <summary>The page shows a case as it was at this moment; nothing can be done on it.</summary>
    public PastLook? Past { get; init; }

    /// <summary>What the tasks of the case's process are called, on a page of a case.</summary>
    public TaskBook Book { get; init; } = TaskBook.Empty;

    /// <summary>What was just done.</summary>
    public Words? Status { get; init; }

    /// <summary>What was just refused, with all that was typed.</summary>
    public FormState? Form { get; init; }

    public DateOnly Today => OsloTime.Date(Now);

    public string Say(Words words) => words.In(Language);

    public string Say(string nb, string nn) => Language == Language.Nn ? nn : nb;

    public string NameOf(PersonId? person) =>
        person is not { } id ? Say("Systemet", "Systemet") : Directory.Find(id) is { } found ? found.Name.Value ?? Say("Slettet navn", "Sletta namn") : Say("Slettet navn", "Sletta namn");

    public string UnitName(UnitId unit) => Directory.Units.TryGetValue(unit, out var found) ? found.Name : Say("Ukjent enhet", "Ukjend eining");

    public string Text(SealedText? text) => text is null ? "" : text.Value ?? (text.Erased is { } mark ? Say(mark.Sentence) : Say("(teksten er ikke her)", "(teksten er ikkje her)"));

#pragma warning disable CA1822 // dates are the reader's: the next language will say them in another way
    public string Date(DateOnly day) => $"{day.Day}. {Months[day.Month - 1]} {day.Year}";

    public string Date(DateTimeOffset at) => Date(OsloTime.Date(at));

    public string DayAndDate(DateOnly day) => $"{Days(Language)[(int)day.DayOfWeek]} {Date(day)}";

    public string Time(DateTimeOffset at) => OsloTime.Local(at).ToString("HH.mm", CultureInfo.InvariantCulture);

#pragma warning restore CA1822

    public string DateAndTime(DateTimeOffset at) => Say($"{Date(at)} kl. {Time(at)}", $"{Date(at)} kl. {Time(at)}");

    /// <summary>Norwegian figures: comma, and a hard space between thousands.</summary>
    public static string Number(decimal value, int decimals = 0) => value.ToString("N" + decimals, Figures);

    public static string Kroner(decimal value) => "kr " + Number(value, value == decimal.Truncate(value) ? 0 : 2);

    static readonly NumberFormatInfo Figures = new() { NumberGroupSeparator = "\u00a0", NumberDecimalSeparator = ",", NumberGroupSizes = [3], NegativeSign = "\u2212", NumberNegativePattern = 1 };

    static readonly string[] Months =
        ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"];

    static string[] Days(Language language) => language == Language.Nn
        ? ["sundag", "måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag"]
        : ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"];
}
