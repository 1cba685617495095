import Testing

@testable import Sealing

@Suite struct KeyArenaTests {
  @Test func givesRoomAndKeys() throws {
    var arena = try KeyArena(capacity: 3)
    #expect(arena.room == 3)
    let first = try arena.counting(from: 0)
    let random = arena.makeRandom()
    #expect(arena.room == 1)
    #expect(arena.revealed(first) == [UInt8](0...31))
    #expect(arena.revealed(random) != arena.revealed(first))
    #expect(arena.revealed(random).contains { $0 != 0 })
    #expect(first != random)
  }

  @Test func comparesKeys() throws {
    var arena = try KeyArena(capacity: 3)
    let first = try arena.counting(from: 0)
    let same = try arena.counting(from: 0)
    let other = try arena.counting(from: 1)
    let (firstAndSame, firstAndOther) = (arena.areEqual(first, same), arena.areEqual(first, other))
    #expect(firstAndSame)
    #expect(!firstAndOther)
  }

  @Test(arguments: [0, 31, 33]) func aKeyHasOneLength(count: Int) throws {
    var arena = try KeyArena(capacity: 1)
    let wrong = [UInt8](repeating: 1, count: count)
    var failure: SealingError?
    do throws(SealingError) {
      _ = try arena.load(wrong.span)
    } catch {
      failure = error
    }
    #expect(failure == .length)
    #expect(arena.room == 1)
  }

  @Test func wipingMakesRoomAndNewHandles() throws {
    var arena = try KeyArena(capacity: 1)
    let before = arena.makeRandom()
    arena.wipe()
    #expect(arena.room == 1)
    let after = arena.reserve()
    #expect(arena.revealed(after) == [UInt8](repeating: 0, count: 32))
    #expect(before != after)
  }

  @Test func givingBackWipes() throws {
    var arena = try KeyArena(capacity: 1)
    let key = arena.makeRandom()
    arena.giveBack(key)
    #expect(arena.room == 1)
    let next = arena.reserve()
    #expect(arena.revealed(next) == [UInt8](repeating: 0, count: 32))
  }

  @Test func aDeadHandleStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      var arena = try KeyArena(capacity: 1)
      let key = arena.makeRandom()
      arena.wipe()
      _ = arena.makeRandom()
      arena.withKey(key) { _ in }
    }
  }

  @Test func aHandleOfAnotherArenaStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      var one = try KeyArena(capacity: 1)
      var other = try KeyArena(capacity: 1)
      let key = one.makeRandom()
      _ = other.makeRandom()
      other.withKey(key) { _ in }
    }
  }

  @Test func aFullArenaStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      var arena = try KeyArena(capacity: 1)
      _ = arena.makeRandom()
      _ = arena.makeRandom()
    }
  }
}
