import Testing
import Vault

@testable import Casework

@Suite struct FormReaderTests {
  private func read(
    _ input: FormInput, _ forms: String...
  ) throws(CaseworkError) -> CheckedForm {
    try FormReader(
      book: Book.builtIn, forms: forms, validation: FieldValidation(Book.builtIn)
    ).read(input)
  }

  @Test func aBareNameMeansTheFieldOfTheFormsOwnRecord() throws {
    let form = try read(FormInput(texts: ["paper_ref": "Sổ 1, tr. 2"]), "person")
    #expect(form.values == [try Book.field("person.paper_ref").id: .text("Sổ 1, tr. 2")])
  }

  @Test func aBareNameOfSeveralRecordsMeansNone() {
    #expect(
      throws: CaseworkError.form([FieldFault(field: "name", fault: .unknownField)])
    ) { try read(FormInput(texts: ["name": "x"]), "person") }
  }

  @Test func fieldsOfOtherFormsAreUnknown() {
    #expect(
      throws: CaseworkError.form([
        FieldFault(field: "health.injuries", fault: .unknownField),
        FieldFault(field: "injuries", fault: .unknownField),
      ])
    ) { try read(FormInput(texts: ["health.injuries": "x", "injuries": "x"]), "person") }
  }

  /// In the order of the names, so that it is always the same one.
  @Test func oneFieldUnderTwoNamesIsAFault() {
    #expect(
      throws: CaseworkError.form([FieldFault(field: "sex", fault: .repeatedCode)])
    ) { try read(FormInput(texts: ["person.sex": "female", "sex": "male"]), "person") }
  }

  /// A form is flat: what is given inside of something is told by the name under which it is typed, where there is one.
  @Test(arguments: [
    (#"{"extension":{"step":"complex","reason":"x"}}"#, ["extension.reason", "extension.step"]),
    (#"{"extension":[{"step":"complex"}]}"#, ["extension.step"]),
    (#"{"verification":{"police_reply":"victim","nothing":1}}"#, ["verification.police_reply"]),
  ]) func whatIsGivenInsideIsNamed(text: String, names: [String]) throws {
    let input = try FormInput(json: Array(text.utf8))
    #expect(
      throws: CaseworkError.form(names.map { FieldFault(field: $0, fault: .nested) })
    ) { try read(input, "verification") }
  }

  @Test(arguments: [
    #"{"person":{"step":"x"}}"#, #"{"extension":{"state":7}}"#,
    #"{"extension":{"entered_at":"x"}}"#,
  ]) func whatCannotBeTypedIsNotNamed(text: String) throws {
    let input = try FormInput(json: Array(text.utf8))
    let name = text.hasPrefix(#"{"p"#) ? "person" : "extension"
    #expect(
      throws: CaseworkError.form([FieldFault(field: name, fault: .wrongShape)])
    ) { try read(input, "verification") }
  }

  @Test func whatTheProgramWritesIsNotTyped() {
    #expect(
      throws: CaseworkError.form([
        FieldFault(field: "stay.entered_at", fault: .notForTyping)
      ])
    ) { try read(FormInput(texts: ["stay.entered_at": "2026-09-20T08:30+07:00"]), "support") }
  }
}
