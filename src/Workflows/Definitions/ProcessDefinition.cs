using System.Collections.Frozen;
using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>A process that has been read from a file and can be executed. Immutable; one may drive any number of cases at once.</summary>
public sealed class ProcessDefinition
{
    readonly FrozenDictionary<string, ProcessElement> byId;

    internal ProcessDefinition(string id, Words name, int version, string contentHash, ProcessElement start, IEnumerable<ProcessElement> elements)
    {
        Id = id;
        Name = name;
        Version = version;
        ContentHash = contentHash;
        Start = start;
        Elements = [.. elements];
        Handlers = [.. Elements.Where(element => element is { Kind: ElementKind.EventSubProcess, Parent: null })];
        byId = Elements.ToFrozenDictionary(element => element.Id);
    }

    /// <summary>Id of the process in the file, and the name the definition goes by.</summary>
    public string Id { get; }

    public Words Name { get; }

    /// <summary>Number the catalogue of definitions gave this content.</summary>
    public int Version { get; }

    /// <summary>Lower-case hex SHA-256 of the file.</summary>
    public string ContentHash { get; }

    /// <summary>The way through the phases it is drawn for; a case on another way cannot be opened with it.</summary>
    public CaseFlow Flow { get; init; }

    public ProcessElement Start { get; }

    /// <summary>The event sub-processes of the process itself.</summary>
    public ImmutableArray<ProcessElement> Handlers { get; }

    /// <summary>All flow nodes, sub-processes' too, in the order of the file.</summary>
    public ImmutableArray<ProcessElement> Elements { get; }

    /// <summary>The versions of the processes it calls, when it has been bound to them (<see cref="DefinitionBinder"/>).</summary>
    public ImmutableArray<CalledDefinition> Calls { get; internal init; } = [];

    /// <summary>
    /// It speaks of no phase, gate, side, action or document: other definitions may call it, and it drives no case alone. The proof does not look into calls, and need not
    /// where only these are called.
    /// </summary>
    public bool IsPart => Elements.All(element => element.Lms.IsOfParts);

    /// <summary>The element with this id, or null. One of a called process is named after the call: <c>kurs/mote</c>.</summary>
    public ProcessElement? this[string elementId] => byId.GetValueOrDefault(elementId);
}
