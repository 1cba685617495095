import AuditLog
import Foundation
import Sealing
import Testing

/// What leaves the office is an export in every system's words (DICOM PS3.16, 110106).
@Suite struct LeavingEventTests {
  @Test(arguments: [Act.export, Act.print, Act.caseTransfer])
  func whatLeavesIsAnExport(_ act: String) throws {
    var log = try ReportLog()
    try log.act(act, 1, by: log.lead, as: "lead")
    let written = log.vault.log
    let leaf = try Leaf(parsing: #require(written.leaves.last))
    let line = EventExport(.fhir, under: Checkpoint(origin: written.origin, written.frontier)).line(
      of: leaf)
    let event = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    let type = try #require(event["type"] as? [String: Any])
    #expect(type["code"] as? String == "110106" && type["display"] as? String == "Export")
    #expect(event["action"] as? String == "R")
  }
}
