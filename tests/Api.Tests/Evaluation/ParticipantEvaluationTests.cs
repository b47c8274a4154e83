using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>The participant evaluation over HTTP: codes drawn once, answers from people who are not signed in, closing, and the result (R122, R125, R130).</summary>
public sealed class ParticipantEvaluationTests : IAsyncLifetime
{
    static readonly PersonId Koord = new(Guid.NewGuid()), Fag = new(Guid.NewGuid());
    static readonly UnitId Lms = new(Guid.NewGuid());
    static readonly CaseId Case = new(Guid.NewGuid());

    ScenarioHost host = null!;
    HttpClient koord = null!, anyone = null!;

    public async ValueTask InitializeAsync()
    {
        host = await ScenarioHost.Start("sqlite", default);
        await Store(StreamId.Directory, host.Services.GetRequiredService<People>().Directory.Version,
            new UnitRegistered(Lms, "LMS", true), new PersonRegistered(Koord, Sealed("Koord"), Language.Nb, []), new PersonRegistered(Fag, Sealed("Fag"), Language.Nb, []),
            new RoleGranted(Koord, Role.Koordinator, Lms));
        await host.Services.GetRequiredService<People>().Refresh(default);
        await Store(StreamId.Case(Case), 0, CourseHasStarted);
        (koord, anyone) = (host.Client(Koord.ToString()), host.Client(null));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task R122_Codes_are_shown_once_and_the_record_keeps_only_hashes()
    {
        var codes = await Codes(3);

        codes.Should().HaveCount(3).And.OnlyHaveUniqueItems().And.OnlyContain(code => code.Length == 12);
        var stored = (await Facts()).OfType<AnswerCodesIssued>().Should().ContainSingle().Subject;
        stored.CodeHashes.Should().BeEquivalentTo(codes.Select(Answering.Hash));
        (await Answer(codes[0].ToUpperInvariant().Insert(4, "-").Insert(9, " "), 9)).StatusCode.Should().Be(HttpStatusCode.NoContent, "codes are typed by people");
    }

    [Fact]
    public async Task R122_Answering_needs_no_sign_in_and_leaves_no_fact()
    {
        var codes = await Codes(2);
        var before = (await Facts()).Count;

        (await Answer(codes[0], 9)).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await Facts()).Should().HaveCount(before);
        (await Code(await Answer(codes[0], 1))).Should().Be("UnknownAnswerCode", "a code is used once");
        (await Code(await Answer("abcd-efgh-jkmn", 1))).Should().Be("UnknownAnswerCode");
        (await Code(await Answer(codes[1], 11))).Should().Be("AnswerDoesNotFit");
        (await Answer(codes[1], 10)).StatusCode.Should().Be(HttpStatusCode.NoContent, "a refused answer does not use up the code");
    }

    [Fact]
    public async Task R130_Closing_counts_every_answer_and_releases_the_result()
    {
        int[] useful = [10, 9, 9, 8, 10, 9, 7, 8, 10, 9, 8];
        var codes = await Codes(11);
        foreach (var (code, value) in codes.Zip(useful)) await Answer(code, value);
        (await Evaluation())["result"].Should().BeNull("nobody sees anything before closing");

        var closed = await koord.PostAsJsonAsync($"/api/v1/cases/{Case}/evaluation/closings", new { });

        closed.StatusCode.Should().Be(HttpStatusCode.Created, await closed.Content.ReadAsStringAsync());
        var question = (await Evaluation())["result"]!["questions"]!.AsArray().Single(one => one!["question"]!["key"]!.GetValue<string>() == "v1")!;
        question["mean"]!.GetValue<decimal>().Should().Be(8.82m);
        question["median"]!.GetValue<decimal>().Should().Be(9m);
        (await Facts()).OfType<EvaluationClosed>().Should().ContainSingle().Which.Slips.Should().HaveCount(11);
        (await Code(await Answer(codes[0], 5))).Should().Be("FormIsNotOpen");
    }

