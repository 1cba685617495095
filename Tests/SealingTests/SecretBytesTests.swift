import Testing

@testable import Sealing

@Suite struct SecretBytesTests {
  @Test func holdsWhatWasWritten() throws {
    let secret = try secret([1, 2, 3])
    #expect(secret.count == 3)
    #expect(revealed(secret) == [1, 2, 3])
  }

  @Test func countIsWhatWasFilledNotTheRoom() throws {
    let secret = try SecretBytes(capacity: 100) { $0.append(7) }
    #expect(secret.count == 1)
    #expect(revealed(secret) == [7])
    let empty = try SecretBytes(capacity: 0) { _ in }
    #expect(empty.count == 0 && revealed(empty).isEmpty)
  }

  @Test func comparesContentAndLength() throws {
    let secret = try secret([1, 2, 3])
    let same = try SealingTests.secret([1, 2, 3])
    let other = try SealingTests.secret([1, 2, 4])
    let longer = try SealingTests.secret([1, 2, 3, 0])
    let (isSame, isOther, isLonger) = (secret == same, secret == other, secret == longer)
    #expect(isSame)
    #expect(!isOther)
    #expect(!isLonger)
  }

  @Test func copiesFromASpan() throws {
    let secret = try secret([5, 6])
    let copy = try secret.withSpan { (span) throws(SealingError) in
      try SecretBytes(copying: span)
    }
    let isSame = copy == secret
    #expect(isSame)
  }

  @Test func randomOnesDiffer() throws {
    let first = try SecretBytes.makeRandom(count: 32)
    let second = try SecretBytes.makeRandom(count: 32)
    #expect(first.count == 32)
    let isSame = first == second
    #expect(!isSame)
  }

  @Test func refusesALengthThatIsNone() {
    #expect(throws: SealingError.length) { _ = try SecretBytes(capacity: -1) { _ in } }
    #expect(throws: SealingError.length) { _ = try SecretBytes.makeRandom(count: -1) }
  }

  @Test func whatFillThrowsComesThrough() {
    #expect(throws: SealingError.passphraseForm) {
      _ = try SecretBytes(capacity: 8) { (output) throws(SealingError) in
        output.append(1)
        throw .passphraseForm
      }
    }
  }

  @Test func memoryBeyondAllBoundsIsAnError() {
    #expect(throws: SealingError.memory) { _ = try SecretBytes(capacity: 1 << 50) { _ in } }
  }
}
