using LmsWorkflow.TestSupport;

namespace LmsWorkflow.Storage.Tests;

public sealed class DueTimerTests(PgCluster cluster)
{
    static readonly DateTimeOffset Noon = ListSamples.Monday.AddHours(4);

    [Theory, OnBothDatabases]
    public async Task Only_timers_whose_time_has_come_are_claimed_soonest_first(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await Set(store, ("day-3", Noon.AddMinutes(-1)), ("day-7", Noon.AddTicks(1)), ("day-1", Noon.AddDays(-2)), ("now", Noon));

        (await store.ClaimDue(Noon, 100, default)).Should().Equal(
            new DueTimerRow(Given.Case, "day-1", Noon.AddDays(-2)), new(Given.Case, "day-3", Noon.AddMinutes(-1)), new(Given.Case, "now", Noon));
    }

    [Theory, OnBothDatabases]
    public async Task A_claimed_timer_is_left_alone_for_a_minute_and_then_tried_again(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await Set(store, ("day-3", Noon));

        (await store.ClaimDue(Noon, 10, default)).Should().HaveCount(1);
        (await store.ClaimDue(Noon.AddSeconds(59), 10, default)).Should().BeEmpty();
        (await store.ClaimDue(Noon.AddSeconds(60), 10, default)).Should().HaveCount(1, "whoever claimed it may have died");
    }

    [Theory, OnBothDatabases]
    public async Task A_timer_that_is_set_anew_is_free_again(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var before = await Set(store, ("day-3", Noon));
        await store.ClaimDue(Noon, 10, default);

        var after = before with { Timers = [new(Given.Case, "day-3", Noon.AddSeconds(1))] };
        await store.MustAppend(Given.To(Given.Stream, 1, Given.Role1) with { Lists = ListChanges.Of(Given.Stream, before, after) });

        (await store.ClaimDue(Noon.AddSeconds(1), 10, default)).Should().HaveCount(1);
    }

    [Theory, OnBothDatabases]
    public async Task Nodes_that_claim_at_once_never_get_the_same_timer(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await using var other = db == Db.Postgres ? await RecordStore.Open(database.ConnectionString) : null;
        await Set(store, [.. Enumerable.Range(0, 200).Select(n => ($"t{n:000}", Noon.AddSeconds(-n)))]);

        var claimed = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(() => (n % 2 == 0 ? store : other ?? store).ClaimDue(Noon, 7, default))));

        var timers = claimed.SelectMany(claim => claim).Select(timer => timer.Timer).ToList();
        timers.Should().OnlyHaveUniqueItems().And.HaveCount(200);
    }

    static async Task<ListRows> Set(ICaseStore store, params (string Timer, DateTimeOffset DueAt)[] timers)
    {
        var rows = ListRows.Empty with { Timers = [.. timers.Select(timer => new DueTimerRow(Given.Case, timer.Timer, timer.DueAt))] };
        await store.MustAppend(Given.To(Given.Stream, 0, Given.Role1) with { Lists = ListChanges.Of(Given.Stream, ListRows.Empty, rows) });
        return rows;
    }
}
