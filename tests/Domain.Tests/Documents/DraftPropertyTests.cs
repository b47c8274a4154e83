using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace LmsWorkflow.Domain.Tests;

/// <summary>Whatever is posted, a form answers with content or with reasons.</summary>
public class DraftPropertyTests
{
    static readonly FormDefinition Form = new(DocumentKind.D12, Words.Same("Skjema"),
        [.. Enum.GetValues<FieldType>().Select(type => new FieldDefinition(type.ToString(), Words.Same("Felt"), null, type, true, null, [new("a", Words.Same("a"))], null))]);

    static readonly PlanCase Plan = new() { Forms = new(ImmutableDictionary<DocumentKind, FormDefinition>.Empty.Add(DocumentKind.D12, Form)) };

    static readonly Gen<KeyValuePair<string, ImmutableArray<string>>> Fields =
        from key in Gen.Elements("Text", "LongText", "Number", "Date", "Choice", "Choices", "YesNo", "annet")
        from values in Gen.ListOf(Gen.OneOf(
            Gen.Elements("", " ", "a", "12,5", "1e400", "-", "31.12.2025", "9999-12-31", "ja", "01810750045", "\ud800", "\0"),
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""))).Resize(3)
        select KeyValuePair.Create<string, ImmutableArray<string>>(key, [.. values]);

    [Fact]
    public void Posted_fields_are_sealed_or_refused_with_a_sentence_and_never_break() =>
        Prop.ForAll(Gen.ListOf(Fields).Resize(8).ToArbitrary(), posted =>
            FormDraft.Read(Form, posted, () => new string('0', 32)).Seal(Plan.AsKoord, DocumentKind.D12, null) switch
            {
                DraftSealing.Sealed { Content: FormContent content } => content.Fields.All(field => Form.Field(field.Key) is not null) && CanonicalWriter.Hash(content).Length == 64,
                DraftSealing.Refused refused => refused.Reasons.All(reason => reason.Sentence is { Nb.Length: > 0, Nn.Length: > 0 }),
                _ => false,
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void N14_Nothing_that_was_sealed_holds_a_national_identity_number() =>
        Prop.ForAll(Gen.ListOf(Fields).Resize(8).ToArbitrary(), posted =>
            FormDraft.Read(Form, posted, () => new string('0', 32)).Seal(Plan.AsKoord, DocumentKind.D12, null) is not DraftSealing.Sealed { Content: FormContent content }
            || content.Fields.All(field => !NationalIdentityNumber.IsIn(field.Value.Text?.Value))).QuickCheckThrowOnFailure();

    [Fact]
    public void N14_A_masked_text_holds_no_number_and_keeps_its_length() =>
        Prop.ForAll(Gen.ListOf(Gen.Elements("0", "1", "8", "5", "4", "7", " ", "-", ".", "01810750045", "a")).Select(string.Concat).ToArbitrary(), text =>
            !NationalIdentityNumber.IsIn(NationalIdentityNumber.Mask(text)) && NationalIdentityNumber.Mask(text).Length == text.Length).QuickCheckThrowOnFailure();

    [Fact]
    public void Runs_of_a_text_difference_always_give_back_both_texts() =>
        Prop.ForAll(Texts.ToArbitrary(), Texts.ToArbitrary(), (before, after) =>
        {
            var runs = TextDifference.Of(before, after);
            return string.Concat(runs.Where(run => run.Kind != DifferenceKind.Added).Select(run => run.Text)) == before
                && string.Concat(runs.Where(run => run.Kind != DifferenceKind.Removed).Select(run => run.Text)) == after;
        }).QuickCheckThrowOnFailure();

    static readonly Gen<string> Texts = Gen.ListOf(Gen.Elements("en ", "to ", "tre\n", " ", "fire")).Select(string.Concat);
}
