import Foundation
import Sealing
import Testing

@testable import Vault

/// The pin beside the vault: a whole new file after each act, and what a program that died in between
/// leaves does no harm.
@Suite struct PinTests {
  private func path(_ desk: Desk, _ handle: String) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.pins(handle))
    return desk.pins(handle) + "/" + (try #require(names.first { $0.hasSuffix(".pin") }))
  }

  private func size(_ path: String) throws -> Int {
    let data = try #require(FileManager.default.contents(atPath: path))
    return try #require(Pin(decoding: [UInt8](data))).size
  }

  @Test func eachActReplacesTheFile() throws {
    let desk = try Desk()
    try desk.read("lead", [TestTable.name], of: desk.shared)
    let path = try path(desk, "lead")
    try desk.act("lead") { vault, session in
      let old = try #require(FileHandle(forReadingAtPath: path))
      let before = try size(path)
      _ = try vault.read([TestTable.name], of: desk.shared, for: nil, as: session)
      #expect(try size(path) == before + 1)
      // Whoever was reading the old one reads it to its end.
      let bytes = [UInt8](try #require(try old.readToEnd()))
      #expect(Pin(decoding: bytes)?.size == before)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.pins("lead")).count == 1)
  }

  /// A half-written file under the name that a new pin has before it is in place.
  @Test func whatLiesBesideItIsNotRead() throws {
    let desk = try Desk()
    try desk.read("lead", [TestTable.name], of: desk.shared)
    let path = try path(desk, "lead")
    let bytes = try #require(FileManager.default.contents(atPath: path))
    try bytes.prefix(40).write(to: URL(filePath: path + ".0123456789abcdef"))
    let before = try size(path)
    try desk.read("lead", [TestTable.name], of: desk.shared)
    #expect(try size(path) == before + 1)
  }

  /// Every cut of a pin is refused: none is taken for an older pin or for none.
  @Test func aTornPinIsRefused() throws {
    let desk = try Desk()
    try desk.read("lead", [TestTable.name], of: desk.shared)
    let path = try path(desk, "lead")
    let bytes = try #require(FileManager.default.contents(atPath: path))
    for length in 0..<bytes.count { #expect(Pin(decoding: [UInt8](bytes.prefix(length))) == nil) }
    for length in [0, 1, bytes.count / 2, bytes.count - 1] {
      try bytes.prefix(length).write(to: URL(filePath: path))
      #expect(throws: VaultError.pinUnreadable) {
        try desk.read("lead", [TestTable.name], of: desk.shared)
      }
    }
    try bytes.write(to: URL(filePath: path))
    #expect(try desk.read("lead", [TestTable.name], of: desk.shared).count == 1)
  }

  /// Where it cannot be written nothing is begun; where it can be no longer, what is done is told as done.
  @Test func aPinThatCannotBeWrittenIsTold() throws {
    let desk = try Desk()
    func spoil() throws {
      try FileManager.default.removeItem(atPath: desk.pins("lead"))
      #expect(FileManager.default.createFile(atPath: desk.pins("lead"), contents: nil))
    }
    try desk.act("lead") { vault, session in
      try spoil()
      let size = try desk.entries().count
      #expect(throws: VaultError.pinUnwritable) {
        try vault.read([TestTable.name], of: desk.shared, for: nil, as: session)
      }
      #expect(try desk.entries().count == size)
    }
    try FileManager.default.removeItem(atPath: desk.pins("lead"))
    try desk.act("lead") { vault, session in
      let size = try desk.entries().count
      _ = try vault.status(as: session)
      #expect(vault.unpinned == nil)
      try spoil()
      let seen = try vault.read([TestTable.name], of: desk.shared, for: nil, as: session)
      #expect(seen.records.count == 1 && vault.unpinned == seen.entry)
      // A folder that is gone is made again.
      try FileManager.default.removeItem(atPath: desk.pins("lead"))
      _ = try vault.read([TestTable.name], of: desk.shared, for: nil, as: session)
      #expect(try self.size(path(desk, "lead")) == size + 3)
    }
  }

  /// A pin that is given up stays beside the one in its place, each of a size for itself and each once.
  @Test func whatIsGivenUpIsKeptBeside() throws {
    let desk = try Desk()
    try desk.look("lead")
    let path = try path(desk, "lead")
    let bytes = try #require(FileManager.default.contents(atPath: path))
    let pin = try #require(Pin(decoding: [UInt8](bytes)))
    var other = pin
    other.sequence += 1
    let vault = try desk.vault("lead")
    let file = PinFile(
      directory: desk.pins("lead"), vault: vault.id, who: vault.custody.who("lead"))
    for given in [pin, other, pin, other] { try file.keepBeside(given) }
    func kept(_ end: String) -> [UInt8]? {
      FileManager.default.contents(atPath: "\(path).replaced-\(pin.size)\(end)").map { [UInt8]($0) }
    }
    #expect(kept("") == pin.bytes && kept("-2") == other.bytes && kept("-3") == nil)
  }
}
