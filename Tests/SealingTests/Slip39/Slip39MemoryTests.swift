import Testing

@testable import Sealing

/// Nothing of a secret stays in memory that was split, written as words, read again and put together.
///
/// Halves are looked for as well: the cipher works on them, and a library that is handed one as a salt
/// may leave it behind.
@Suite(.serialized) struct Slip39MemoryTests {
  private func traces(_ secret: borrowing SecretBytes) -> [OwnMemoryTests.Trace] {
    let half = secret.count / 2
    return secret.withSpan { span in
      [0..<secret.count, 0..<half, half..<secret.count].map {
        OwnMemoryTests.Trace(span.extracting($0))
      }
    }
  }

  /// Splits, writes, reads, combines; traces of the seed, of a share's bytes and of its words.
  private func work() throws -> [OwnMemoryTests.Trace] {
    let seed = try SecretBytes.makeRandom(count: 32)
    let passphrase = try SecretBytes(capacity: 4) { output in
      for byte in "pass".utf8 { output.append(byte) }
    }
    let shares = try Slip39.split(
      seed, groupThreshold: 1, groups: [Slip39Group(3, of: 3)], passphrase: passphrase, exponent: 0)
    var found = traces(seed)
    var read: [Slip39Share] = []
    for share in shares {
      let text = try share.text()
      found += traces(share.value) + traces(text)
      read.append(try Slip39Share(reading: text))
    }
    let combined = try Slip39.combine(read, passphrase: passphrase)
    let isSame = combined == seed
    #expect(isSame)
    #expect(try found[0].occurrences() == 2)
    return found
  }

  @Test func nothingOfItStays() throws {
    for (index, trace) in try work().enumerated() {
      #expect(try trace.occurrences() == 0, "\(index)")
    }
  }
}
