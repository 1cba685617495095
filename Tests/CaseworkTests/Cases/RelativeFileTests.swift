import Testing
import Vault

@testable import Casework

/// The file of a relative who is protected and no victim goes through no process of identification.
@Suite struct RelativeFileTests {
  private let office: CaseOffice

  init() throws { office = try CaseOffice(crew: [("duty", .duty), ("social", .socialWorker)]) }

  private func opened(_ kind: String) throws -> OpenedCase {
    try office.act("social") { casework, session in
      try casework.openCase(
        FormInput(texts: ["file_kind": kind, "entry_path": "self_report"]), as: session)
    }
  }

  /// What it is asked for is what it can take.
  @Test func nothingIsMissingThatItCannotTake() throws {
    for (kind, asked) in [
      ("person", ["health_agency_notified_at", "person_category"]), ("protected_relative", []),
    ] {
      let file = try opened(kind)
      let page = try office.shown(nil, file.code, by: "social")
      let others = ["receiving_unit", "limits_explained_at"]
      #expect(file.missing.map(\.name).filter { !others.contains($0) } == asked)
      #expect(page.missing.map(\.name).filter { !others.contains($0) } == asked)
      #expect(page.missing.map(\.name).filter(others.contains) == others)
    }
  }
}
