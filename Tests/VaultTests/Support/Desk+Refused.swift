import AuditLog
import GRDB
import Testing

@testable import Vault

extension Desk {
  /// Refused for what was brought or asked for, and the newest entry, which the refusal names, says so.
  func expectNoted(
    _ error: VaultError, _ place: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) {
    let thrown = #expect(throws: VaultError.self, sourceLocation: place) { try body() }
    guard case .noted(let refused, let entry) = thrown else {
      Issue.record("no entry tells of it: \(String(describing: thrown))", sourceLocation: place)
      return
    }
    #expect(refused == error, sourceLocation: place)
    #expect(entry == (try? entries().last?.seq), sourceLocation: place)
  }

  /// The log is shorter than what somebody's client remembers.
  func expectRolledBack(
    _ place: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) {
    let thrown = #expect(throws: VaultError.self, sourceLocation: place) { try body() }
    guard case .rolledBack(let size, let pinned) = thrown else {
      Issue.record("not rolled back: \(String(describing: thrown))", sourceLocation: place)
      return
    }
    #expect(size == (try? headSize()) && pinned >= size, sourceLocation: place)
  }

  /// It has as many entries or more, and others.
  func expectForked(_ place: SourceLocation = #_sourceLocation, _ body: () throws -> Void) {
    let thrown = #expect(throws: VaultError.self, sourceLocation: place) { try body() }
    guard case .splitView(let size, let pinned) = thrown else {
      Issue.record("not forked: \(String(describing: thrown))", sourceLocation: place)
      return
    }
    #expect(size == (try? headSize()) && pinned <= size, sourceLocation: place)
  }

  private func headSize() throws -> Int {
    try inspect { db in try Int.fetchOne(db, sql: "SELECT size FROM audit_head") ?? 0 }
  }
}
