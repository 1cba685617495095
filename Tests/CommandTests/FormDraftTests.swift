import Foundation
import Testing

@testable import safekeep

/// Forms that somebody had to leave, at a real terminal: what was typed waits for them and for nobody else.
@Suite struct FormDraftTests {
  private let office: FormOffice
  private static let typed = "Chỉ gọi buổi sáng sớm"

  init() throws { office = try FormOffice() }

  /// As far as the safe contact, which was just typed.
  private static let begun = [
    ("Is this the case you mean?", "yes"), ("Committee notified at:", ""),
    ("health agency notified at:", "21/09/2026 10:00"), ("Who reported", "1"), ("Brought by", ""),
    ("Preferred language (", "d"), ("Interpreter:", ""), ("Urgent needs", "food; shelter"),
    ("Safe contact", typed), ("more lines", "."),
  ]

  private func leave(with answer: String) throws -> (screen: String, status: Int32) {
    let (terminal, process) = try office.sit(["reception", "record", office.code])
    FormOffice.answer(terminal, Self.begun + [("explained at:", answer)])
    let screen = terminal.waitFor("log entry") ?? ""
    process.waitUntilExit()
    return (screen, process.terminationStatus)
  }

  private func waiting(_ handle: String = "hoa") throws -> Bool {
    try office.run(["case", "show", office.code, "--json"], by: handle).output
      .contains(#""drafts":["reception record \#(office.code)"]"#)
  }

  /// From the question at which it was left to the end.
  private func goOn(_ terminal: PseudoTerminal, _ process: Process) throws {
    FormOffice.answer(
      terminal,
      [
        ("Is this the case you mean?", "yes"), ("Go on with it? (yes/no)", "yes"),
        ("explained at:", "<"), ("answered: •• (Enter keeps it)", ""), ("explained at:", ""),
        ("not explained:", ""), ("Paper record", ""), ("Interpreter: record one?", "no"),
      ])
    let summary = try #require(terminal.waitFor("Record this?"))
    #expect(summary.contains("••") && !summary.contains(Self.typed))
    terminal.type("yes\n")
    #expect(terminal.waitFor("reception recorded, log entry") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func whoeverComesInFindsNothingAndItIsOfferedAgain() throws {
    let left = try leave(with: "!")
    #expect(left.status == 130)
    #expect(left.screen.contains("\u{1B}[3J"))
    #expect(left.screen.contains("hidden and locked; what was typed is kept as a draft"))
    #expect(try waiting())
    // A colleague who reads the case is not told of it.
    #expect(try waiting("minh") == false)
    try expectNowhere(Self.typed)
    let (terminal, process) = try office.sit(["reception", "record", office.code])
    try goOn(terminal, process)
    let shown = try office.run(
      ["reception", "show", office.code, "--class", "safety", "--for", "CAREMGT"])
    #expect(shown.output.contains("health_agency_notified_at\t2026-09-21T10:00:00+07:00"))
    #expect(shown.output.contains("reception.reporter_kind\tself"))
    #expect(shown.output.contains("reception.preferred_language\t[declined]"))
    #expect(shown.output.contains("reception.urgent_needs\tfood;shelter"))
    #expect(shown.output.contains("reception.safe_contact\t\(Self.typed)"))
    #expect(try waiting() == false)
    let log = try office.run(["log", "show", "--json"], by: "minh").output
    for act in ["draft.save", "draft.open"] { #expect(log.contains(#""\#(act)""#), "\(act)") }
    #expect(try office.run(["log", "verify"], by: "minh").status == 0)
  }

  /// What was recorded since the draft was kept stands, unless it is typed again.
  @Test func whatWasWrittenMeanwhileIsAskedAnew() throws {
    #expect(try leave(with: "!").status == 130)
    let written = try office.run(
      ["reception", "record", office.code, "--from", "-"],
      input: """
        {"case": "\(office.code)", "reporter_kind": "relative"}
        """)
    #expect(written.status == 0)
    let (terminal, process) = try office.sit(["reception", "record", office.code])
    FormOffice.answer(
      terminal,
      [
        ("Is this the case you mean?", "yes"), ("Go on with it? (yes/no)", "yes"),
        ("Written since the draft was kept, and asked anew: Who reported", ""),
        ("explained at:", ""), ("not explained:", ""), ("Paper record", ""),
        ("Interpreter: record one?", "no"), ("Record this?", "yes"),
      ])
    #expect(terminal.waitFor("reception recorded, log entry") != nil)
    process.waitUntilExit()
    let shown = try office.run(
      ["reception", "show", office.code, "--class", "safety", "--for", "CAREMGT"])
    #expect(shown.output.contains("reception.reporter_kind\trelative"))
    #expect(shown.output.contains("reception.safe_contact\t\(Self.typed)"))
  }

  /// Every line that was ended counts, though the text was not.
  @Test func aLongTextThatWasBegun() throws {
    let (terminal, process) = try office.sit(["reception", "record", office.code])
    FormOffice.answer(
      terminal, Self.begun.dropLast() + [("more lines", "dòng thứ hai"), (">", "!")])
    #expect(terminal.waitFor("what was typed is kept as a draft") != nil)
    process.waitUntilExit()
    #expect(try waiting())
    let (next, another) = try office.sit(["reception", "record", office.code])
    try goOn(next, another)
    let shown = try office.run(
      ["reception", "show", office.code, "--class", "safety", "--for", "CAREMGT"])
    #expect(shown.output.contains(Self.typed) && shown.output.contains("dòng thứ hai"))
  }

  /// The kernel drops what is beyond 4,095 bytes of a line: such a line is asked for again, and nothing is recorded
  /// that somebody did not write.
  @Test func aLineThatIsCutIsAskedAgain() throws {
    let long = String(repeating: "ấ", count: 1_500)
    let (terminal, process) = try office.sit(["reception", "record", office.code])
    FormOffice.answer(
      terminal,
      Self.begun.dropLast(2) + [
        ("Safe contact", long), ("break it with Enter", Self.typed), ("more lines", "x" + long),
        ("break it with Enter", "."), ("explained at:", "!"),
      ])
    #expect(terminal.waitFor("what was typed is kept as a draft") != nil)
    process.waitUntilExit()
    let (next, another) = try office.sit(["reception", "record", office.code])
    try goOn(next, another)
    let shown = try office.run(
      ["reception", "show", office.code, "--class", "safety", "--for", "CAREMGT"])
    #expect(shown.output.contains("reception.safe_contact\t\(Self.typed)\n"))
  }

  /// Nothing of what was typed lies readable in any file that the program keeps.
  private func expectNowhere(_ text: String) throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: office.home.path)
    #expect(names.contains { $0.hasSuffix("records.db") })
    for name in names {
      let bytes = FileManager.default.contents(atPath: office.home.path + "/" + name)
      #expect(bytes?.range(of: Data(text.utf8)) == nil, "\(name)")
    }
  }

