using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Portal;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LmsWorkflow.Api;

/// <summary>The readable pages of a dossier, made from the same record that lies in it, so that they cannot say anything the record does not.</summary>
public sealed class DossierPages(IServiceProvider services, ILoggerFactory loggers)
{
    public async Task<IReadOnlyList<(string Name, string Page)>> Of(DossierRecord record, Func<string, byte[]?> contents, Checkpoint checkpoint, DateTimeOffset now, int backupDays)
    {
        var stream = record.Streams[0];
        var id = new CaseId(Guid.Parse(record.Case));
        var facts = record.Facts(stream).ToList();
        var file = facts.Aggregate(CaseFile.Unregistered(id), (so, one) => so.After(one.Fact, one.Stamp));
        var directory = record.Directory();
        var forms = Forms(record, file, contents);
        var history = new DossierHistory(record, file, forms, directory, now);
        var (happened, refused, reads) = (history.Of(stream, facts), history.Of(StreamId.Attempts(id)), history.Of(StreamId.Reads(id)));
        return
        [
            ("les-meg.nb.html", await Page(Language.Nb)), ("les-meg.nn.html", await Page(Language.Nn)), ("samsvar.nb.html", await Compliance(Language.Nb, "les-meg.nb.html")), ("samsvar.nn.html", await Compliance(Language.Nn, "les-meg.nn.html")),
            ("stil.css", Style),
        ];

        Task<string> Page(Language language)
        {
            var me = new Viewer(null, language, directory, now);
            return Rendered<DossierPage>(me, new DossierView(
                file.Identity!.Number, me.Text(file.Identity.Title), me.UnitName(file.Identity.LmsUnit), file.Phase, checkpoint.Size, checkpoint.Origin, now, Gates(file, me), Documents(file, forms, me),
                happened, refused, reads, record.Marks(new(stream.Name)).Count, backupDays));
        }

        Task<string> Compliance(Language language, string page)
        {
            var me = new Viewer(null, language, directory, now);
            var matrix = ComplianceMatrix.Of(file, FactPlaces.Of(facts.Select((one, index) => (index + 1L, one.Fact, one.Stamp))));
            return Rendered<DossierCompliancePage>(me, new DossierComplianceView(file.Identity!.Number, me.Text(file.Identity.Title), file.Standing is Standing.Open or Standing.OnHold, matrix, page));
        }
    }

    static FormCatalogue Forms(DossierRecord record, CaseFile file, Func<string, byte[]?> contents)
    {
        if (file.Process is not { } process) return FormCatalogue.Empty;
        var published = record.Published(process.Definition, process.DefinitionVersion);
        return published is null ? FormCatalogue.Empty : ShippedForms.Catalogue(published.Forms.Select(form => contents(form.ContentHash)).OfType<byte[]>());
    }

    static ImmutableArray<DossierGate> Gates(CaseFile file, Viewer me) =>
    [
        .. Enum.GetValues<Gate>().Select(gate => new DossierGate(
            gate, [.. file.Passings.Where(passing => passing.Gate == gate).Select(passing => passing.ReopenedAt is { } again ? me.Say($"{me.DateAndTime(passing.At)} (åpnet igjen {me.DateAndTime(again)})", $"{me.DateAndTime(passing.At)} (opna att {me.DateAndTime(again)})") : me.DateAndTime(passing.At))],
            [.. file.SignOffs.Given.Where(given => given.Gate == gate).Select(given => new DossierSignOff(given.Side, me.NameOf(given.Person), given.Package, given.At, given.SignIn, given.WithdrawnAt))])),
    ];

    static ImmutableArray<DossierDocument> Documents(CaseFile file, FormCatalogue forms, Viewer me) =>
    [
        .. file.Documents.Files.Values.SelectMany(document => document.Versions.Where((version, index) => version.Hash is not null || index == document.Versions.Length - 1)
            .Select(version => new DossierDocument(version.Kind, version.Number, version.Status, version.Hash, ContentView.Read(version.Content, forms[version.Kind], me)))),
    ];

    async Task<string> Rendered<T>(Viewer me, object view) where T : IComponent
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Me"] = me, ["View"] = view }))).ToHtmlString());
    }

    const string Style = """
        body { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
        h1, h2, h3 { line-height: 1.25; break-after: avoid; }
        table { border-collapse: collapse; width: 100%; }
        th, td { overflow-wrap: break-word; hyphens: auto; border-block-end: 1px solid #767676; padding: .4rem .6rem; text-align: start; vertical-align: top; }
        dt { font-weight: 600; margin-block-start: .6rem; }
        dd { margin: 0; white-space: pre-line; }
        code { font-size: .875rem; }
        time, small { color: #4a4a4a; }
        li { margin-block: .4rem; }
        section { margin-block: 2rem; }
        .wide { max-width: 100rem; }
        .compliance { font-size: .875rem; }
        .compliance__day { white-space: nowrap; }
        .compliance__item, .explained, .compliance .key { display: block; }
        .explained { font-weight: 400; }
        .compliance .key { overflow-wrap: anywhere; font-size: .75rem; max-width: 14rem; }
        .ds-sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        @page compliance { size: A4 landscape; margin: 12mm; }
        @page { margin: 18mm; }
        @media print { .compliance { page: compliance; font-size: 8.5pt; } body { margin: 0; max-width: none; font-size: 10.5pt; } article { break-inside: avoid-page; } a { color: inherit; } }
        """;
}
