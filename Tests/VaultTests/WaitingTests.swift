import AuditLog
import Foundation
import GRDB
import Sealing
import Synchronization
import Testing

@testable import Vault

/// Several processes at one vault: who waits, for what, and that nobody gives up early.
@Suite struct WaitingTests {
  /// A read in a thread of its own, and whether it came to its end.
  private final class Reader: Sendable {
    private let outcome = Mutex<String?>(nil)

    init(_ desk: Desk) {
      Thread {
        do {
          try desk.read("lead", [TestTable.name], of: desk.shared)
          self.outcome.withLock { $0 = "read" }
        } catch { self.outcome.withLock { $0 = "\(error)" } }
      }.start()
    }

    var isWaiting: Bool { outcome.withLock { $0 == nil } }

    func end() -> String {
      while true {
        if let text = outcome.withLock({ $0 }) { return text }
        usleep(1_000)
      }
    }
  }

  /// Whoever has the turn is waited for, and nothing is written meanwhile.
  @Test func theTurnIsWaitedFor() throws {
    let desk = try Desk()
    let size = try desk.entries().count
    let turn = try #require(FolderTurn(of: desk.path))
    #expect(turn.take(patience: .zero))
    let reader = Reader(desk)
    usleep(50_000)
    #expect(reader.isWaiting)
    #expect(try desk.entries().count == size)
    turn.giveBack()
    #expect(reader.end() == "read")
    #expect(try desk.entries().count == size + 1)
  }

  /// A program that takes no turns, an older one of ours or SQLite's own, is waited for as before: it
  /// is SQLite's lock that counts.
  @Test func soIsAWriterWhoTakesNone() throws {
    let desk = try Desk()
    let size = try desk.entries().count
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let queue = try DatabaseQueue(path: desk.records, configuration: configuration)
    try queue.inDatabase { db in try db.execute(sql: "BEGIN IMMEDIATE") }
    let reader = Reader(desk)
    usleep(50_000)
    #expect(reader.isWaiting)
    try queue.inDatabase { db in try db.execute(sql: "ROLLBACK") }
    #expect(reader.end() == "read")
    #expect(try desk.entries().count == size + 1)
  }

  /// The turn is given back by an act that fails as by one that does not.
  @Test func aFailedActKeepsNoTurn() throws {
    let desk = try Desk()
    let turn = try #require(FolderTurn(of: desk.path))
    try desk.act("lead") { vault, session in
      #expect(throws: VaultError.readOnly) {
        try vault.act(as: session) { _ throws(VaultError) -> Ruling<Void> in
          #expect(!turn.take(patience: .zero))
          throw VaultError.readOnly
        }
      }
      #expect(turn.take(patience: .zero))
      turn.giveBack()
      _ = try vault.read([TestTable.name], of: desk.shared, for: nil, as: session)
      #expect(turn.take(patience: .zero))
    }
  }

  @Test func patienceEndsAndBeginsAnew() {
    #expect(!Patience(.zero).mayLookAgain(after: 0))
    #expect(Patience(.seconds(30)).mayLookAgain(after: 0))
    let short = Patience(.milliseconds(20))
    var tries = 0
    while short.mayLookAgain(after: tries) { tries += 1 }
    #expect(tries > 1)
    #expect(!short.mayLookAgain(after: tries))
    // Another wait is another patience.
    #expect(short.mayLookAgain(after: 0))
  }

  /// Never so long that a commit of a few milliseconds is slept through, never so short that looking is
  /// all a processor does.
  @Test func pausesAreShort() {
    let pauses = (0..<5_000).map { Patience.pause(after: $0) }
    #expect(pauses.first == 200)
    #expect(pauses == pauses.sorted())
    #expect(pauses.allSatisfy { $0 <= 5_000 })
    #expect(Patience.pause(after: .max / 20) == 5_000)
    // Thirty seconds of them come to an end before their number does.
    #expect(pauses.reduce(0) { $0 + Int($1) } > 20_000_000)
  }
}
