import Testing
import Vault

@testable import Casework

/// What makes a limit one of a file, or lengthens it, is no date: once the limit has passed it is corrected by two people
/// all the same, or a date could be corrected meanwhile. Today is Sunday, 22 November 2026.
@Suite struct ClockSwitchTests {
  private static let reply = "verification.police_reply_at"

  private static func file(_ more: [String: String] = [:]) -> [String: String] {
    [
      "case.status": "in_process", "case.entry_path": "self_report",
      "case.legal_regime": "L53_2024", "case.received_at": "2026-10-01T08:00+07:00",
      "case.cpc_notified_at": "2026-10-01T09:00+07:00",
      "case.health_agency_notified_at": "2026-10-01T10:00+07:00",
      "verification.initial_check_at": "2026-10-02T08:00+07:00",
      "verification.initial_check_result": "insufficient",
      "verification.police_request_at": "2026-10-20T09:00+07:00",
    ].merging(more) { $1 }
  }

  private static func stay(from day: String) -> [[String: String]] {
    [
      file(),
      [
        "stay.stay_from": day, "stay.stay_wish": "yes", "stay.stay_need": "no_residence",
        "stay.stay_facility": "nhà tạm lánh thử",
      ],
    ]
  }

  /// From 14 August 22 November is day 100 of 120; from 1 July the stay is over its limit.
  @Test(arguments: [("2026-09-01", false), ("2026-08-14", true), ("2026-07-01", true)])
  func theLawOfAFileIsCorrectedByTwoPeopleOnceAStayIsNearItsEnd(
    _ from: String, isHeld: Bool
  ) throws {
    let asked = try FormBench.check(
      "case", ["case.legal_regime": "[declined]"], on: Self.stay(from: from))
    #expect((asked.move?.isHeld == true) == isHeld)
    let law = try Book.field("case.legal_regime").id
    #expect(asked.changes.operations.keys.contains(law) == !isHeld)
    // No limit ends later by the older law, which gives less.
    let less = try FormBench.check(
      "case", ["case.legal_regime": "L66_2011"], on: Self.stay(from: from))
    #expect(less.move == nil)
  }

  /// The police was never told of the arrival: that limit has passed, and goes with another path.
  @Test func theWayOfArrivalIsCorrectedByTwoPeopleOnceItsLimitHasPassed() throws {
    let late = Self.file(["case.cpc_notified_at": "[declined]"])
    let asked = try FormBench.check("case", ["case.entry_path": "rescued"], on: [late])
    #expect(asked.move?.isHeld == true && asked.written("case.entry_path") == nil)
    #expect(asked.notes.map(\.reason).contains(.moveAsked))
    // Recorded for the first time it is no correction; and all met in time it is free.
    let first = try FormBench.check(
      "case", ["case.entry_path": "rescued"],
      on: [late.merging(["case.entry_path": "[declined]"]) { $1 }])
    #expect(first.move == nil)
    let met = try FormBench.check("case", ["case.entry_path": "hotline111"], on: [Self.file()])
    #expect(met.move == nil && met.written("case.entry_path") == .text("hotline111"))
  }

  /// Answered on 20 November, eleven days late; with an answer that is none yet nothing has ended.
  @Test func anAnswerThatIsNoneYetIsNotMadeTimely() throws {
    let pending = Self.file([
      Self.reply: "2026-11-20T09:00+07:00", "verification.police_reply": "need_more_time",
    ])
    let why = ["verification.correction_reason": "ghi nhầm ngày"]
    let back = [Self.reply: "2026-11-05T09:00+07:00"]
    #expect(
      try FormBench.stop("verification", back, on: [pending])?.reason == .moveReason)
    let asked = try FormBench.check(
      "verification", back.merging(why) { $1 }, on: [pending])
    #expect(asked.move?.isHeld == true && asked.written(Self.reply) == nil)
    for free in ["2026-11-19T09:00+07:00", "2026-11-21T09:00+07:00"] {
      #expect(
        try FormBench.check("verification", [Self.reply: free], on: [pending]).move == nil)
    }
  }

  /// A third party gives five days more: not after the fifteen are over.
  @Test(arguments: [("2026-10-20T08:00+07:00", true), ("2026-11-16T08:00+07:00", false)])
  func aThirdPartyLengthensNothingThatHasPassed(_ received: String, isHeld: Bool) throws {
    let request = [
      "request.kind": "withdraw", "request.received": received,
    ]
    let asked = try FormBench.check(
      "request", ["request.third_party": "yes", "request.correction_reason": "bên vận chuyển"],
      on: [Self.file(), request], correcting: 1)
    #expect((asked.move?.isHeld == true) == isHeld)
    #expect((asked.written("request.third_party") == nil) == isHeld)
  }

  /// An extension that was asked for while a third party had to act is none of the shorter limit, which had passed.
  @Test func anExtensionIsNotCarriedToAShorterLimit() throws {
    let request = [
      "request.kind": "withdraw", "request.received": "2026-11-05T08:00+07:00",
      "request.third_party": "yes", "request.extended_to": "2026-12-05",
    ]
    let asked = try FormBench.check(
      "request", ["request.third_party": "no", "request.correction_reason": "không cần bên nào"],
      on: [Self.file(), request], correcting: 1)
    #expect(asked.move?.isHeld == true && asked.written("request.third_party") == nil)
  }

  @Test func codesAndAnswersAreReadBackAsTheyWereWritten() throws {
    let (path, third) = (try Book.field("case.entry_path"), try Book.field("request.third_party"))
    let record = try #require(RecordID(bytes: Array(repeating: 7, count: 16)))
    let all = [
      DateCorrection(field: path.id, record: nil, value: .text("rescued")),
      DateCorrection(field: third.id, record: record, value: .bool(.yes)),
      DateCorrection(field: third.id, record: record, value: .bool(.unknown)),
    ]
    let subject = DateCorrection.subject(of: all)
    #expect(!subject.contains(" ") && DateCorrection.all(in: subject, Book.builtIn) == all)
    for text in ["\(path.id.rawValue):-:nowhere", "\(third.id.rawValue):-:maybe"] {
      #expect(DateCorrection.all(in: text, Book.builtIn).isEmpty, "\(text)")
    }
  }
}
