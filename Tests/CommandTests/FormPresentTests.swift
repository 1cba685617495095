import Foundation
import Testing

/// A form shows what the case has already, to who may read it, and says so in the log first.
@Suite struct FormPresentTests {
  private let office: FormOffice

  init() throws {
    office = try FormOffice()
    let given = try Program.safekeep.run(
      ["reception", "record", office.code, "--from", "-"] + FormOffice.asHoa,
      input: #"{"case": "\#(office.code)", "urgent_needs": ["food"], "reporter_kind": "self","#
        + #" "safe_contact": "Chỉ gọi buổi sáng"}"#, home: office.home)
    try #require(given.status == 0)
  }

  private func looks() throws -> Int {
    try office.run(["log", "show", "--limit", "500", "--json"], by: "minh").output
      .components(separatedBy: #""field.read""#).count - 1
  }

  /// Enter keeps it, and what is restricted is not there without a purpose.
  @Test func whatStandsIsShownAndKept() throws {
    let before = try looks()
    let (terminal, process) = try office.sit(["reception", "record", office.code])
    FormOffice.answer(
      terminal,
      [
        ("Is this the case you mean?", "yes"), ("Committee notified at:", ""),
        ("health agency notified at:", ""), ("recorded: The person", ""), ("Brought by", ""),
        ("Preferred language (", ""), ("Interpreter:", ""), ("(Enter keeps it)", "shelter"),
      ])
    let contact = try #require(terminal.waitFor("Safe contact"))
    #expect(!contact.contains("recorded:"))
    terminal.type("!\n")
    process.waitUntilExit()
    // The case that is meant, and the form.
    #expect(try looks() == before + 2)
  }

  @Test func aPurposeOpensWhatIsRestricted() throws {
    let (terminal, process) = try office.sit(
      ["reception", "record", office.code, "--for", "CAREMGT", "--lang", "vi"])
    FormOffice.answer(terminal, [("Có đúng là hồ sơ này không?", "có")])
    var isShown = false
    for _ in 0..<12 where !isShown {
      terminal.type("\n")
      isShown =
        terminal.waitFor("đã ghi: Chỉ gọi buổi sáng (Enter: giữ nguyên)", within: 0.5) != nil
    }
    #expect(isShown)
    terminal.type("!\n")
    process.waitUntilExit()
    let shown = try office.run(["reception", "show", office.code, "--json"])
    #expect(shown.output.contains("self"))
  }
}
