import AuditLog
import Foundation
import Testing

@testable import Vault

/// Dismissed people are what they were in a copy of before: their word on going on with it counts for nobody whose client
/// knows of it, and what two others say does.
@Suite struct GoneWordTests {
  private let desk: Desk

  /// Members with pins on both sides of a copy, duty's older than what is gone; a second administrator and auditor.
  init() throws {
    desk = try Desk(hasTrustees: true)
    try desk.give(.admin, to: "trustee2")
    try desk.give(.auditor, to: "trustee3")
    for handle in ["duty", "lead", "admin", "auditor"] { try desk.look(handle) }
    try FileManager.default.copyItem(atPath: desk.path, toPath: desk.folder + "/older")
  }

  private func putBack() throws {
    for handle in ["lead", "social", "trustee2", "trustee3"] { try desk.look(handle) }
    try FileManager.default.removeItem(atPath: desk.path)
    try FileManager.default.copyItem(atPath: desk.folder + "/older", toPath: desk.path)
  }

  private func ask(_ handle: String) throws -> Int {
    try desk.accepting(handle) { vault, session in try vault.askAcceptance(as: session).entry }
  }

  private func give(_ seq: Int, _ handle: String) throws {
    try desk.accepting(handle) { vault, session in
      _ = try vault.giveAcceptance(of: seq, as: session)
    }
  }

  /// Who remembers more is refused, and hears why; who knows of nothing goes on.
  private func expectDoubted(
    _ asked: Int, by handles: [String], _ place: SourceLocation = #_sourceLocation
  ) throws {
    for handle in handles {
      let vault = try desk.vault(handle)
      #expect(throws: VaultError.self, sourceLocation: place) {
        _ = try vault.unlock(handle, bundleKey: desk.bundleKey(handle), sid: "0123456789abcdef")
      }
      #expect(vault.doubtedAcceptance == asked, sourceLocation: place)
    }
  }

  @Test func bothWereDismissed() throws {
    try desk.look("admin")
    try desk.suspend("admin")
    try desk.suspend("auditor")
    try putBack()
    let asked = try ask("admin")
    try give(asked, "auditor")
    try expectDoubted(asked, by: ["lead", "social", "trustee2", "trustee3"])
    try desk.look("duty")
    // Those who still are what they were put it right.
    let again = try ask("trustee2")
    try give(again, "trustee3")
    for handle in ["lead", "social", "trustee2", "trustee3", "duty"] { try desk.look(handle) }
    #expect(try desk.verify().findings == [])
  }

  /// One of them is enough, and so is the end of a role.
  @Test func theAuditorIsOneNoMore() throws {
    try desk.act("admin") { vault, session in
      _ = try vault.remove(.auditor, from: "auditor", as: session)
    }
    try putBack()
    let asked = try ask("trustee2")
    try give(asked, "auditor")
    try expectDoubted(asked, by: ["lead", "social", "trustee2", "trustee3"])
    // It was given, so it is asked anew.
    let again = try ask("trustee2")
    try give(again, "trustee3")
    try desk.look("lead")
  }

  /// An auditor whose client knows gives nothing, what waits stops nobody from asking, and refusing is open to them.
  @Test func theAdministratorIsOneNoMore() throws {
    try desk.look("admin")
    try desk.suspend("admin")
    try putBack()
    let asked = try ask("admin")
    desk.expectNoted(.askedByGone(asked)) { try give(asked, "trustee3") }
    let entry = try #require(try desk.entries().last)
    #expect(entry.act == Act.approvalGive && entry.out == .denied && entry.why == .state)
    let again = try ask("trustee2")
    #expect(again > asked)
    try give(again, "trustee3")
    for handle in ["lead", "social", "trustee2", "trustee3"] { try desk.look(handle) }
    try desk.accepting("trustee3") { vault, session in
      _ = try vault.refuseAcceptance(of: asked, as: session)
    }
    #expect(try desk.verify().findings == [])
  }

  /// Who had lost the role and has it again counts.
  @Test func whoHasItAgain() throws {
    try desk.act("admin") { vault, session in
      _ = try vault.remove(.auditor, from: "auditor", as: session)
    }
    try desk.give(.auditor, to: "auditor")
    try putBack()
    let asked = try ask("trustee2")
    try give(asked, "auditor")
    for handle in ["lead", "social"] { try desk.look(handle) }
  }
}
