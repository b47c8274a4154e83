using System.Diagnostics;
using LmsWorkflow.Domain;
using LmsWorkflow.TestSupport;

namespace LmsWorkflow.Storage.Tests;

/// <summary>
/// Eight writers in a process of their own (tests/StormWriter), killed with SIGKILL at a random moment, twenty times on each database. Afterwards
/// every acknowledged command is there exactly once, none is there in part, and the store opens as after any other end.
/// </summary>
public sealed class KillTests
{
    const int Rounds = 20;

    [Fact]
    public async Task Killed_in_a_storm_SQLite_has_every_acknowledged_command_once_and_none_by_halves()
    {
        var folder = Directory.CreateTempSubdirectory("lms-kill-").FullName;
        var connectionString = $"Data Source={Path.Combine(folder, "record.db")}";
        var storm = new Storm(connectionString);

        for (var round = 0; round < Rounds; round++)
        {
            await storm.RunAndKill(round, killServer: null);
            await storm.Check();
        }

        storm.Acknowledged.Count.Should().BeGreaterThan(Rounds, "a storm that writes nothing proves nothing");
        Directory.Delete(folder, true);
    }

    [Fact]
    public async Task Killed_in_a_storm_PostgreSQL_has_every_acknowledged_command_once_and_none_by_halves()
    {
        PgCluster.Require();
        await using var server = await PgServer.New(durable: true);
        await server.CreateDatabase("storm");
        var storm = new Storm(server.ConnectionString("storm"));

        for (var round = 0; round < Rounds; round++)
        {
            // in every fourth round the server is killed under the writers
            await storm.RunAndKill(round, round % 4 == 3 ? () => server.Kill(round % 8 == 3 ? 9 : 3) : null);
            if (round % 4 == 3) await server.Start();
            await storm.Check();
        }

        storm.Acknowledged.Count.Should().BeGreaterThan(Rounds, "a storm that writes nothing proves nothing");
    }

    sealed class Storm(string connectionString)
    {
        readonly Random chance = new();
        DateTimeOffset longAfter = ListSamples.Monday.AddYears(50); // each check claims all timers, an hour after the one before

        public HashSet<string> Acknowledged { get; } = [];

