import Glibc
import Testing

@testable import Sealing

@Suite struct NoncePoolTests {
  private static func take(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe NoncePool.fill(start, count: count)
    }
    return bytes
  }

  @Test func nothingIsHandedOutTwice() {
    // Several fillings of the pool.
    let many = Set((0..<2000).map { _ in Self.take(24) })
    #expect(many.count == 2000)
    let bits = many.reduce(into: [UInt8](repeating: 0, count: 24)) { sum, bytes in
      for index in bytes.indices { sum[index] |= bytes[index] }
    }
    // Every byte of it is random: none keeps a bit that is never set.
    #expect(bits == [UInt8](repeating: 0xFF, count: 24))
  }

  @Test(arguments: [1, 23, 4087, 4088, 4089, 10_000]) func anyLengthIsFilled(count: Int) {
    let first = Self.take(count)
    let second = Self.take(count)
    #expect(first.count == count)
    guard count > 16 else { return }
    #expect(first != second)
    // The end too, where a request is longer than the pool.
    #expect(Array(first.suffix(16)) != [UInt8](repeating: 0, count: 16))
  }

  /// Two processes that went on from one pool would seal under the same salts.
  @Test func aForkedChildHasAPoolOfItsOwn() async {
    await #expect(processExitsWith: .success) {
      _ = Self.take(24)  // now there is something left in the pool
      var ends: [Int32] = [-1, -1]
      let piped = unsafe pipe(&ends)
      // Swift hides fork; a test of what happens after one has to find it.
      let symbol = unsafe dlsym(nil, "fork")
      let fork = unsafe unsafeBitCast(symbol, to: (@convention(c) () -> Int32).self)
      guard piped == 0 else { exit(2) }
      let child = fork()
      if child == 0 {
        let bytes = Self.take(24)
        _exit(unsafe write(ends[1], bytes, 24) == 24 ? 0 : 1)
      }
      let own = Self.take(24)
      var other = [UInt8](repeating: 0, count: 24)
      let received = unsafe read(ends[0], &other, 24)
      exit(child > 0 && received == 24 && own != other ? 0 : 1)
    }
  }
}
