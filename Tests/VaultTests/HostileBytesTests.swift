import AuditLog
import Foundation
import Sealing
import Testing

@testable import Vault

/// Everything that is read back from a file or a seal: as written it comes back, and otherwise it is
/// refused, never a crash.
@Suite struct HostileBytesTests {
  private static let values: [FieldValue] =
    FieldState.allCases.filter { $0 != .given }.map(FieldValue.absent) + [
      .text(""), .text("Nguyễn Thị Hoà"), .integer(.min), .integer(-1), .integer(.max),
      .decimal("12.50"), .date("2004-05"), .dateTime("2026-11-22T17:00:00+07:00"),
      .bool(.yes), .bool(.unknown), .bytes([0, 255]), .bytes([]), .list([]),
      .list(["", "một", "hai"]),
    ]

  /// Cut at every length and with every bit flipped: nothing, or a value that is written the same way.
  private func abuse(_ bytes: [UInt8], _ read: ([UInt8]) -> [UInt8]?) {
    for length in bytes.indices {
      let cut = Array(bytes[..<length])
      if let again = read(cut) { #expect(again == cut) }
    }
    for place in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[place] ^= 1 << bit
        if let again = read(flipped) { #expect(again == flipped) }
      }
    }
    if let again = read(bytes + [0]) { #expect(again == bytes + [0]) }
  }

  @Test(arguments: values) func aValueComesBack(_ value: FieldValue) {
    #expect(FieldValue(decoding: value.encoded) == value)
    abuse(value.encoded) { FieldValue(decoding: $0)?.encoded }
  }

  @Test func notAValue() {
    let wrong: [[UInt8]] = [
      [], [0], [1], [0, 0], [1, 1], [9, 0], [255, 0], [0, 5], [0, 1, 0], [1, 0, 0xff],
      [2, 0, 1, 2, 3], [6, 0], [6, 0, 3], [6, 0, 1, 1], [8, 0], [8, 0, 1, 0, 0, 0],
      [8, 0, 0xff, 0xff, 0xff, 0xff], [8, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0xff],
      [8, 0, 1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff], [8, 0, 0, 0, 0, 0, 0],
    ]
    for bytes in wrong { #expect(FieldValue(decoding: bytes) == nil, "\(bytes)") }
  }

  @Test func anOperationsRowComesBack() {
    let row = OperationsRow([
      FieldID(1): .text("received"), FieldID(70_000): .absent(.declined),
      FieldID(2): .list(["a"]), FieldID(3): .integer(-5),
    ])
    #expect(OperationsRow(decoding: row.encoded) == row)
    #expect(OperationsRow(decoding: OperationsRow([:]).encoded) == OperationsRow([:]))
    abuse(row.encoded) { OperationsRow(decoding: $0)?.encoded }
  }

  @Test func notAnOperationsRow() {
    let wrong: [[UInt8]] = [
      [], [8], [8, 0], [8, 1, 0, 0, 0, 0], [7, 0, 0, 0, 0, 0], [8, 0, 1, 0, 0, 0],
      [8, 0, 0xff, 0xff, 0xff, 0xff], [8, 0, 1, 0, 0, 0, 3, 0, 0, 0, 1, 2, 3],
      [8, 0, 1, 0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0],
      // The same field twice; fields out of order.
      [8, 0, 2, 0, 0, 0, 6, 0, 0, 0, 1, 0, 0, 0, 1, 0, 6, 0, 0, 0, 1, 0, 0, 0, 1, 0],
      [8, 0, 2, 0, 0, 0, 6, 0, 0, 0, 2, 0, 0, 0, 1, 0, 6, 0, 0, 0, 1, 0, 0, 0, 1, 0],
    ]
    for bytes in wrong { #expect(OperationsRow(decoding: bytes) == nil, "\(bytes)") }
  }

  @Test func aReaderStopsAtTheEnd() {
    var reader = ByteReader([1, 2, 3, 4, 5] as [UInt8])
    #expect(reader.take(-1) == nil)
    #expect(reader.take(6) == nil)
    #expect(reader.integer(UInt64.self) == nil)
    #expect(reader.integer(UInt32.self) == 0x0403_0201)
    #expect(reader.prefixed() == nil)
    #expect(reader.integer(UInt8.self) == 5)
    #expect(reader.isAtEnd)
    #expect(reader.take(0) == [])
    #expect(reader.integer(UInt8.self) == nil)
    var slice = ByteReader([9, 9, 2, 0, 0, 0, 7, 8][2...])
    #expect(slice.prefixed() == [7, 8])
    var lying = ByteReader([0xff, 0xff, 0xff, 0xff, 1] as [UInt8])
    #expect(lying.prefixed() == nil)
  }

  @Test func aPinComesBackOrIsRefused() throws {
    let desk = try Desk()
    let vault = try desk.vault("lead")
    _ = try vault.unlock("lead", bundleKey: desk.bundleKey("lead"), sid: "0123456789abcdef")
    let pin = Pin(
      frontier: vault.ledger.frontier, roster: vault.ledger.roster, time: vault.ledger.time,
      note: vault.ledger.note, sequence: 7, who: Digest.of([7]))
    let bytes = pin.bytes
    let again = try #require(Pin(decoding: bytes))
    #expect(again.bytes == bytes)
    #expect(again.frontier == pin.frontier && again.roster == pin.roster)
    #expect(again.sequence == 7 && again.note == pin.note && again.time == pin.time)
    #expect(again.who == Digest.of([7]))
    for length in bytes.indices { #expect(Pin(decoding: Array(bytes[..<length])) == nil) }
    #expect(Pin(decoding: bytes + [0]) == nil)
    for place in bytes.indices {
      var flipped = bytes
      flipped[place] ^= 0x80
      _ = Pin(decoding: flipped)
    }
  }

  @Test func fileSystemsAndHandles() {
    let mounts = """
      /dev/a / ext4 rw 0 0
      server:/x /srv nfs4 rw 0 0
      /dev/b /srv/local\\040disk ext4 rw 0 0
      broken
      """
    #expect(VaultFolder.fileSystem(of: "/home", mounts: mounts) == "ext4")
    #expect(VaultFolder.fileSystem(of: "/srv/vault", mounts: mounts) == "nfs4")
    #expect(VaultFolder.fileSystem(of: "/srvother", mounts: mounts) == "ext4")
    #expect(VaultFolder.fileSystem(of: "/srv/local disk/v", mounts: mounts) == "ext4")
    #expect(VaultFolder.fileSystem(of: "/x", mounts: "") == nil)
  }
}
