import Sealing
import Testing
import Vault

@testable import Casework

/// A limit that is taken from a file by a code, whose date is moved meanwhile, and that comes back: it is held to what a
/// moved date is held to, by the list in the row of the case.
@Suite struct RestingLimitTests {
  /// A file on its way through forms that one person writes.
  private struct Path {
    var records: CaseRecords
    var list: [DueItem] = []

    init(_ file: [[String: String]]) { records = LawOffice.file(file) }

    /// - Returns: what the rules made of the form.
    @discardableResult
    mutating func write(
      _ form: String, _ answers: [String: String], correcting record: RecordID? = nil,
      on day: String
    ) throws -> CheckedChanges {
      let book = Book.builtIn
      var values: [FieldID: FieldValue] = [:]
      for (name, text) in answers {
        let field = try Book.field(name)
        values[field.id] = LawOffice.value(text, field)
      }
      let now = try Moment(day + "T12:00+07:00")
      let changes = CaseChanges(values, book: book, entered: now, correcting: record)
      let due = try Book.field("case.due").id
      var listed = CaseChanges()
      listed.operations[due] = DueItem.value(list)
      let look = CaseLook(
        id: CaseID(Identifier.makeRandom()), records: records.applying(listed), version: 1,
        entry: 1, readable: Set(book.fields.map(\.id)))
      var checked = CheckedChanges(changes: changes, look: look, now: now)
      try FormRules.hold(&checked, to: [ClockMoveRule()])
      records = checked.after
      list = DueReckoning(book).items(records, known: list, at: now, moved: checked.moved)
      return checked
    }

    func item(_ clock: String) -> DueItem? { list.first { $0.clock == clock } }
  }

  private static func stay(from day: String) -> Path {
    Path([
      [
        "case.status": "in_process", "case.entry_path": "rescued",
        "case.legal_regime": "L53_2024", "case.received_at": "2026-08-01T08:00+07:00",
      ],
      [
        "stay.stay_from": day, "stay.stay_wish": "yes", "stay.stay_need": "no_residence",
        "stay.stay_facility": "nhà tạm lánh thử",
      ],
    ])
  }
  private static let stay = RecordID(bytes: Array(repeating: 2, count: 16))

  /// Another hour of the same day moves no limit that ends with a day, and none is out of every list for it.
  @Test func anotherHourOfTheDayIsNotLater() throws {
    var path = Path([
      [
        "case.status": "received", "case.entry_path": "self_report",
        "case.legal_regime": "L53_2024", "case.received_at": "2026-10-01T08:00+07:00",
        "case.file_kind": "person",
      ]
    ])
    let notified = "case.health_agency_notified_at"
    try path.write("reception", [notified: "2026-10-02T09:00+07:00"], on: "2026-10-02")
    let first = try #require(path.item("initial_check"))
    try path.write("reception", [notified: "2026-10-02T11:00+07:00"], on: "2026-10-02")
    try path.write("case", ["case.entry_path": "rescued"], on: "2026-10-03")
    let back = try path.write("case", ["case.entry_path": "self_report"], on: "2026-10-03")
    #expect(back.move?.isHeld != true)
    #expect(back.written("case.entry_path") == .text("self_report"))
    let running = path.list.filter { $0.clock == "initial_check" && !$0.isResting }
    #expect(running.map(\.end) == [first.end])
  }

