import Foundation
import Testing

/// Forms at a real terminal, in a vault that was made as a person makes one.
@Suite struct FormDialogueTests {
  private let office: FormOffice
  private var home: TemporaryHome { office.home }
  private var code: String { office.code }
  private static let asHoa = FormOffice.asHoa

  init() throws { office = try FormOffice() }

  private func sit(_ arguments: [String]) throws -> (PseudoTerminal, Process) {
    try office.sit(arguments)
  }

  private func answer(_ terminal: PseudoTerminal, _ turns: [(question: String, answer: String)]) {
    FormOffice.answer(terminal, turns)
  }

  @Test func aFormIsAskedFieldByField() throws {
    let (terminal, process) = try sit(["reception", "record", code])
    let first = try #require(terminal.waitFor("Is this the case you mean?"))
    #expect(first.contains(code))
    #expect(first.contains("Female"))
    terminal.type("yes\n")
    answer(
      terminal,
      [
        ("Committee notified at:", ""),
        ("health agency notified at:", "31/02/2026 10:00"),
        ("no such day", "21/09/2026 10:00"),
        ("Who reported (one of: 1 self", "?"),
        ("Law 53/2024 Art. 27", "d"),
        ("Brought by", ""), ("Preferred language (", ""), ("Interpreter:", ""),
        ("Urgent needs", "food; shelter"), ("Safe contact", "Chỉ gọi buổi sáng"),
        ("more lines", "."), ("explained at:", "?"), ("a choice of this project", ""),
        ("not explained:", "u"),
        ("Paper record", ""), ("Interpreter: record one?", "zz"), ("answer yes or no", "?"),
        ("a case may have several or none", "no"),
      ])
    let summary = try #require(terminal.waitFor("Record this?"))
    #expect(summary.contains("••"))
    terminal.type("v\n")
    let open = try #require(terminal.waitFor("Record this?"))
    #expect(open.contains("Chỉ gọi buổi sáng"))
    terminal.type("yes\n")
    #expect(terminal.waitFor("reception recorded, log entry") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let shown = try Program.safekeep.run(
      ["reception", "show", code, "--class", "safety", "--for", "CAREMGT"] + Self.asHoa,
      home: home)
    #expect(shown.output.contains("health_agency_notified_at\t2026-09-21T10:00:00+07:00"))
    #expect(shown.output.contains("reception.reporter_kind\t[declined]"))
    #expect(shown.output.contains("reception.urgent_needs\tfood;shelter"))
    #expect(shown.output.contains("reception.limits_not_explained\t[unknown]"))
    #expect(shown.output.contains("reception.safe_contact\tChỉ gọi buổi sáng"))
  }

  /// What cannot be recorded is asked once more, and nothing else; what else was typed stays.
  @Test func whatIsRefusedIsAskedOnceMore() throws {
    let (terminal, process) = try sit(["reception", "record", code])
    answer(
      terminal,
      [
        ("Is this the case you mean?", "yes"), ("Committee notified at:", ""),
        ("health agency notified at:", "01/02/2026 10:00"), ("Who reported", "self"),
      ])
    try #require(FormOffice.skip(terminal, to: "Record this?"))
    terminal.type("yes\n")
    let again = try #require(terminal.waitFor("health agency notified at:"))
    #expect(again.contains("nothing was recorded"))
    #expect(!again.contains("health_agency_notified_at"))
    terminal.type("21/09/2026 10:00\n")
    answer(terminal, [("Record this?", "yes")])
    #expect(terminal.waitFor("reception recorded, log entry") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let shown = try office.run(["reception", "show", code, "--json"])
    #expect(shown.output.contains("2026-09-21T10:00:00+07:00"))
    #expect(shown.output.contains("self"))
  }

  /// A rule that misses answers asks for them, and for nothing else.
  @Test func whatIsMissingIsAskedForByItself() throws {
    let (terminal, process) = try sit(["consent", "record", code])
    answer(terminal, [("Is this the case you mean?", "yes"), ("record one?", "yes")])
    try #require(FormOffice.skip(terminal, to: "Fields or classes covered"))
    terminal.type("person.full_name\n")
    try #require(FormOffice.skip(terminal, to: "Record this?"))
    terminal.type("yes\n")
    let asked = try #require(terminal.waitFor("Given by ("))
    #expect(!asked.contains("kept as a draft"))
    terminal.type([0x03])
    #expect(terminal.waitFor("what was typed is kept as a draft") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
  }

  /// Whoever is to own a file is looked up before anybody answers thirty questions.
  @Test func anOwnerWhoCannotBeOneIsToldBeforeTheForm() throws {
    let (terminal, process) = try sit(["case", "open", "--owner", "nobody"])
    #expect(terminal.waitFor("no such member") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 66)
  }

  /// Enter skips a question, and it must not throw away what was answered before it.
  @Test func theLastQuestionWantsAnAnswer() throws {
    let (terminal, process) = try sit(["protection", "record", code])
    answer(terminal, [("Is this the case you mean?", ""), ("Is this the case you mean?", "y")])
    // Whatever is asked is skipped, up to the summary.
    #expect(FormOffice.skip(terminal, to: "Record this?"))
    terminal.type("\n\n")
    #expect(process.isRunning)
    terminal.type("n\n")
    #expect(terminal.waitFor("not confirmed") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
  }

  @Test func aSummaryShowsLabelsAndAQuestionExplainsItself() throws {
    let terminal = try PseudoTerminal()
    let process = try Program.safekeep.start(
      ["case", "open"] + Self.asHoa, at: terminal, environment: ["LANG": "vi_VN"], home: home)
    try #require(terminal.waitFor("Enter: bỏ qua") != nil)
    var isAsked = false
    for _ in 0..<80 where !isAsked {
      terminal.type("\n")
      isAsked = terminal.waitFor("Giới tính (", within: 0.3) != nil
    }
    try #require(isAsked)
    terminal.type("?\n")
    let told = try #require(terminal.waitFor("Giới tính (", within: 5))
    #expect(told.contains("căn cứ: "))
    #expect(!told.contains("Art."))
    terminal.type("female\n")
    for _ in 0..<80 {
      if let end = terminal.waitFor("Ghi nhận các thông tin này?", within: 0.3) {
        #expect(end.contains("Giới tính: Nữ"))
        break
      }
      terminal.type("\n")
    }
    terminal.type([0x03])
    #expect(terminal.waitFor("đã dừng giữa chừng") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(terminal.echoes)
  }

  /// A number is the code beside it; who goes back sees what was answered, keeps it with Enter or
  /// answers anew, and from the summary the way back is open too.
  @Test func oneGoesBackAndChoosesByNumber() throws {
    let (terminal, process) = try sit(["reception", "record", code])
    answer(
      terminal,
      [
        ("Is this the case you mean?", "<"), ("Is this the case you mean?", "yes"),
        ("Committee notified at:", "<"), ("Committee notified at:", ""),
        ("health agency notified at:", "20/09/2026 10:00"), ("Who reported", "99"),
        ("code", "<"), ("(Enter keeps it)", "21/09/2026 10:00"), ("Who reported", "1"),
        ("Brought by", ""), ("Preferred language (", ""), ("Interpreter:", ""),
        ("Urgent needs", ""), ("Safe contact", "Chỉ gọi buổi sáng"), ("more lines", "."),
        ("explained at:", "<"), ("answered: •• (Enter keeps it)", ""),
        ("explained at:", ""), ("not explained:", ""), ("Paper record", ""),
        ("Interpreter: record one?", "yes"), (":", "<"),
        ("Interpreter: record one?", "no"), ("Record this?", "<"),
        ("Interpreter: record one?", ""), ("Record this?", "yes"),
      ])
    #expect(terminal.waitFor("reception recorded, log entry") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let shown = try Program.safekeep.run(
      ["reception", "show", code, "--class", "safety", "--for", "CAREMGT"] + Self.asHoa,
      home: home)
    #expect(shown.output.contains("health_agency_notified_at\t2026-09-21T10:00:00+07:00"))
    #expect(shown.output.contains("reception.reporter_kind\tself"))
    #expect(shown.output.contains("reception.safe_contact\tChỉ gọi buổi sáng"))
  }

  @Test func oneGoesBackInVietnamese() throws {
    let (terminal, process) = try sit(["reception", "record", code, "--lang", "vi"])
    answer(
      terminal,
      [
        ("Có đúng là hồ sơ này không?", "có"),
        ("báo Ủy ban nhân dân", "20/09/2026 10:00"), (":", "<"),
        ("đã trả lời: 20/09/2026 10:00 (Enter: giữ nguyên)", "!"),
      ])
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
  }

  @Test func anotherCaseThanMeantIsLeftAlone() throws {
    let (terminal, process) = try sit(["person", "record", code])
    answer(terminal, [("Is this the case you mean?", "no")])
    #expect(terminal.waitFor("nothing was recorded") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
  }

  @Test func somebodyComesIn() throws {
    let (terminal, process) = try sit(["person", "record", code])
    answer(terminal, [("Is this the case you mean?", "yes"), ("Full name:", "!")])
    let screen = try #require(terminal.waitFor("hidden and locked"))
    // Cleared, scroll-back too, before anything is said.
    #expect(screen.contains("\u{1B}[3J"))
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let shown = try Program.safekeep.run(["person", "show", code] + Self.asHoa, home: home)
    #expect(shown.output.contains("person.full_name\t[not_asked]"))
  }

  /// The questions of `reception record`, and what leads from each to the next.
  private static let reception = [
    ("Is this the case you mean?", "yes"), ("Committee notified at:", ""),
    ("health agency notified at:", ""), ("Who reported", ""), ("Brought by", ""),
    ("Preferred language (", ""), ("Interpreter:", ""), ("Urgent needs", ""),
    ("Safe contact", "Chỉ gọi buổi sáng"), ("more lines", "."), ("explained at:", ""),
    ("not explained:", ""), ("Paper record", ""), ("Interpreter: record one?", "no"),
    ("Record this?", "v"), ("Chỉ gọi buổi sáng", ""), ("Record this?", "no"),
  ]

  /// What the case is, what was told, the open summary: whatever stands on the screen goes.
  @Test(arguments: [0, 8, 9, 13, 16]) func itHidesAtEveryQuestionOfAForm(question: Int) throws {
    let (terminal, process) = try sit(["reception", "record", code])
    answer(
      terminal, Self.reception.prefix(question).map { $0 } + [(Self.reception[question].0, "!")])
    let screen = try #require(terminal.waitFor("hidden and locked"))
    #expect(screen.contains("\u{1B}[3J"))
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
  }

  @Test func itHidesAtTheQuestionsBesideAForm() throws {
    let purpose = try sit(["case", "show", code, "--class", "sensitive"])
    answer(purpose.0, [("What for?", " !! ")])
    let screen = try #require(purpose.0.waitFor("hidden and locked"))
    #expect(screen.contains("\u{1B}[3J"))
    purpose.1.waitUntilExit()
    #expect(purpose.1.terminationStatus == 130)
    let reading = try sit(["case", "show", code, "--class", "sensitive", "--for", "CAREMGT"])
    answer(reading.0, [("Enter clears the screen", "!")])
    #expect(reading.0.waitFor("hidden and locked")?.contains("\u{1B}[3J") == true)
    reading.1.waitUntilExit()
    #expect(reading.1.terminationStatus == 130)
  }

  /// What did not happen yet is refused at the question, and a yes is understood in Vietnamese.
  @Test func nothingHappensInTheFuture() throws {
    let (terminal, process) = try sit(["reception", "record", code, "--lang", "vi"])
    answer(
      terminal,
      [
        ("Có đúng là hồ sơ này không?", "có"), ("báo Ủy ban nhân dân", "01/01/2090 10:00"),
        ("trong tương lai", "!"),
      ])
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let given = try Program.safekeep.run(
      ["person", "record", code, "--from", "-", "--json"] + Self.asHoa,
      input: #"{"case": "\#(code)", "birth_date": "2090"}"#, home: home)
    #expect(given.status == 65)
    #expect(given.errors.contains(#""reason":"in_the_future""#))
  }

  @Test func timesAreThoseOfVietNamWhateverTheMachineSays() throws {
    let text =
      #"{"case": "\#(code)", "cpc_notified_at": "02/03/2026 03:30","#
      + #" "health_agency_notified_at": "2026-03-01T20:30:00Z"}"#
    let recorded = try Program.safekeep.run(
      ["reception", "record", code, "--from", "-"] + Self.asHoa, input: text, home: home)
    #expect(recorded.status == 0)
    for zone in ["UTC", "America/New_York", "Asia/Ho_Chi_Minh"] {
      let page = try Program.safekeep.run(
        ["reception", "show", code, "--format", "table"] + Self.asHoa, environment: ["TZ": zone],
        home: home)
      #expect(page.output.components(separatedBy: "02/03/2026 03:30").count == 3)
    }
    let json = try Program.safekeep.run(
      ["reception", "show", code, "--json"] + Self.asHoa, environment: ["TZ": "UTC"], home: home)
    #expect(json.output.contains(#""cpc_notified_at":"2026-03-02T03:30:00+07:00""#))
    #expect(json.output.contains(#""health_agency_notified_at":"2026-03-01T20:30:00Z""#))
  }

  @Test func withoutATerminalNothingIsAsked() throws {
    let run = try Program.safekeep.run(["person", "record", code] + Self.asHoa, home: home)
    #expect(run.status == 64)
    #expect(run.errors.contains("no terminal to ask it on"))
    #expect(run.errors.contains("--from"))
    let forbidden = try Program.safekeep.run(
      ["case", "open", "--no-input"] + Self.asHoa, home: home)
    #expect(forbidden.status == 64)
  }
}
