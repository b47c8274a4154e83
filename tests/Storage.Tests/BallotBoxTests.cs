using System.Globalization;
using System.Text;
using LmsWorkflow.Domain;
using LmsWorkflow.TestSupport;

namespace LmsWorkflow.Storage.Tests;

/// <summary>R122: what a participant answered cannot be tied to the code it was answered with, by nobody who may read every row.</summary>
public sealed class BallotBoxTests(PgCluster cluster)
{
    static readonly string[] Codes = [.. Enumerable.Range(1, 12).Select(Code)];

    static string Code(int number) => number.ToString("x64", CultureInfo.InvariantCulture);

    static AnswerSlip Slip(int useful, string text = "mer tid") => new([new("v1", useful, null, null), new("v11", null, "ja", null), new("v5", null, null, Given.Sealed(text, "D22.svar"))]);

    static Task<BallotResult> Drop(ICaseStore store, int code, AnswerSlip slip) => store.Ballots.Drop(Given.Case, Codes, Code(code), slip, default);

    [Theory, OnBothDatabases]
    public async Task A_slip_lies_in_the_box_and_its_code_is_used(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();

        (await Drop(store, 3, Slip(9))).Should().Be(BallotResult.Dropped);

        (await Drop(store, 3, Slip(1))).Should().Be(BallotResult.CodeNotValid, "a code is used once");
        (await store.Ballots.Drop(Given.Case, Codes, Code(99), Slip(1), default)).Should().Be(BallotResult.CodeNotValid, "a code must be issued");
        (await store.Ballots.Count(Given.Case, default)).Should().Be(1);
        var kept = (await store.Ballots.Seal(Given.Case, default)).Should().ContainSingle().Subject;
        kept.Answers.Should().Equal(Slip(9).Answers, (left, right) => left.Question == right.Question && left.Number == right.Number && left.Choice == right.Choice && left.Text?.Value == right.Text?.Value);
        SealedText.Commit("D22.svar", "mer tid", kept.To("v5")!.Text!.Salt!).Should().Be(kept.To("v5")!.Text!.Commitment, "the closing fact can seal it");
    }

    [Theory, OnBothDatabases]
    public async Task A_sealed_box_takes_nothing_more_also_when_emptied(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await Drop(store, 1, Slip(9));

        await store.Ballots.Seal(Given.Case, default);
        (await Drop(store, 2, Slip(8))).Should().Be(BallotResult.Sealed);
        (await store.Ballots.Seal(Given.Case, default)).Should().ContainSingle("sealing again answers the same");

        await store.Ballots.Empty(Given.Case, default);
        (await Drop(store, 3, Slip(7))).Should().Be(BallotResult.Sealed);
        (await database.Dump("ballot_slips")).Should().BeEmpty();
        (await database.Dump("ballot_codes")).Should().BeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Two_who_use_the_same_code_at_once_leave_one_slip(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Drop(store, 5, Slip(number))));

        results.Count(result => result == BallotResult.Dropped).Should().Be(1);
        (await store.Ballots.Count(Given.Case, default)).Should().Be(1);
    }

    [Theory, OnBothDatabases]
    public async Task Boxes_of_two_cases_are_apart(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await Drop(store, 1, Slip(9));

        (await store.Ballots.Count(new(Guid.NewGuid()), default)).Should().Be(0);
    }

    [Theory, OnBothDatabases]
    public async Task R122_No_row_holds_a_time_a_number_or_anything_in_common_between_slip_and_code(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        for (var code = 1; code <= 9; code++) await Drop(store, code, Slip(code));

        var slips = await database.Dump("ballot_slips");
        var codes = await database.Dump("ballot_codes");

        slips.Should().HaveCount(9).And.OnlyContain(row => row.Split('|').Length == 3, "case, random key, content");
        codes.Should().HaveCount(12).And.OnlyContain(row => row.EndsWith("|0") || row.EndsWith("|1"));
        foreach (var row in slips) Codes.Should().NotContain(code => Encoding.UTF8.GetString(Convert.FromHexString(row.Split('|')[2])).Contains(code));
        (await database.Query<long>("select count(*) from events")).Should().Equal([0], "no fact is stored for an answer");
    }

    [Theory, OnBothDatabases]
    public async Task R122_The_box_gives_no_order_of_arrival(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        for (var code = 1; code <= 12; code++) await Drop(store, code, Slip(code % 11, $"svar {code:00}"));

        var slips = await store.Ballots.Seal(Given.Case, default);

        slips.Select(slip => slip.To("v5")!.Text!.Value).Should().HaveCount(12).And.NotBeInAscendingOrder("keys are random: this fails once in 479 million");
    }

    [Fact]
    public async Task R122_In_PostgreSQL_no_hidden_column_tells_which_slip_came_with_which_code()
    {
        await using var database = await TestDatabase.New(Db.Postgres, cluster);
        var store = await database.Open();
        foreach (var code in new[] { 7, 2, 9, 4 }) await Drop(store, code, Slip(code));

        var writers = await database.Query<string>("select xmin::text from ballot_slips union select xmin::text from ballot_codes");
        var order = await database.Query<string>("select code_hash from ballot_codes order by ctid");

        writers.Should().ContainSingle("all rows name the same last transaction");
        order.Should().Equal(Codes, "codes lie in the order of their value, used or not");
    }
}