  /// From 20 September to 10 October: nothing has passed, and no list shows the limit while the law is another.
  @Test func aStayComesBackNoLaterUnlessTwoPeopleSaySo() throws {
    var path = Self.stay(from: "2026-09-20")
    try path.write("support", ["stay.stay_need": "care"], correcting: Self.stay, on: "2026-10-01")
    let first = try #require(path.item("stay"))
    try path.write("case", ["case.legal_regime": "[declined]"], on: "2026-10-02")
    let resting = try #require(path.item("stay"))
    #expect(resting.isResting && resting.end == first.end && DueItem(resting.text) == resting)
    #expect(
      resting.standing(Book.builtIn.clocks["stay"], at: try Moment("2026-12-30T12:00+07:00")) == nil
    )
    // Nothing hangs on the day, and whoever typed it wrongly puts it right.
    let free = try path.write(
      "support", ["stay.stay_from": "2026-10-10"], correcting: Self.stay, on: "2026-10-10")
    #expect(free.move == nil)
    let back = try path.write("case", ["case.legal_regime": "L53_2024"], on: "2026-10-11")
    #expect(back.move?.isHeld == true && back.written("case.legal_regime") == nil)
    #expect(back.notes.map(\.reason) == [.moveAsked])
    #expect(path.item("stay")?.isResting == true)
  }

  @Test func whatComesBackAsItWasIsFree() throws {
    var path = Self.stay(from: "2026-09-20")
    try path.write("support", ["stay.stay_need": "care"], correcting: Self.stay, on: "2026-10-01")
    let first = path.list
    try path.write("case", ["case.legal_regime": "[declined]"], on: "2026-10-02")
    let back = try path.write("case", ["case.legal_regime": "L53_2024"], on: "2026-10-11")
    #expect(back.move == nil && path.list == first)
    // So does one whose day became an earlier one.
    try path.write("case", ["case.legal_regime": "[declined]"], on: "2026-10-12")
    try path.write(
      "support", ["stay.stay_from": "2026-09-18"], correcting: Self.stay, on: "2026-10-12")
    let sooner = try path.write("case", ["case.legal_regime": "L53_2024"], on: "2026-10-12")
    #expect(sooner.move == nil && path.list.map(\.isResting) == [false])
  }

  private static func reply(_ more: [String: String] = [:]) -> [String: String] {
    [
      "verification.police_reply_at": "2026-10-12T09:00+07:00",
      "verification.police_reply": "victim",
    ].merging(more) { $1 }
  }

  /// The paper is due at once after the answer: the answer is none any more, its day is another, and is one again.
  @Test func anAnswerThatIsGivenAgainLaterIsExplained() throws {
    let why = ["verification.correction_reason": "ghi nhầm ngày"]
    for (day, isHeld) in [("2026-10-12", false), ("2026-10-15", true)] {
      var path = Path([
        [
          "case.status": "in_process", "case.entry_path": "rescued",
          "verification.police_request_at": "2026-10-01T09:00+07:00",
        ]
      ])
      try path.write("verification", Self.reply(), on: "2026-10-12")
      #expect(path.item("paper_issue")?.start == (try Moment("2026-10-12T09:00+07:00")))
      try path.write(
        "verification", ["verification.police_reply": "need_more_time"], on: "2026-10-12")
      #expect(path.list.filter { $0.clock == "paper_issue" }.map(\.isResting).contains(true))
      try path.write(
        "verification", ["verification.police_reply_at": day + "T11:00+07:00"], on: day)
      let victim = ["verification.police_reply": "victim"]
      var again = path
      #expect(throws: CaseworkError.self) {
        try again.write("verification", victim, on: day)
      }
      let asked = try path.write("verification", victim.merging(why) { $1 }, on: day)
      #expect(asked.move?.isHeld == isHeld, "\(day)")
      #expect((asked.written("verification.police_reply") == nil) == isHeld)
    }
  }

  /// An answer that comes after an extension, or a notice after the arrival, takes nothing away.
  @Test func aLaterEventThatReplacesAnEarlierOneRestsNothing() throws {
    var path = Path([
      [
        "case.status": "received", "case.entry_path": "self_report",
        "case.received_at": "2026-10-01T08:00+07:00",
      ]
    ])
    try path.write("case", ["case.file_kind": "person"], on: "2026-10-01")
    #expect(path.item("initial_check") != nil)
    try path.write(
      "reception", ["case.health_agency_notified_at": "2026-10-02T08:00+07:00"], on: "2026-10-02")
    try path.write(
      "verification", ["verification.police_request_at": "2026-10-02T09:00+07:00"],
      on: "2026-10-02")
    try path.write(
      "verification", ["extension.step": "complex", "extension.reason": "x"], on: "2026-10-12")
    #expect(path.list.allSatisfy { !$0.isResting })
    #expect(path.item("initial_check")?.start == (try Moment("2026-10-02T08:00+07:00")))
  }

  /// Two people took it away; a record that is gone takes what was known with it.
  @Test func whatTwoPeopleTookAwayStaysKnown() throws {
    let (book, now) = (Book.builtIn, try Moment("2026-12-30T12:00+07:00"))
    var path = Self.stay(from: "2026-08-20")
    try path.write("support", ["stay.stay_need": "care"], correcting: Self.stay, on: "2026-10-01")
    var overdue = try #require(path.item("stay"))
    overdue.isNoted = true
    path.list = [overdue]
    let asked = try path.write("case", ["case.legal_regime": "[declined]"], on: "2026-12-30")
    let move = try #require(asked.move)
    #expect(move.isHeld)
    let agreed = path.records.applying(CaseChanges(move.corrections, book))
    let list = DueReckoning(book).items(agreed, known: path.list, at: now, moved: move)
    #expect(list == [overdue.resting])
    // Its passing is in the log, and is not put there again when it is back.
    #expect(DueReckoning(book).items(path.records, known: list, at: now) == [overdue])
    let erased = CaseRecords(agreed.records.filter { $0.id == nil }, book: book)
    #expect(DueReckoning(book).items(erased, known: list, at: now).isEmpty)
  }
}