  @Test(arguments: ["\u{03}", "\u{04}"]) func keysThatEndAProgram(key: String) throws {
    let (terminal, process) = try office.sit(["reception", "record", office.code])
    FormOffice.answer(terminal, Self.begun)
    #expect(terminal.waitFor("explained at:") != nil)
    terminal.type(key)
    #expect(terminal.waitFor("what was typed is kept as a draft, sealed to you alone") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == (key == "\u{03}" ? 130 : 64))
    #expect(try waiting())
  }

  @Test(arguments: [SIGHUP, SIGTERM]) func signals(number: Int32) throws {
    let (terminal, process) = try office.sit(["reception", "record", office.code])
    FormOffice.answer(terminal, Self.begun)
    #expect(terminal.waitFor("explained at:") != nil)
    let own = process.processIdentifier
    let children =
      (try? String(contentsOfFile: "/proc/\(own)/task/\(own)/children", encoding: .utf8)) ?? ""
    for child in children.split(separator: " ").compactMap({ pid_t($0) }) { kill(child, number) }
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try waiting())
  }

  @Test func aTerminalThatCloses() throws {
    var (terminal, process): (PseudoTerminal?, Process) = try office.sit(
      ["reception", "record", office.code])
    if let terminal {
      FormOffice.answer(terminal, Self.begun)
      #expect(terminal.waitFor("explained at:") != nil)
    }
    terminal = nil
    process.waitUntilExit()
    #expect(try waiting())
    let (next, another) = try office.sit(["reception", "record", office.code])
    try goOn(next, another)
  }

  /// A rule that stops the recording does not throw away what was typed.
  @Test func whatIsRefusedAtTheEndIsKept() throws {
    let (terminal, process) = try office.sit(["reception", "record", office.code])
    FormOffice.answer(
      terminal,
      Self.begun.map { $0.0.hasPrefix("health agency") ? ($0.0, "20/02/2026 10:00") : $0 } + [
        ("explained at:", ""), ("not explained:", ""), ("Paper record", ""),
        ("Interpreter: record one?", "no"), ("Record this?", "yes"),
      ])
    // It is asked once more; whoever leaves it at that finds the rest again.
    #expect(terminal.waitFor("health agency notified at:") != nil)
    terminal.type([0x03])
    #expect(terminal.waitFor("what was typed is kept as a draft") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try waiting())
    // With --from nothing is offered, and nothing of it goes.
    let given = try Program.safekeep.run(
      ["reception", "record", office.code, "--from", "-"] + FormOffice.asHoa,
      input: #"{"case": "\#(office.code)", "urgent_needs": ["food"]}"#, home: office.home)
    #expect(given.status == 0)
    #expect(try waiting())
  }

  /// No at the summary is an answer; so is nothing at all.
  @Test func whatNobodyWantsIsNotKept() throws {
    let (terminal, process) = try office.sit(["reception", "record", office.code])
    FormOffice.answer(
      terminal,
      Self.begun + [
        ("explained at:", ""), ("not explained:", ""), ("Paper record", ""),
        ("Interpreter: record one?", "no"), ("Record this?", "no"),
      ])
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    #expect(try waiting() == false)
    let (empty, other) = try office.sit(["reception", "record", office.code])
    FormOffice.answer(
      empty, [("Is this the case you mean?", "yes"), ("Committee notified at:", "!")])
    #expect(empty.waitFor("what was typed is not kept") != nil)
    other.waitUntilExit()
    #expect(try waiting() == false)
  }

  @Test func oneIsLeftOrThrownAwayInVietnamese() throws {
    #expect(try leave(with: "!").status == 130)
    let (terminal, process) = try office.sit(["reception", "record", office.code, "--lang", "vi"])
    FormOffice.answer(
      terminal,
      [
        ("Có đúng là hồ sơ này không?", "có"), ("Điền tiếp bản nháp? (có/không)", "không"),
        ("Bỏ bản nháp này?", "không"), ("báo Ủy ban nhân dân", "20/09/2026 10:00"), (":", "!"),
      ])
    #expect(terminal.waitFor("đã ẩn và khóa; nội dung đã nhập được giữ làm bản nháp") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    // Two wait, the newer one first.
    let (again, other) = try office.sit(["reception", "record", office.code, "--lang", "vi"])
    FormOffice.answer(
      again,
      [
        ("Có đúng là hồ sơ này không?", "có"), ("Điền tiếp bản nháp? (có/không)", "không"),
        ("Bỏ bản nháp này?", "có"), ("đã bỏ bản nháp, mục nhật ký số", ""),
      ])
    #expect(again.waitFor("Điền tiếp bản nháp? (có/không)") != nil)
    again.type("không\ncó\n!\n")
    #expect(again.waitFor("nội dung đã nhập không được giữ lại") != nil)
    other.waitUntilExit()
    #expect(try waiting() == false)
  }
}