    [Fact]
    public async Task Closing_again_with_the_same_key_answers_as_the_first_did()
    {
        var codes = await Codes(1);
        await Answer(codes[0], 9);

        var (first, again) = (await Close("k1"), await Close("k1"));

        first.StatusCode.Should().Be(HttpStatusCode.Created);
        again.StatusCode.Should().Be(HttpStatusCode.Created);
        (await again.Content.ReadAsStringAsync()).Should().Be(await first.Content.ReadAsStringAsync()).And.NotContain("v1", "answers are not in the answer to the one who closes");
        (await Facts()).OfType<EvaluationClosed>().Should().ContainSingle();
    }

    [Fact]
    public async Task Nobody_but_the_koordinator_closes_and_a_refusal_leaves_the_box_open()
    {
        var codes = await Codes(1);

        var refused = await host.Client(Fag.ToString()).PostAsJsonAsync($"/api/v1/cases/{Case}/evaluation/closings", new { });

        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await Answer(codes[0], 9)).StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_caller_cannot_bring_slips_of_their_own() =>
        (await koord.PostAsJsonAsync($"/api/v1/cases/{Case}/evaluation/closings", new { slips = Array.Empty<object>() })).StatusCode.Should().Be(HttpStatusCode.BadRequest);

    [Fact]
    public async Task The_questions_are_open_to_everybody_while_the_form_is_open_and_no_longer()
    {
        var form = await anyone.GetFromJsonAsync<JsonObject>($"/api/v1/answers/{Case}");

        form!["questions"]!.AsArray().Should().HaveCount(6);
        (await anyone.GetAsync($"/api/v1/answers/{Guid.NewGuid()}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        await Close("k2");
        (await anyone.GetAsync($"/api/v1/answers/{Case}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    static readonly CaseFact[] CourseHasStarted =
    [
        new NeedRegistered("2025-0001", Sealed("Kurs"), Lms, [Lms], Koord, new(Guid.NewGuid()), TilbudType.Diagnosespesifikt, [ParticipantKind.Pasient], [ReporterCategory.Fagperson],
            Sealed("voksne"), Sealed("behov"), true, CaseFlow.Ny),
        new MemberAppointed(Fag, Side.Fag, AssignmentType.Fagbidrag, null, new(2024, 1, 1), new(2030, 1, 1), null, null, false, null, null),
        new CourseAnnounced(new CoursePlan(1, [new(1, new(2025, 1, 1), 60, 1)], [Fag]), new(2024, 12, 1), 0, 10, false),
        new AttendanceRecorded(1, new(6, 0, 0, 0), []),
        new EvaluationFormChosen("deltaker6", ["v1", "v2", "v3", "v4", "v5", "v6"]),
        new EvaluationOpened(),
    ];

    static SealedText Sealed(string text) => SealedText.Seal("test", text, Guid.NewGuid().ToString("n"));

    async Task Store(StreamId stream, long version, params Fact[] facts) =>
        (await host.Services.GetRequiredService<ICaseStore>().Append(Append.To(stream, version, new(new(2025, 1, 1, 8, 0, 0, TimeSpan.Zero), Koord, Role.Koordinator, "test"), facts), default))
            .Should().BeOfType<AppendResult.Appended>();

    async Task<IReadOnlyList<Fact>> Facts() => [.. (await host.Services.GetRequiredService<ICaseStore>().Read(StreamId.Case(Case), 0, default)).Select(recorded => recorded.Fact)];

    async Task<ImmutableArray<string>> Codes(int count)
    {
        var answer = await koord.PostAsJsonAsync($"/api/v1/cases/{Case}/evaluation/codes", new { count });
        answer.StatusCode.Should().Be(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return [.. (await answer.Content.ReadFromJsonAsync<JsonObject>())!["codes"]!.AsArray().Select(code => code!.GetValue<string>())];
    }

    Task<HttpResponseMessage> Answer(string code, int useful) => anyone.PostAsJsonAsync(
        $"/api/v1/answers/{Case}", new { code, answers = new object[] { new { question = "v1", number = useful }, new { question = "v5", text = "å be om hjelp" } } });

    async Task<HttpResponseMessage> Close(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/cases/{Case}/evaluation/closings") { Headers = { { "Idempotency-Key", key } }, Content = JsonContent.Create(new { }) };
        return await koord.SendAsync(request);
    }

    async Task<JsonObject> Evaluation() => (await koord.GetFromJsonAsync<JsonObject>($"/api/v1/cases/{Case}/evaluation"))!;

    static async Task<string?> Code(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonObject>())?["code"]?.GetValue<string>();
}
