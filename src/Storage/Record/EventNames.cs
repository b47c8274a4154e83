using System.Collections.Frozen;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>
/// Every kind of fact and the name it is stored under. Names are for ever: a line may be added, never changed or removed. A fact whose shape must
/// change gets a new name (<c>.v2</c>) and a new record; the old line stays, pointing to the old record, so that old events are read as they were meant.
/// </summary>
public static class EventNames
{
    static readonly (Type Type, string Name)[] Facts =
    [
        // directory
        (typeof(UnitRegistered), "unit-registered.v1"),
        (typeof(PersonRegistered), "person-registered.v1"),
        (typeof(RoleGranted), "role-granted.v1"),
        (typeof(RoleRevoked), "role-revoked.v1"),

        // companion streams
        (typeof(PackageOpened), "package-opened.v1"),
        (typeof(AttemptRefused), "attempt-refused.v1"),
    ];

    /// <summary>Kinds of value that are one of several, and the name each is told by inside an event; as much for ever as the names of facts.</summary>
    internal static readonly FrozenDictionary<Type, (Type Type, string Name)[]> Variants = new Dictionary<Type, (Type, string)[]>
    {
    }.ToFrozenDictionary();

    static readonly FrozenDictionary<Type, string> Names = Facts.ToFrozenDictionary(f => f.Type, f => f.Name);
    static readonly FrozenDictionary<string, Type> Types = Facts.ToFrozenDictionary(f => f.Name, f => f.Type);

    /// <summary>All stored names with the fact each is read as.</summary>
    public static IReadOnlyDictionary<string, Type> All => Types;

    internal static string NameOf(Type fact) =>
        Names.TryGetValue(fact, out var name) ? name : throw new InvalidOperationException($"{fact.Name} has no stored name: add it to EventNames.");

    internal static Type TypeOf(string name) =>
        Types.TryGetValue(name, out var type) ? type : throw new InvalidOperationException($"The record holds '{name}', which this version does not know: it was written by a newer one.");
}
