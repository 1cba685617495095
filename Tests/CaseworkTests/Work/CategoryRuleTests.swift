import Testing
import Vault

@testable import Casework

/// The row of Article 37 follows the legal status, and a minor who came along came with somebody.
@Suite struct CategoryRuleTests {
  private static func stop(
    _ category: String, at status: String, _ more: [String: String] = [:]
  ) throws -> RuleStop? {
    try FormBench.stop(
      "case", ["case.person_category": category],
      on: [["case.status": status].merging(more) { $1 }])
  }

  @Test func aVictimsRowFollowsTheDecision() throws {
    for status in ["reported", "received", "in_process", "not_identified"] {
      let stop = try #require(try Self.stop("victim_vn", at: status), "\(status)")
      #expect(stop.reason == .otherStanding && stop.obstacle == .state, "\(status)")
      #expect(stop.citation?.text.contains("Art. 37") == true, "\(status)")
      #expect(stop.names.map(\.told) == [status])
    }
    for status in ["identified", "reintegration"] {
      #expect(try Self.stop("victim_vn", at: status) == nil, "\(status)")
    }
  }

  @Test func aRowOfTheProcessEndsWithIt() throws {
    for category in ["in_process_vn_domestic", "in_process_vn_abroad"] {
      for status in ["received", "in_process"] {
        #expect(try Self.stop(category, at: status) == nil, "\(category) \(status)")
      }
      for status in ["identified", "not_identified", "reintegration"] {
        #expect(
          try Self.stop(category, at: status)?.reason == .otherStanding, "\(category) \(status)")
      }
    }
    #expect(try Self.stop("foreigner", at: "received") == nil)
    #expect(try Self.stop("foreigner", at: "identified") == nil)
  }

  /// Told and not refused: somebody may have two nationalities.
  @Test func aNationalityThatSpeaksAgainstTheRowIsTold() throws {
    func told(_ category: String, _ more: [String: String]) throws -> [[String]] {
      let file = ["case.status": category == "victim_vn" ? "identified" : "received"]
        .merging(more) { $1 }
      return try FormBench.check("case", ["case.person_category": category], on: [file]).notes
        .filter { $0.reason == .categoryDoubt }.map { $0.names.map(\.told) }
    }
    let (khmer, own) = (["person.nationality": "KHM"], ["person.nationality": "VNM"])
    #expect(try told("victim_vn", khmer) == [["person.nationality"]])
    #expect(
      try told("victim_vn", khmer.merging(["case.entry_path": "foreigner"]) { $1 })
        == [["person.nationality", "case.entry_path"]])
    #expect(try told("in_process_vn_domestic", khmer) == [["person.nationality"]])
    #expect(try told("in_process_vn_abroad", ["person.stateless": "yes"]) == [["person.stateless"]])
    #expect(try told("foreigner", own) == [["person.nationality"]])
    for category in ["victim_vn", "in_process_vn_domestic", "in_process_vn_abroad"] {
      #expect(try told(category, own) == [], "\(category)")
      #expect(try told(category, [:]) == [], "\(category)")
    }
    #expect(try told("in_process_vn_domestic", ["person.stateless": "yes"]) == [])
    #expect(try told("foreigner", khmer) == [])
  }

  /// Neither does a minor who came with a foreigner have a row, nor is it forgotten when it is learned later.
  @Test func whatIsLearnedLaterSpeaksAgainstItToo() throws {
    let child = [
      "case.status": "received", "person.birth_date": "2019", "link.kind": "principal",
      "case.entry_path": "foreigner",
    ]
    let notes = try FormBench.check(
      "case", ["case.person_category": "minor_accompanying_in_process_domestic"], on: [child]
    ).notes
    #expect(notes.map(\.reason) == [.categoryDoubt])
    #expect(notes.first?.citation?.text == "Law 53/2024 Art. 37(3)")
    let later = try FormBench.check(
      "person", ["person.nationality": "KHM"],
      on: [["case.status": "received", "case.person_category": "in_process_vn_domestic"]]
    ).notes
    #expect(later.map(\.reason) == [.categoryDoubt])
  }

  @Test func aProtectedRelativeHasNoRow() throws {
    let relative = ["case.file_kind": "protected_relative"]
    #expect(
      try Self.stop("in_process_vn_domestic", at: "received", relative)?.reason == .relativeFile)
  }

  /// Of somebody identified before 1 July 2025 alone (Art. 63).
  @Test func theOlderLawIsToldApartInTheFileItself() throws {
    func notes(_ law: String, _ file: [String: String]) throws -> [NoteReason] {
      try FormBench.check("case", ["case.legal_regime": law], on: [file]).notes.map(\.reason)
    }
    let arrived = ["case.status": "received", "case.received_at": "2026-10-01T08:00+07:00"]
    #expect(try notes("L66_2011", arrived) == [.newerLaw])
    #expect(try notes("L53_2024", arrived) == [])
    let old = arrived.merging([
      "case.status": "identified", "identification.decision": "victim",
      "identification.decided_at": "2025-06-20",
    ]) { $1 }
    #expect(try notes("L66_2011", old) == [])
    func stop(_ law: String, _ file: [String: String]) throws -> RuleStop? {
      try FormBench.stop("case", ["case.legal_regime": law], on: [file])
    }
    let other = try stop("L53_2024", old)
    #expect(other?.reason == .otherLaw && other?.citation?.text == "Law 53/2024 Art. 63")
    #expect(other?.names.map(\.told) == ["identification.decided_at", "L66_2011"])
    let now = old.merging(["identification.decided_at": "2025-07-01"]) { $1 }
    #expect(try stop("L66_2011", now)?.names.map(\.told).last == "L53_2024")
    #expect(try stop("L53_2024", now) == nil)
    // Who is in process since then was not identified before: whichever is recorded first.
    let inProcess = ["case.person_category": "in_process_vn_domestic"]
    let first = try stop("L66_2011", arrived.merging(inProcess) { $1 })
    #expect(first?.reason == .otherLaw)
    #expect(first?.names.map(\.told) == ["case.person_category", "L53_2024"])
    let second = try FormBench.stop(
      "case", inProcess, on: [arrived.merging(["case.legal_regime": "L66_2011"]) { $1 }])
    #expect(second?.reason == .otherLaw)
    let before = arrived.merging(["case.received_at": "2025-05-01T08:00+07:00"]) { $1 }
    #expect(try stop("L66_2011", before.merging(inProcess) { $1 }) == nil)
    // A minor who came along has the law of somebody else's file.
    let minor = now.merging(["case.person_category": "minor_accompanying_victim"]) { $1 }
    #expect(try notes("L66_2011", minor) == [.newerLaw])
  }

  /// Who is no victim by the decision has no row to be recorded.
  @Test func nothingIsDueOfWhoWasNotIdentified() {
    let file = LawOffice.file([
      ["case.status": "not_identified", "case.person_category": "in_process_vn_domestic"]
    ])
    #expect(!file.isCategoryDue(standing: "not_identified"))
    #expect(file.isCategoryDue(standing: "identified"))
  }

  @Test func aReopenedFileStandsWhereItStood() throws {
    #expect(
      try Self.stop("victim_vn", at: "reopened", ["case.former_status": "identified"]) == nil)
    #expect(
      try Self.stop("victim_vn", at: "reopened", ["case.former_status": "received"])?.reason
        == .otherStanding)
  }

  @Test func aMinorWhoCameAlongCameWithSomebody() throws {
    let child = ["person.birth_date": "2019"]
    for category in [
      "minor_accompanying_victim", "minor_accompanying_in_process_domestic",
      "minor_accompanying_in_process_abroad",
    ] {
      let alone = try #require(try Self.stop(category, at: "received", child))
      #expect(alone.reason == .noPrincipal && alone.names.map(\.told) == ["principal"])
      #expect(alone.citation?.text.contains("Art. 37") == true)
      for kind in ["same", "dependant", "relative"] {
        #expect(
          try Self.stop(category, at: "received", child.merging(["link.kind": kind]) { $1 })?
            .reason == .noPrincipal, "\(kind)")
      }
      #expect(
        try Self.stop(category, at: "received", child.merging(["link.kind": "principal"]) { $1 })
          == nil)
    }
    let grown = ["person.birth_date": "1999", "link.kind": "principal"]
    #expect(try Self.stop("minor_accompanying_victim", at: "received", grown)?.reason == .ofAge)
  }

  // MARK: Support against a row that does not fit

  private static func support(
    _ regime: String, _ category: String, _ more: [String: String], on day: String = "2026-11-20"
  ) throws -> RuleStop? {
    try FormBench.stop(
      "support",
      [
        "support_item.regime": regime,
        "support_item.delivered_at": day + "T09:00+07:00",
      ], on: [["case.person_category": category].merging(more) { $1 }])
  }

  @Test func supportIsHeldAgainstTheRowThatFits() throws {
    let decided = [
      "case.status": "identified", "identification.decided_at": "2026-11-10",
      "case.received_at": "2026-10-01T08:00+07:00",
    ]
    // After the decision the row of the process is over; what may be given without a row may be given.
    let stale = try #require(try Self.support("d", "in_process_vn_domestic", decided))
    #expect(stale.reason == .staleCategory && stale.names.map(\.told) == ["a", "b", "c"])
    #expect(stale.citation?.text.contains("Art. 37") == true)
    #expect(try Self.support("a", "in_process_vn_domestic", decided) == nil)
    // What was given before it was given to somebody in process, whenever it is entered.
    #expect(
      try Self.support("d", "in_process_vn_domestic", decided, on: "2026-11-09") == nil)
    #expect(try Self.support("d", "victim_vn", decided) == nil)
    for status in ["received", "in_process"] {
      let early = ["case.status": status]
      #expect(try Self.support("k", "victim_vn", early)?.reason == .staleCategory, "\(status)")
      #expect(try Self.support("d", "in_process_vn_domestic", early) == nil, "\(status)")
    }
  }

  @Test func theOverviewSaysThatTheRowIsMissing() throws {
    let now = try Moment(FormBench.now)
    func overview(_ values: [String: String]) -> SupportOverview {
      SupportOverview(LawOffice.file([values]), at: now)
    }
    let stale = overview([
      "case.status": "identified", "case.person_category": "in_process_vn_domestic",
    ])
    #expect(stale.isCategoryDue && stale.open.map(\.regime.code) == ["a", "b", "c"])
    let none = overview(["case.status": "identified"])
    #expect(none.isCategoryDue && none.open.map(\.regime.code) == ["a", "b", "c"])
    let whole = overview(["case.status": "identified", "case.person_category": "victim_vn"])
    #expect(!whole.isCategoryDue && whole.open.count == 10)
    let process = overview([
      "case.status": "in_process", "case.person_category": "in_process_vn_domestic",
    ])
    #expect(!process.isCategoryDue && process.open.count == 7)
  }
}
