using System.Collections.Immutable;
using System.Reflection;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage.Tests;

/// <summary>Makes a value of any type that occurs in facts, with everything in it filled, so that what cannot be stored shows.</summary>
sealed class FactMaker(Type? variant = null)
{
    /// <summary>Of records that may hold themselves (rows in a field): how many are made inside each other.</summary>
    const int Deepest = 2;

    readonly List<Type> making = [];
    int made;

    public Fact Fact(Type type) => (Fact)Make(type);

    object Make(Type type)
    {
        made++;
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Make(underlying);
        if (type == typeof(string)) return "kode" + made;
        if (type == typeof(int)) return made;
        if (type == typeof(long)) return (long)made;
        if (type == typeof(decimal)) return made + 0.25m;
        if (type == typeof(bool)) return true;
        if (type == typeof(Guid)) return new Guid(made, 1, 2, new byte[8]);
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero).AddTicks(made);
        if (type == typeof(DateOnly)) return new DateOnly(2026, 3, 2).AddDays(made);
        if (type == typeof(TimeOnly)) return new TimeOnly(9, 0).AddMinutes(made);
        if (type == typeof(TimeSpan)) return TimeSpan.FromMinutes(made);
        if (type == typeof(SealedText)) return SealedText.Seal("felt", "tekst " + made, made.ToString("x32", null));
        if (type.IsEnum) return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return Array(type.GetGenericArguments()[0]);
        if (type.IsAbstract) return Make(variant is not null && variant.IsAssignableTo(type) ? variant : EventNames.Variants[type][0].Type);
        return Record(type);
    }

    object Array(Type element)
    {
        var items = System.Array.CreateInstance(element, making.Count(type => type == element) < Deepest ? 2 : 0);
        for (var i = 0; i < items.Length; i++) items.SetValue(Make(element), i);
        return typeof(ImmutableArray).GetMethods().Single(m => m.Name == "Create" && m.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(element).Invoke(null, [items])!;
    }

    object Record(Type type)
    {
        making.Add(type);
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var value = constructor.Invoke([.. constructor.GetParameters().Select(p => Make(p.ParameterType))]);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is { IsPublic: true }))
            if (constructor.GetParameters().All(p => p.Name != property.Name)) property.SetValue(value, Make(property.PropertyType));
        making.RemoveAt(making.Count - 1);
        return value;
    }
}
