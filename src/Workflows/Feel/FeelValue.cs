using System.Globalization;

namespace LmsWorkflow.Workflows;

/// <summary>The types of our FEEL subset (DMN 1.3 §10.3.2.3), and <see cref="Null"/> for what cannot be computed.</summary>
public enum FeelType { Null, Boolean, Number, String, Date, Duration }

/// <summary>A value a condition may read: never personal, never free text.</summary>
public readonly record struct FeelValue
{
    FeelValue(FeelType type, decimal number = 0, string? text = null)
    {
        Type = type;
        Number = number;
        Text = text;
    }

    public FeelType Type { get; }
    decimal Number { get; }
    string? Text { get; }

    /// <summary>What FEEL answers when something cannot be computed. A condition that comes to this does not hold.</summary>
    public static FeelValue Null { get; }

    public static FeelValue True { get; } = new(FeelType.Boolean, 1);

    public static FeelValue False { get; } = new(FeelType.Boolean);

    public static FeelValue Of(bool value) => value ? True : False;

    public static FeelValue Of(decimal value) => new(FeelType.Number, value);

    public static FeelValue Of(string value) => new(FeelType.String, 0, value);

    public static FeelValue Of(DateOnly value) => new(FeelType.Date, value.DayNumber);

    public static FeelValue Of(TimeSpan value) => new(FeelType.Duration, value.Ticks);

    public bool IsTrue => Type == FeelType.Boolean && Number == 1;

    public bool IsFalse => Type == FeelType.Boolean && Number == 0;

    public decimal AsNumber => Number;

    public string AsString => Text ?? "";

    public DateOnly AsDate => DateOnly.FromDayNumber((int)Number);

    public TimeSpan AsDuration => new((long)Number);

    /// <summary>Order of two values of one type; strings by code point, as FEEL has it.</summary>
    public static int? Compare(FeelValue left, FeelValue right)
    {
        if (left.Type != right.Type || left.Type == FeelType.Null) return null;
        return left.Type == FeelType.String ? string.CompareOrdinal(left.Text, right.Text) : left.Number.CompareTo(right.Number);
    }

    public override string ToString() => Type switch
    {
        FeelType.Boolean => IsTrue ? "true" : "false",
        FeelType.Number => Number.ToString(CultureInfo.InvariantCulture),
        FeelType.String => $"\"{Text}\"",
        FeelType.Date => $"date(\"{AsDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\")",
        FeelType.Duration => $"duration(\"{System.Xml.XmlConvert.ToString(AsDuration)}\")",
        _ => "null",
    };
}
