import Glibc
import Testing

@testable import Sealing

@Suite struct GuardedMemoryTests {
  /// Flags of the region an address lies in, from /proc/self/smaps; "lo" is locked, "dd" not dumped.
  private func flags(at address: UInt) throws -> [Substring] {
    guard let file = unsafe fopen("/proc/self/smaps", "re") else { return [] }
    defer { unsafe fclose(file) }
    var line = [CChar](repeating: 0, count: 4096)
    var isHere = false
    while unsafe fgets(&line, 4096, file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let bounds = text.prefix { $0 != " " }.split(separator: "-").compactMap {
        UInt($0, radix: 16)
      }
      if bounds.count == 2 { isHere = bounds[0] <= address && address < bounds[1] }
      if isHere, text.hasPrefix("VmFlags:") { return text.split(whereSeparator: \.isWhitespace) }
    }
    return []
  }

  @Test func isLockedAndNotDumped() throws {
    let memory = try GuardedMemory(count: 32)
    let address = unsafe UInt(bitPattern: memory.start)
    let flags = try flags(at: address)
    #expect(flags.contains("lo"))
    #expect(flags.contains("dd"))
    #expect(flags.contains("wr"))
  }

  @Test func beginsAsZerosAndIsWiped() throws {
    let memory = try GuardedMemory(count: 100)
    let isZero = (0..<100).allSatisfy { unsafe memory.start[$0] == 0 }
    #expect(isZero)
    for index in 0..<100 { unsafe memory.start[index] = 0xFF }
    memory.wipe()
    let isWiped = (0..<100).allSatisfy { unsafe memory.start[$0] == 0 }
    #expect(isWiped)
  }

  @Test func aByteBeyondTheEndStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      let memory = try GuardedMemory(count: 4096)
      unsafe memory.start[4096] = 1
    }
  }

  @Test func aByteBeforeTheBeginningStopsTheProgramWhenItIsFreed() async {
    await #expect(processExitsWith: .failure) {
      let memory = try GuardedMemory(count: 32)
      unsafe memory.start[-1] ^= 1
      _ = consume memory
    }
  }

  @Test func lengthsThatCannotBeAreErrors() {
    #expect(throws: SealingError.memory) { _ = try GuardedMemory(count: -1) }
    #expect(throws: SealingError.memory) { _ = try GuardedMemory(count: 1 << 60) }
  }

  @Test func theWorkbenchIsLentCleanAndWipedAlsoAfterAnError() throws {
    func isClean() throws -> Bool {
      try unsafe Workbench.lend { scratch in
        (0..<Workbench.capacity).allSatisfy { unsafe scratch[$0] == 0 }
      }
    }
    #expect(try isClean())
    #expect(throws: SealingError.doesNotOpen) {
      try unsafe Workbench.lend { (scratch) throws(SealingError) in
        unsafe scratch.update(repeating: 0xAA, count: Workbench.capacity)
        throw .doesNotOpen
      }
    }
    #expect(try isClean())
  }

  /// Where the system locks nothing for us, memory is given only where no page of it can reach a disk.
  @Test func withoutTheLockOnlyWhereNothingIsSwapped() async {
    await #expect(processExitsWith: .success) {
      var none = rlimit(rlim_cur: 0, rlim_max: 0)
      #expect(unsafe setrlimit(__rlimit_resource_t(__RLIMIT_MEMLOCK.rawValue), &none) == 0)
      // Root may lock as much as it likes.
      let user = geteuid()
      if user == 0 { #expect(seteuid(65_534) == 0) }
      var swaps = 0
      if let file = unsafe fopen("/proc/swaps", "re") {
        while case let byte = unsafe getc(file), byte != EOF { swaps += byte == 0x0A ? 1 : 0 }
        _ = unsafe fclose(file)
      }
      let isGiven = (try? GuardedMemory(count: 32).count) == 32
      // The counters of a measured run are written by whom the folder belongs to.
      if user == 0 { #expect(seteuid(0) == 0) }
      #expect(isGiven == (swaps < 2))
    }
  }
}