        /// <summary>Some rounds kill while the store is still being opened (the first while its schema is made), most in the middle of writing.</summary>
        public async Task RunAndKill(int round, Func<Task>? killServer)
        {
            using var writer = Process.Start(new ProcessStartInfo(StormWriter, [connectionString]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var first = new TaskCompletionSource();
            var reading = Task.Run(() => ReadAcknowledged(writer, first));
            var errors = writer.StandardError.ReadToEndAsync();
            if (round % 5 == 0) await Task.Delay(chance.Next(300));
            else await Task.WhenAny(first.Task, writer.WaitForExitAsync());
            await Task.Delay(chance.Next(20, 150));
            if (killServer is not null) await killServer();
            else writer.HasExited.Should().BeFalse(writer.HasExited ? await errors : "");
            writer.Kill();
            await writer.WaitForExitAsync();
            await reading;
        }

        /// <summary>What is in the pipe when the writer dies was acknowledged; a line without its end was not.</summary>
        void ReadAcknowledged(Process writer, TaskCompletionSource first)
        {
            var text = writer.StandardOutput;
            while (text.ReadLine() is { } line)
            {
                if (line.Length != 32) continue;
                lock (Acknowledged) Acknowledged.Add(line);
                first.TrySetResult();
            }
        }

        public async Task Check()
        {
            await using var store = await RecordStore.Open(connectionString);
            var all = await store.ReadAll(0, int.MaxValue, default);
            all.Select(fact => fact.Position).Should().Equal(Enumerable.Range(1, all.Count).Select(n => (long)n), "positions are dense");
            var cases = all.Where(fact => fact.Stream.AsCase is not null).GroupBy(fact => fact.Stream).ToList();
            foreach (var stream in cases) CheckStream([.. stream]);
            var commands = all.Select(fact => fact.Fact).OfType<PersonRegistered>().Select(fact => fact.Person.ToString()).ToList();
            commands.Should().OnlyHaveUniqueItems("a command is stored once");
            Acknowledged.Except(commands).Should().BeEmpty("what was acknowledged is stored");
            CheckAttempts(all, commands);
            await CheckKeys(commands);
            await CheckLists(store, cases.ToDictionary(stream => stream.Key.AsCase!.Value, stream => stream.Max(fact => fact.Version)));
        }

        static void CheckStream(RecordedFact[] facts)
        {
            facts.Select(fact => fact.Version).Should().Equal(Enumerable.Range(1, facts.Length).Select(n => (long)n));
            foreach (var command in facts.Chunk(3))
            {
                command.Select(fact => fact.Fact.GetType()).Should().Equal(typeof(PersonRegistered), typeof(RoleGranted), typeof(RoleRevoked));
                var registered = (PersonRegistered)command[0].Fact;
                command.Should().OnlyContain(fact => fact.Stamp.Person == registered.Person, "the facts of a command are stored together");
                registered.Name.Value.Should().StartWith("Kari ", "texts are stored with their facts");
            }
        }

        static void CheckAttempts(IReadOnlyList<RecordedFact> all, List<string> commands) =>
            all.Select(fact => fact.Fact).OfType<AttemptRefused>().Select(fact => fact.Reasons[0]).Order().Should().Equal(commands.Order(), "companions are stored with their command");

        async Task CheckKeys(List<string> commands)
        {
            await using var connection = RecordStore.IsPostgres(connectionString)
                ? (System.Data.Common.DbConnection)new Npgsql.NpgsqlConnection(connectionString + ";Pooling=false")
                : new Microsoft.Data.Sqlite.SqliteConnection(connectionString + ";Pooling=false");
            await connection.OpenAsync();
            (await connection.Rows("select key from idempotency", null, row => row.GetString(0), default)).Order().Should().Equal(commands.Order(), "keys are remembered with their command");
            if (connection is Microsoft.Data.Sqlite.SqliteConnection)
                (await connection.Rows("pragma integrity_check", null, row => row.GetString(0), default)).Should().Equal("ok");
        }

        /// <summary>The lists say what the streams say, and the store that was opened can go on.</summary>
        async Task CheckLists(ICaseStore store, Dictionary<CaseId, long> versions)
        {
            (await store.Cases(new(), default)).Cases.ToDictionary(row => row.Id, row => row.Version).Should().BeEquivalentTo(versions);
            var rows = versions.Select(version => ListSamples.Of(version.Key, version.Value)).ToList();
            foreach (var person in ListSamples.People.Take(5))
                Keys(await store.Inbox(person, default)).Should().BeEquivalentTo(Keys(rows.SelectMany(row => row.Inbox).Where(row => row.Person == person)));
            (await store.Stuck(null, default)).Select(row => (row.Case, row.Item)).Should().BeEquivalentTo(rows.SelectMany(row => row.Stuck).Select(row => (row.Case, row.Item)));
            (await store.ClaimDue(longAfter = longAfter.AddHours(1), 1000, default)).Should().BeEquivalentTo(rows.SelectMany(row => row.Timers));
            foreach (var (id, version) in versions)
                (await store.Append(Given.To(StreamId.Case(id), version + 1, Given.Role1), default)).Should().Be(new AppendResult.Conflict(StreamId.Case(id), version));
        }

        static IEnumerable<(CaseId, int, PersonId, DateTimeOffset?)> Keys(IEnumerable<InboxRow> rows) => rows.Select(row => (row.Case, row.Item, row.Person, row.Due));

        static string StormWriter { get; } = Path.Combine(
            AppContext.BaseDirectory.Replace("Storage.Tests", "StormWriter", StringComparison.Ordinal), "LmsWorkflow.StormWriter");
    }
}
