using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>Definitions are looked through from memory, and are never older than what this node has done or been told of.</summary>
public sealed class DefinitionFilesTests(Hosts hosts)
{
    const string Key = Definitions.StandardMetode;

    static readonly Stamp Stamp = new(new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero), null, Role.System, "test");

    [Fact]
    public async Task Looking_through_all_asks_the_store_nothing_until_a_commit_is_told_of()
    {
        var (store, files) = await Started();
        var version = Of(await files.All(CancellationToken.None)).Version;
        var stored = await Append(store, version);

        Of(await files.All(CancellationToken.None)).Version.Should().Be(version, "nobody has told of it yet");
        files.Heard(new(StreamId.Definition(Key), stored, 1, []));
        Of(await files.All(CancellationToken.None)).Version.Should().Be(stored);
    }

    [Fact]
    public async Task What_a_command_loads_is_as_stored_and_is_seen_among_all_at_once()
    {
        var (store, files) = await Started();
        var stored = await Append(store, Of(await files.All(CancellationToken.None)).Version);

        (await files.Load(Key, CancellationToken.None)).Version.Should().Be(stored);
        Of(await files.All(CancellationToken.None)).Version.Should().Be(stored);
    }

    [Fact]
    public async Task A_late_notice_or_an_older_copy_changes_nothing()
    {
        var (store, files) = await Started();
        var old = Of(await files.All(CancellationToken.None));
        var stored = await Append(store, old.Version);
        await files.Load(Key, CancellationToken.None);

        files.Keep(old);
        files.Heard(new(StreamId.Definition(Key), old.Version, 1, []));
        Of(await files.All(CancellationToken.None)).Version.Should().Be(stored);
    }

    static DefinitionFile Of(IEnumerable<DefinitionFile> all) => all.Single(file => file.Key == Key);

    async Task<(ICaseStore Store, DefinitionFiles Files)> Started()
    {
        var store = (await hosts.Fresh("sqlite")).Services.GetRequiredService<ICaseStore>();
        return (store, new DefinitionFiles(store));
    }

    static async Task<long> Append(ICaseStore store, long version)
    {
        var fact = new CaseMoveBegun(1, 2, new string('0', 64));
        (await store.Append(Storage.Append.To(StreamId.Definition(Key), version, Stamp, fact), CancellationToken.None)).Should().BeOfType<AppendResult.Appended>();
        return version + 1;
    }
}
