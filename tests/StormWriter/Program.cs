using System.Collections.Concurrent;
using System.Globalization;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.TestSupport;

// Eight writers append to a few cases as fast as they can, and print each command's id once it is acknowledged, until somebody kills the process.
// Usage: StormWriter CONNECTION-STRING
const int writers = 8, cases = 6;
await using var store = await RecordStore.Open(args[0]);
var versions = new ConcurrentDictionary<CaseId, long>();
using var output = Console.OpenStandardOutput();
using var end = new CancellationTokenSource(TimeSpan.FromSeconds(20)); // should whoever started it be gone
await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => Write(new Random(writer)))));

async Task Write(Random chance)
{
    while (!end.IsCancellationRequested)
    {
        var id = new CaseId(new Guid(chance.Next(cases) + 1, 0, 0, new byte[8]));
        var command = Guid.NewGuid();
        var version = versions.GetValueOrDefault(id);
        switch (await store.Append(Command(id, version, command), CancellationToken.None))
        {
            case AppendResult.Appended:
                versions.AddOrUpdate(id, version + 3, (_, known) => Math.Max(known, version + 3));
                Acknowledge(command);
                break;
            case AppendResult.Conflict conflict:
                versions.AddOrUpdate(id, conflict.ActualVersion, (_, known) => Math.Max(known, conflict.ActualVersion));
                break;
        }
    }
}

static Append Command(CaseId id, long version, Guid command)
{
    var stream = StreamId.Case(id);
    var person = new PersonId(command);
    var name = SealedText.Seal("name", "Kari " + command, command.ToString("n"));
    return new(
        new Stamp(DateTimeOffset.UtcNow, person, Role.Koordinator, "storm"),
        [
            new(stream, version, [new PersonRegistered(person, name, Language.Nb, []), new RoleGranted(person, Role.Fagperson, null), new RoleRevoked(person, Role.Fagperson, null)]),
            new(StreamId.Attempts(id), StreamAppend.Any, [new AttemptRefused("Storm", [person.ToString()])]),
        ],
        ListChanges.Of(stream, ListSamples.Of(id, version), ListSamples.Of(id, version + 3)),
        new(command.ToString("n"), "storm", "hash", (version + 3).ToString(CultureInfo.InvariantCulture)));
}

void Acknowledge(Guid command)
{
    var line = System.Text.Encoding.ASCII.GetBytes(command.ToString("n") + "\n");
    lock (output) output.Write(line); // one write: a line is whole or not there
}
