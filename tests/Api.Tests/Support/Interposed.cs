using System.Reflection;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api.Tests;

/// <summary>A store where something happens just before each append.</summary>
public class Interposed : DispatchProxy
{
    ICaseStore store = null!;
    Func<Append, Task> before = null!;
    Action<AppendResult> after = null!;

    public static ICaseStore Before(ICaseStore store, Func<Append, Task> before, Action<AppendResult> after)
    {
        var proxy = Create<ICaseStore, Interposed>();
        var mine = (Interposed)(object)proxy;
        (mine.store, mine.before, mine.after) = (store, before, after);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name == nameof(ICaseStore.Append) && args is [Append append, CancellationToken ct] ? Appended(append, ct) : targetMethod.Invoke(store, args);

    async Task<AppendResult> Appended(Append append, CancellationToken ct)
    {
        await before(append);
        var result = await store.Append(append, ct);
        after(result);
        return result;
    }
}
