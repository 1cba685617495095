import Foundation
import Glibc
import Testing

@testable import Sealing

/// Secrets are gone from the process's memory once their values are.
///
/// What is looked for is kept turned over (XOR), so that the looking does not find itself.
@Suite(.serialized) struct OwnMemoryTests {
  /// A trace of a secret by which it can be found again without being held.
  struct Trace {
    private static let mask: UInt8 = 0xA5
    private let turned: [UInt8]
    /// A byte that is rare in memory, to search by.
    private let anchor: Int

    init(_ secret: Span<UInt8>) {
      var turned: [UInt8] = []
      for index in secret.indices { turned.append(secret[index] ^ Self.mask) }
      let common: Set<UInt8> = [0x00, 0xFF, 0x20, 0x48, 0x65]
      anchor = turned.indices.first { !common.contains(turned[$0] ^ Self.mask) } ?? 0
      self.turned = turned
    }

    /// How often it lies in readable memory.
    func occurrences() throws -> Int {
      let maps = try Self.maps()
      let memory = unsafe open("/proc/self/mem", O_RDONLY | O_CLOEXEC)
      defer { close(memory) }
      var buffer = [UInt8](repeating: 0, count: 1 << 20)
      defer { for index in buffer.indices { buffer[index] = 0 } }
      var count = 0
      for region in maps.split(separator: "\n") where !region.contains("[v") {
        let parts = region.split(separator: " ")[..<2]
        let bounds = parts[0].split(separator: "-").compactMap { UInt64($0, radix: 16) }
        // Only what can be written can hold a secret.
        guard parts[1].hasPrefix("rw"), bounds.count == 2 else { continue }
        count += occurrences(in: memory, from: bounds[0], to: bounds[1], buffer: &buffer)
      }
      return count
    }

    /// The regions of the process. Foundation reads only the first page of a file that says it has no
    /// length, as those of /proc do.
    private static func maps() throws -> String {
      let file = try FileHandle(forReadingFrom: URL(filePath: "/proc/self/maps"))
      var bytes = Data()
      while let part = try file.read(upToCount: 4096), !part.isEmpty { bytes += part }
      return String(decoding: bytes, as: UTF8.self)
    }

    private func occurrences(
      in memory: Int32, from start: UInt64, to end: UInt64, buffer: inout [UInt8]
    ) -> Int {
      var (count, position) = (0, start)
      let own = unsafe buffer.withUnsafeBufferPointer {
        UInt64(UInt(bitPattern: $0.baseAddress))
      }
      while position < end {
        // The buffer holds copies of what was found: stepping over it.
        if position >= own && position < own + UInt64(buffer.count) {
          position = own + UInt64(buffer.count)
          continue
        }
        let wanted = min(UInt64(buffer.count), end - position)
        let room = position < own && own < end ? min(wanted, own - position) : wanted
        let read = unsafe pread(memory, &buffer, Int(room), off_t(position))
        guard read > 0 else { return count }
        count += occurrences(in: buffer, count: read)
        guard UInt64(read) == room else { return count }
        // Chunks overlap, so that nothing hides across their border.
        let overlaps = position + room < end && room >= UInt64(turned.count)
        position += overlaps ? room - UInt64(turned.count) + 1 : room
      }
      return count
    }

    private func occurrences(in buffer: [UInt8], count: Int) -> Int {
      unsafe buffer.withUnsafeBufferPointer { bytes in
        var (found, index) = (0, anchor)
        guard let base = bytes.baseAddress else { return 0 }
        let wanted = Int32(turned[anchor] ^ Self.mask)
        while index < count, let hit = unsafe memchr(base + index, wanted, count - index) {
          index = unsafe UnsafeRawPointer(hit) - UnsafeRawPointer(base)
          let start = index - anchor
          if start + turned.count <= count,
            turned.indices.allSatisfy({ unsafe base[start + $0] ^ Self.mask == turned[$0] })
          {
            found += 1
          }
          index += 1
        }
        return found
      }
    }
  }

  @Test func aSecretIsFoundWhileItLivesAndNotAfter() throws {
    func plant() throws -> Trace {
      let secret = try SecretBytes.makeRandom(count: 32)
      let trace = secret.withSpan { Trace($0) }
      #expect(try trace.occurrences() == 1)
      return trace
    }
    let trace = try plant()
    #expect(try trace.occurrences() == 0)
  }

