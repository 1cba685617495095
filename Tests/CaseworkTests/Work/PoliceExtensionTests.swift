import Testing
import Vault

@testable import Casework

/// The police lengthen their own limit (Law 53/2024 Art. 27(3)): they hold no key of what they record, and of an extension
/// that nobody recorded yet nothing could be shared with them.
@Suite struct PoliceExtensionTests {
  private let desk: ReleaseOffice

  init() throws { desk = try ReleaseOffice.withPolice() }

  private static let extensions = [
    "extension.step", "extension.reason", "extension.until", "extension.decided_at",
    "extension.entered_at",
  ]

  private func lengthen(
    _ step: String, _ code: CaseCode, on day: String? = nil
  ) throws -> RuleStop? {
    try desk.stop {
      var answers: [String: FieldInput] = ["step": .text(step), "reason": .text("nhiều địa bàn")]
      answers["decided_at"] = day.map { .text($0) }
      try desk.record("verification", answers, code, by: "police")
    }
  }

  @Test func theyRecordTheFirstAndWithItsCopiesTheSecond() throws {
    let code = try desk.askedOfPolice()
    // In their order, from the first on.
    #expect(try lengthen("prolonged", code)?.reason == .extensionOrder)
    #expect(try lengthen("complex", code, on: "2026-09-21") == nil)
    #expect(
      try desk.records("extension", "verification", code, by: "lead").count == 1)
    // What stands now they see only where it is shared with them.
    let hidden = try lengthen("prolonged", code)
    #expect(hidden?.reason == .notSeen && hidden?.names.map(\.told).first == "extension.step")
    try desk.share(
      Self.extensions, code, with: "police", on: .provision("L53_27_2"), purpose: nil, by: "lead")
    #expect(try lengthen("complex", code)?.reason == .extensionOrder)
    #expect(try lengthen("prolonged", code)?.reason == .prolongedTooSoon)
    desk.office.wait(days: 2)
    #expect(try lengthen("prolonged", code) == nil)
    #expect(try desk.sound())
  }

  /// What was taken back is not gone before a second person agrees: it is not as if there were none.
  @Test func oneThatIsOutOfSightIsNotNone() throws {
    let code = try desk.askedOfPolice()
    try desk.record(
      "verification", ["step": .text("complex"), "reason": .text("x")], code, by: "lead")
    let name = try desk.office.newest("extension", "verification", code)
    _ = try desk.office.retract(name, code)
    #expect(try lengthen("complex", code)?.reason == .notSeen)
  }
}
