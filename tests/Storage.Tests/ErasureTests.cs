using System.Collections.Immutable;
using System.Text;
using Dapper;
using LmsWorkflow.Domain;
using LmsWorkflow.TestSupport;
using Npgsql;

namespace LmsWorkflow.Storage.Tests;

/// <summary>A text that is erased is gone, from the tables and from the bytes of the database's own files, and all that is left says why.</summary>
public sealed class ErasureTests(PgCluster cluster)
{
    const string Short = "merkeordet-kvitrebekk-41", Long = "merkeordet-gauksteinen-97";

    static readonly NoteSigner Signer = NoteSigner.New("lms.example/record");
    static readonly PersonId Proposer = new(Guid.NewGuid()), Confirmer = new(Guid.NewGuid());
    static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Theory, OnBothDatabases]
    public async Task An_erased_text_is_gone_and_its_place_says_when_and_why(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var (kept, gone) = (Given.Person("Kari Nordmann"), Given.Person(Short));
        await store.MustAppend(Given.To(Given.Stream, 0, kept, gone));

        await Erase(store, Given.Stream, gone.Name);

        foreach (var read in new[] { await store.Read(Given.Stream, 0, default), await store.ReadAll(0, 10, default), [.. (await store.ReadBack(Given.Stream, 10, 10, default)).Select(told => told.Recorded)] })
        {
            var names = read.Where(one => one.Stream == Given.Stream).OrderBy(one => one.Version).Select(one => ((PersonRegistered)one.Fact).Name).ToList();
            names.Should().Equal(kept.Name, gone.Name);
            names[0].Should().Match<SealedText>(name => name.Value == "Kari Nordmann" && name.Erased == null);
            names[1].Should().Match<SealedText>(name => name.Value == null && name.Salt == null && name.Erased!.Ground == ErasureGround.RightToErasure && name.Erased.At == Now);
            names[1].Erased!.Sentence.Nb.Should().Be("Slettet den 2. mars 2026 med hjemmel: retten til retting og sletting (personvernforordningen art. 16 og 17)");
        }

        (await database.Query<long>("select count(*) from texts where value = @value", new { value = Encoding.UTF8.GetBytes(Short) })).Should().Equal(0);
    }

    [Theory, OnBothDatabases]
    public async Task Every_place_is_found_however_many_texts_are_asked_for(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        ImmutableArray<PersonRegistered> people = [.. Enumerable.Range(0, 4_100).Select(number => Given.Person($"Navn {number}"))];
        await store.MustAppend(Given.To(Given.Stream, 0, [.. people]));
        ImmutableArray<string> texts = [.. people.Select(person => person.Name.Commitment)];

        var places = await store.TextPlaces([.. texts, new string('0', 64)], default);

        places.Select(place => place.Text).Order(StringComparer.Ordinal).Should().Equal(texts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_reads_the_whole_record_may_take_longer_than_other_questions()
    {
        await using var database = await TestDatabase.New(Db.Postgres, cluster);
        await using var store = await RecordStore.Open(database.ConnectionString + ";Command Timeout=2");
        var person = Given.Person("Kari Nordmann");
        await store.MustAppend(Given.To(Given.Stream, 0, person));
        await using var held = await database.Connect();
        await using var transaction = await held.BeginTransactionAsync();
        await held.ExecuteAsync("lock table events, texts in access exclusive mode", transaction: transaction);

        var (naming, places) = (store.StreamsNaming(person.Person, default), store.TextPlaces([person.Name.Commitment], default));
        await store.Invoking(one => one.LastPosition(default)).Should().ThrowAsync<NpgsqlException>("it has waited as long as it may, and began last");
        await transaction.RollbackAsync();

        (await naming).Should().Equal(Given.Stream);
        (await places).Should().ContainSingle();
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_of_an_erased_text_is_left_in_the_files_of_the_database(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var (one, other) = (Given.Person(Short), Given.Person(Long + string.Concat(Enumerable.Range(0, 300).Select(_ => Guid.NewGuid().ToString("n")))));
        // among others before and after, so that pages are split and texts moved between them
        await store.MustAppend(Given.To(Given.Stream, 0, [.. Others(), one, other, .. Others()]));
        if (db == Db.Postgres) await database.Execute("analyze;");
        await store.MustAppend(Given.To(Given.Stream, StreamAppend.Any, [.. Others()]));
        (await FilesWith(database, db, Short)).Should().NotBeEmpty("the search must be one that finds");
        (await FilesWith(database, db, Long)).Should().NotBeEmpty();

        await Erase(store, Given.Stream, one.Name, other.Name);
        (await store.Scrub(default)).Should().BeTrue();

        (await FilesWith(database, db, Short)).Should().BeEmpty();
        (await FilesWith(database, db, Long)).Should().BeEmpty();
        await store.DisposeAsync();
        (await FilesWith(database, db, Short)).Should().BeEmpty("closing writes nothing back");
    }

    /// <summary>SQLite waits for its readers.</summary>
    [Fact]
    public async Task A_reader_who_still_sees_how_it_was_is_not_taken_for_a_clean_table()
    {
        await using var database = await TestDatabase.New(Db.Postgres, cluster);
        var store = await database.Open();
        var gone = Given.Person(Short);
        await store.MustAppend(Given.To(Given.Stream, 0, gone));
        await using (var reader = await database.Connect())
        {
            await using var looking = await reader.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
            await using var command = reader.CreateCommand();
            (command.CommandText, command.Transaction) = ("select count(*) from texts", looking);
            await command.ExecuteScalarAsync();
            await Erase(store, Given.Stream, gone.Name);
            (await store.Scrub(default)).Should().BeFalse();
        }

        (await store.Scrub(default)).Should().BeTrue();
        (await FilesWith(database, Db.Postgres, Short)).Should().BeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_late_write_that_still_carries_the_text_does_not_put_it_back(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var gone = Given.Person(Short);
        await store.MustAppend(Given.To(Given.Stream, 0, gone));
        await Erase(store, Given.Stream, gone.Name);

        await store.MustAppend(Given.To(Given.Stream, 1, gone));

        (await database.Dump("texts")).Should().NotContain(row => row.Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Short))));
        (await Faults(store)).Should().BeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_a_request_was_recognised_by_goes_with_the_text(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var gone = Given.Person(Short);
        await store.MustAppend(Given.To(Given.Stream, 0, gone) with { Idempotency = new("k1", "p", "hash", $$"""{"id":"{{Given.Case}}"}""") });
        await store.MustAppend(Given.To(StreamId.Directory, 0, Given.Role1) with { Idempotency = new("k2", "p", "hash", """{"id":"another"}""") });

        await Erase(store, Given.Stream, gone.Name);

        (await database.Query<string>("select key from idempotency")).Should().Equal("k2");
    }

    [Theory, OnBothDatabases]
    public async Task A_record_with_erased_texts_is_found_whole(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var gone = Given.Person(Short);
        await store.MustAppend(Given.To(Given.Stream, 0, Given.Person("Kari"), gone));
        await Erase(store, Given.Stream, gone.Name);
        await store.Log.Make("lms.example/record", text => new(text, [Signer.Sign(text)]), Now, default);

        (await Faults(store)).Should().BeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_text_taken_away_without_a_decision_is_found_at_its_place(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await store.MustAppend(Given.To(Given.Stream, 0, Given.Person("Kari"), Given.Person(Short)));
        await database.Execute("delete from texts where value = @value", new { value = Encoding.UTF8.GetBytes(Short) });

        (await Faults(store)).Should().ContainSingle().Which.Should().Match<LogFault>(fault => fault.Kind == LogFaultKind.TextMissing && fault.Position == 2 && fault.Place.StartsWith(Given.Stream.Value));
        (await store.Read(Given.Stream, 0, default)).Select(one => ((PersonRegistered)one.Fact).Name.Erased).Should().OnlyContain(mark => mark == null, "no page says that it was decided");
    }

    [Theory, OnBothDatabases]
    public async Task A_text_told_to_be_erased_that_is_still_there_is_found(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var gone = Given.Person(Short);
        await store.MustAppend(Given.To(Given.Stream, 0, gone));
        var rows = await database.Query<(long StreamNo, byte[] Commitment, string Field, byte[] Salt, byte[] Value)>("select stream_no, commitment, field, salt, value from texts");
        await Erase(store, Given.Stream, gone.Name);
        await database.Execute(
            "insert into texts (stream_no, commitment, field, salt, value) values (@StreamNo, @Commitment, @Field, @Salt, @Value)", new { rows[0].StreamNo, rows[0].Commitment, rows[0].Field, rows[0].Salt, rows[0].Value });

        (await Faults(store)).Should().ContainSingle().Which.Should().Match<LogFault>(fault => fault.Kind == LogFaultKind.TextNotErased && fault.Place == $"{Given.Stream.Value} {gone.Name.Commitment}");
    }

    public static TheoryData<string, Db> Forgeries => [.. from forgery in new[] { "nobody", "same", "unconfirmed", "other-text", "other-person", "other-ground" } from db in Enum.GetValues<Db>() select (forgery, db)];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task An_erasure_that_two_persons_did_not_decide_for_just_that_text_is_found(string forgery, Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var (gone, other) = (Given.Person(Short), Given.Person("en annen"));
        await store.MustAppend(Given.To(Given.Stream, 0, gone, other));
        var place = new TextPlace(Given.Stream.Value, (forgery == "other-text" ? other : gone).Name.Commitment, "name");
        var (confirmer, told) = (forgery == "same" ? Proposer : Confirmer, new TextsErased(1, forgery == "other-ground" ? ErasureGround.Misregistered : ErasureGround.RightToErasure, [gone.Name.Commitment], Proposer));
        if (forgery != "nobody") await store.MustAppend(Append.To(StreamId.Erasures, 0, By(Proposer), new ErasureProposed(1, null, [place], ErasureGround.RightToErasure, Given.Sealed("derfor"))));
        if (forgery is not ("nobody" or "unconfirmed")) await store.MustAppend(Append.To(StreamId.Erasures, 1, By(confirmer), new ErasureConfirmed(1)));
        await store.MustAppend(Append.To(StreamId.ErasedOf(Given.Stream), 0, By(forgery == "other-person" ? Proposer : confirmer), told) with { Erase = [new(Given.Stream.Value, gone.Name.Commitment, "name")] });

        (await Faults(store)).Should().ContainSingle().Which.Should().Match<LogFault>(fault => fault.Kind == LogFaultKind.ErasureUndecided && fault.Place == Given.Stream.Value);
    }

    static IEnumerable<Fact> Others() => Enumerable.Range(0, 60).Select(number => Given.Person($"En person nummer {number} {new string('y', 40 * (number % 9))}"));

    static Stamp By(PersonId person) => new(Now, person, Role.Administrator, "demo");

    static async Task Erase(ICaseStore store, StreamId stream, params SealedText[] texts)
    {
        ImmutableArray<TextPlace> places = [.. texts.Select(text => new TextPlace(stream.Value, text.Commitment, "name"))];
        await store.MustAppend(Append.To(StreamId.Erasures, 0, By(Proposer), new ErasureProposed(1, null, places, ErasureGround.RightToErasure, Given.Sealed("derfor"))));
        await store.MustAppend(new Append(
            By(Confirmer), [new(StreamId.Erasures, 1, [new ErasureConfirmed(1)]), new(StreamId.ErasedOf(stream), 0, [new TextsErased(1, ErasureGround.RightToErasure, [.. texts.Select(text => text.Commitment)], Proposer)])], ListChanges.None, null)
        { Erase = places });
    }

    static async Task<ImmutableArray<LogFault>> Faults(ICaseStore store) => (await store.Log.Check([Signer.Public], _ => { }, default)).Faults;

    /// <summary>Every file of the database whose raw bytes hold the word. PostgreSQL's log of changes is the whole server's and the operator's.</summary>
    static async Task<IReadOnlyList<string>> FilesWith(TestDatabase database, Db db, string word)
    {
        string folder;
        if (db == Db.Sqlite) folder = Path.GetDirectoryName(database.ConnectionString["Data Source=".Length..])!;
        else
        {
            await database.Execute("checkpoint;");
            folder = (await database.Query<string>("select current_setting('data_directory') || '/base/' || oid from pg_database where datname = current_database()"))[0];
        }

        var bytes = Encoding.UTF8.GetBytes(word);
        return [.. Directory.GetFiles(folder).Where(file => Bytes(file).AsSpan().IndexOf(bytes) >= 0).Select(Path.GetFileName)!];
    }

    static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
