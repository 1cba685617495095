import Testing
import Vault

@testable import Casework

/// What an answer in words does, and does not.
extension RequestTests {
  /// Words end the limit, and do nothing of what was asked for.
  @Test(arguments: [
    ("withdraw", NoteReason.onlyAnswered), ("restrict", .onlyAnswered), ("delete", .onlyAnswered),
    ("access", .answeredWithoutPage),
  ])
  func whatAnAnswerLeavesToBeDoneIsTold(_ kind: String, _ reason: NoteReason) throws {
    let code = try desk.opened()
    let request = try desk.request(kind, [:], code)
    let notes = try desk.office.act("social") { casework, session in
      try casework.answer(request, FormInput(texts: ["answer": "đã làm"]), of: code, as: session)
        .notes
    }
    #expect(notes.map(\.reason) == [reason])
    #expect(notes.first?.citation?.text == "Decree 356/2025 Art. 5")
  }
}
