import Testing

@testable import Sealing

@Suite struct DigestTests {
  /// FIPS 180-4 examples, and the empty message.
  static let known = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ]

  @Test(arguments: known) func knownValues(text: String, expected: String) {
    #expect(Digest.of(Array(text.utf8)).hex == expected)
  }

  @Test func millionLetters() {
    var context = DigestContext()
    for _ in 0..<1000 { context.update([UInt8](repeating: 0x61, count: 1000)) }
    #expect(
      context.finish().hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func piecesMakeTheWhole() {
    let message = [UInt8].pattern(200)
    let whole = Digest.of(message)
    var context = DigestContext()
    for cut in 0...200 {
      context.update(Array(message[..<cut]))
      context.update(Array(message[cut...]))
      #expect(context.finish() == whole)
    }
  }

  @Test func contextIsEmptyAfterFinish() {
    var context = DigestContext()
    #expect(context.finish() == Digest.of([]))
    context.update([1, 2, 3])
    #expect(context.finish() == Digest.of([1, 2, 3]))
    #expect(context.finish() == Digest.of([]))
  }

  @Test func keepsItsBytesAndOrder() throws {
    let bytes = [UInt8](0x20...0x3F)
    let digest = try #require(Digest(bytes))
    #expect(digest.bytes == bytes)
    #expect(digest.hex == hex(bytes))
    #expect(digest.identifier.bytes == Array(bytes[..<16]))
    #expect(Digest(Array(bytes.dropLast())) == nil)
    for index in 0..<32 {
      var larger = bytes
      larger[index] += 1
      let other = try #require(Digest(larger))
      #expect(digest < other && !(other < digest) && digest != other)
    }
  }

  @Test func manyThreadsShareTheContext() async {
    let expected = (0..<200).map { Digest.of([UInt8].pattern($0)) }
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask { (0..<200).allSatisfy { Digest.of([UInt8].pattern($0)) == expected[$0] } }
      }
      for await same in group { #expect(same) }
    }
  }
}
