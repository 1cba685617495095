import Testing
import Vault

@testable import Casework

/// Everybody against everybody: which pairs a lead is told.
/// One after another: each looks at who is there.
@Suite(.serialized) struct DuplicatesTests {
  private static let office = Result {
    try CaseOffice(crew: [
      ("duty", .duty), ("social", .socialWorker), ("leaver", .socialWorker),
    ])
  }
  private var office: CaseOffice { get throws { try Self.office.get() } }

  private func open(_ name: String, _ birth: String) throws -> CaseCode {
    try office.act("social") { casework, session in
      try casework.openCase(
        FormInput([
          "full_name": .text(name), "birth_date": .text(birth), "entry_path": .text("rescued"),
        ]), as: session
      ).code
    }
  }

  private func pairs(all: Bool = false) throws -> FoundPairs {
    try office.act("lead") { casework, session in
      try casework.duplicates(all: all, as: session)
    }
  }

  private func holds(_ found: FoundPairs, _ one: CaseCode, _ other: CaseCode) -> Bool {
    found.pairs.contains { Set([$0.first.code, $0.second.code]) == [one.text, other.text] }
  }

  /// Whoever left took an index key with them: files of before are compared with those of after all the same.
  @Test func acrossARenewedIndexKey() throws {
    let before = try open("Vàng Thị Trước", "1994-02-03")
    try office.act("lead") { casework, session in
      _ = try casework.vault.suspend("leaver", as: session)
    }
    // The next command of a lead makes the key.
    _ = try pairs()
    let after = try open("VANG THI TRUOC", "1994")
    let found = try pairs()
    #expect(holds(found, before, after))
    #expect(found.aged == 0)
    // What was put in again is found by anybody.
    let again = try office.act("social") { casework, session in
      var question = PersonQuestion()
      question.names = ["vang thi truoc"]
      return try casework.find(question, as: session)
    }
    #expect(again.people.count == 2)
  }

  @Test func whatIsLinkedIsLeftOut() throws {
    let (first, second) = (try open("Lò Văn Liền", "1981"), try open("LO VAN LIEN", "1981"))
    let before = try pairs()
    #expect(holds(before, first, second))
    try office.act("social") { casework, session in
      _ = try casework.link(second, to: first, as: .same, as: session)
    }
    let after = try pairs()
    #expect(!holds(after, first, second))
    #expect(after.count == before.count - 1)
  }

  @Test func allOfThemWhereThatIsAsked() throws {
    let letters = Array("bcdghklmnpqrstvx").map(String.init)
    var lines = [Register.header]
    for number in 0..<52 {
      let name = "Sùng A \(letters[number / 16])u\(letters[number % 16])ơ"
      for birth in ["1990-01-0\(number % 9 + 1)", "1990"] {
        lines.append("2026-09-20T08:30+07:00,rescued,26734,\(name),\(birth),male,,,")
      }
    }
    let register = Register.file(Array((lines.joined(separator: "\n") + "\n").utf8))
    try office.act("social") { casework, session in
      _ = try casework.importRegister(register, as: session, decide: { _ in .new })
    }
    let found = try pairs()
    #expect(found.pairs.count == 50)
    #expect(found.count >= 52)
    #expect(try pairs(all: true).pairs.count == found.count)
  }
}
