using System.Collections.Immutable;
using System.Globalization;

namespace LmsWorkflow.Workflows;

/// <summary>Which version of the definition it calls a call activity means (<c>lms:binding</c>).</summary>
/// <param name="Kind">How the version is found.</param>
/// <param name="Version">Of <see cref="CallBindingKind.Version"/>.</param>
public readonly record struct CallBinding(CallBindingKind Kind, int Version = 0)
{
    /// <summary>Null when the text is none of them. Without the attribute it is the latest, as for every other tool.</summary>
    public static CallBinding? TryParse(string? text) => text?.Trim() switch
    {
        null or "latest" => new(CallBindingKind.Latest),
        "deployment" => new(CallBindingKind.Deployment),
        var number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 ? new(CallBindingKind.Version, version) : null,
    };
}

public enum CallBindingKind
{
    /// <summary>The latest when the case begins. The case keeps it.</summary>
    Latest,

    /// <summary>The one that was the latest when the calling definition was published.</summary>
    Deployment,

    /// <summary>This very version.</summary>
    Version,
}
