import AuditLog
import Foundation
import GRDB
import Testing

@testable import Vault

/// One head that several witnesses are asked for.
@Suite struct SharedHeadTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// Two witnesses that signed different heads last sign one and the same: only so a quorum of both is met.
  @Test func severalWitnessesAreAskedForOneHead() throws {
    let other = "auditor.example/w2"
    let early = try desk.cosignRequest()
    let first = try desk.witness(early.bytes)
    try desk.add(cosignature: first.note, first.vkey)
    let second = try desk.witness(desk.cosignRequest(old: 0).bytes, as: other)
    let late = try desk.add(cosignature: second.note, second.vkey).size
    let one = try desk.cosignRequest(old: early.size)
    let same = try desk.cosignRequest(old: late, head: one.size)
    #expect(same.size == one.size && same.note == one.note)
    let signed = try (desk.witness(one.bytes), desk.witness(same.bytes, as: other))
    try desk.add(cosignature: signed.0.note)
    try desk.add(cosignature: signed.1.note)
    #expect(try held().map(\.size) == [one.size, one.size])
    // Not of a head of which nobody was asked, and not of one before what the witness signed.
    desk.expectNoted(.noSuchSize) { _ = try desk.cosignRequest(old: late, head: one.size - 1) }
    desk.expectNoted(.noSuchSize) { _ = try desk.cosignRequest(old: one.size, head: early.size) }
    let entry = try #require(desk.entries().last)
    #expect(entry.out == .denied && entry.why == .state && entry.ref == early.size)
  }

  /// A kept head that was altered is none.
  @Test func onlyAHeadOfThisLogIsAskedForAgain() throws {
    let asked = try desk.cosignRequest()
    try desk.tamper(
      sql: "UPDATE audit_asked SET note=CAST(replace(CAST(note AS TEXT),?,?) AS BLOB)",
      ["\n\(asked.size)\n", "\n\(asked.size + 1)\n"])
    desk.expectNoted(.noSuchSize) { _ = try desk.cosignRequest(old: 0, head: asked.size) }
  }

  private func held() throws -> [CosignedHead] {
    try desk.act("auditor") { vault, session in try vault.logStatus(as: session).cosigned }
  }
}
