import Foundation
import Synchronization
import Testing

@testable import Sealing

/// Turns at a folder: one at a time, given back however the holder ends, and nobody passed over.
@Suite struct FolderTurnTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "safekeep-turn-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func clear() { try? FileManager.default.removeItem(atPath: folder) }

  @Test func oneAtATime() throws {
    defer { clear() }
    let first = try #require(FolderTurn(of: folder))
    let second = try #require(FolderTurn(of: folder))
    #expect(first.take(patience: .zero))
    #expect(!second.take(patience: .zero))
    #expect(!second.take(patience: .milliseconds(3)))
    first.giveBack()
    #expect(second.take(patience: .zero))
    #expect(!first.take(patience: .zero))
    second.giveBack()
    #expect(first.take(patience: .zero))
  }

  /// The kernel takes the turn back with the descriptor, as it does with a process that was killed.
  @Test func endsWithItsHolder() throws {
    defer { clear() }
    let waiting = try #require(FolderTurn(of: folder))
    do {
      let dying = try #require(FolderTurn(of: folder))
      #expect(dying.take(patience: .zero))
      #expect(!waiting.take(patience: .zero))
    }
    #expect(waiting.take(patience: .zero))
  }

  @Test func patienceIsKept() throws {
    defer { clear() }
    let holder = try #require(FolderTurn(of: folder))
    let waiting = try #require(FolderTurn(of: folder))
    #expect(holder.take(patience: .zero))
    let begun = ContinuousClock.now
    #expect(!waiting.take(patience: .milliseconds(80)))
    #expect(ContinuousClock.now - begun >= .milliseconds(80))
  }

  @Test func aFolderThatIsNotThereHasNoTurns() {
    #expect(FolderTurn(of: folder + "/none") == nil)
    clear()
  }

  /// Six who want it all the time: never two at once, and everyone comes to their end.
  @Test func nobodyIsPassedOver() throws {
    defer { clear() }
    let folder = folder
    let inside = Mutex(0)
    let most = Mutex(0)
    let done = Mutex([Int](repeating: 0, count: 6))
    let workers = (0..<6).map { place in
      Thread {
        guard let turn = FolderTurn(of: folder) else { return }
        for _ in 0..<25 where turn.take(patience: .seconds(30)) {
          let count = inside.withLock { count in
            count += 1
            return count
          }
          most.withLock { $0 = max($0, count) }
          usleep(200)
          inside.withLock { $0 -= 1 }
          done.withLock { $0[place] += 1 }
          turn.giveBack()
        }
      }
    }
    workers.forEach { $0.start() }
    while !workers.allSatisfy(\.isFinished) { usleep(1_000) }
    #expect(most.withLock { $0 } == 1)
    #expect(done.withLock { $0 } == [Int](repeating: 25, count: 6))
  }
}