  @Test func keysAreGoneAfterUseAndWiping() throws {
    var arena = try KeyArena(capacity: 4)
    let key = arena.makeRandom()
    let batch = arena.makeRandom()
    let traces = [arena.withKey(key) { Trace($0) }, arena.withKey(batch) { Trace($0) }]
    #expect(try traces[0].occurrences() == 1)
    try use(key, batch, in: &arena)
    // Still where it belongs, unwrapped a second and third time, and nowhere else.
    #expect(try traces[0].occurrences() == 2)
    arena.wipe()
    #expect(try traces[0].occurrences() == 0)
    #expect(try traces[1].occurrences() == 0)
  }

  /// Every way a key goes through this room.
  private func use(_ key: KeyHandle, _ batch: KeyHandle, in arena: inout KeyArena) throws {
    let blob = try SealedField.seal([1, 2, 3], at: SealedFieldTests.place, under: key, in: arena)
    _ = try SealedField.open(blob.span, at: SealedFieldTests.place, under: key, in: arena)
    let inner = WrappedKey.wrap(key, under: batch, in: arena, context: WrappedKeyTests.context)
    _ = try WrappedKey.unwrap(
      inner.span, under: batch, in: &arena, context: WrappedKeyTests.context)
    let box = try BoxKey.makeRandom()
    let sealed = try BatchKey.seal(
      batch, in: arena, vault: .zero, batch: .zero, to: .member(.zero), box.publicKey)
    _ = try BatchKey.open(
      sealed.span, vault: .zero, batch: .zero, principal: .member(.zero), with: box, into: &arena)
    _ = KeyedHash.hmacSHA256([1, 2, 3], key: key, in: arena)
    _ = try KeyedHash.blake2b([1, 2, 3], key: key, in: arena, outputLength: 32)
    _ = try SigningKey(seed: key, in: arena).sign([1])
  }

  @Test func messageKeysAreGoneAfterSealing() throws {
    var arena = try KeyArena(capacity: 1)
    let key = arena.makeRandom()
    let blob = try SealedField.seal([1, 2, 3], at: SealedFieldTests.place, under: key, in: arena)
    let trace = try unsafe FieldKeys.with(
      arena.pointer(to: key), salt: Array(blob[12..<36]), place: SealedFieldTests.place,
      header: FieldHeader(keyVersion: 1)
    ) { keys in
      let message = unsafe Span(_unsafeStart: keys.message, count: 32)
      return Trace(message)
    }
    _ = try SealedField.open(blob.span, at: SealedFieldTests.place, under: key, in: arena)
    #expect(try trace.occurrences() == 0)
  }

  @Test func aPassphraseIsGoneAfterJudgingAndStretching() throws {
    func stretch() throws -> Trace {
      // Random letters: text that no other part of the process holds.
      let random = try SecretBytes.makeRandom(count: 24)
      let phrase = try SecretBytes(capacity: 24) { output in
        random.withSpan { for index in $0.indices { output.append(0x61 + $0[index] % 26) } }
      }
      let trace = phrase.withSpan { Trace($0) }
      #expect(try trace.occurrences() == 1)
      _ = try PassphraseStretching.weakness(of: phrase)
      var arena = try KeyArena(capacity: 2)
      let bundleKey = arena.makeRandom()
      let slot = try PassphraseSlot.make(
        number: 1, bundleKey: bundleKey, in: arena, passphrase: phrase, cost: .low,
        vault: .zero, member: .zero)
      _ = try slot.open(phrase, vault: .zero, member: .zero, into: &arena)
      return trace
    }
    #expect(try stretch().occurrences() == 0)
  }

  @Test func aCodeIsGoneAfterItsKeyIsMade() throws {
    func enrol() throws -> Trace {
      let code = try InvitationCode.makeRandom()
      let again = try InvitationCode.code(from: try InvitationCode.text(of: code))
      _ = try InvitationCode.signingKey(for: again, vault: .zero)
      return code.withSpan { Trace($0) }
    }
    #expect(try enrol().occurrences() == 0)
  }
}
