import Foundation
import Glibc
import Testing

@testable import Sealing

/// A file replaced in one step: whole before, whole after, and untouched where it could not be done.
@Suite struct FileReplacementTests {
  private let folder: String
  private var path: String { folder + "/a.pin" }

  init() throws {
    folder = NSTemporaryDirectory() + "safekeep-replace-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func clear() { try? FileManager.default.removeItem(atPath: folder) }

  private func content() throws -> [UInt8] {
    [UInt8](try #require(FileManager.default.contents(atPath: path)))
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func replacesAndLeavesNothingBeside() throws {
    defer { clear() }
    for bytes in [[1, 2, 3], [], [UInt8](repeating: 7, count: 300_000)] as [[UInt8]] {
      for isDurable in [false, true] {
        try FileReplacement.write(bytes, to: path, isDurable: isDurable)
        #expect(try content() == bytes)
        #expect(try names() == ["a.pin"])
      }
    }
  }

  @Test func isReadableByItsOwnerAlone() throws {
    defer { clear() }
    // Whatever the old file permitted, and whatever the mask would.
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: path)
    try FileReplacement.write([1], to: path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o600)
  }

  /// By rename and not by writing into it: whoever holds the old file reads the old bytes to the end.
  @Test func theOldFileIsNotWrittenInto() throws {
    defer { clear() }
    try FileReplacement.write([1, 2, 3], to: path)
    let old = try #require(FileHandle(forReadingAtPath: path))
    try FileReplacement.write([9, 9, 9], to: path)
    #expect(try old.readToEnd() == Data([1, 2, 3]))
    #expect(try content() == [9, 9, 9])
  }

  /// A link that somebody laid there is replaced, not followed.
  @Test func aLinkIsNotFollowed() throws {
    defer { clear() }
    let other = folder + "/other"
    try Data([5]).write(to: URL(filePath: other))
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: other)
    try FileReplacement.write([1], to: path)
    #expect(FileManager.default.contents(atPath: other) == Data([5]))
    #expect(try content() == [1])
  }

  @Test func whatCannotBeDoneLeavesTheOldFile() throws {
    defer { clear() }
    #expect(throws: FileReplacement.Failure.noDirectory) {
      try FileReplacement.write([1], to: folder + "/none/a.pin")
    }
    // A directory in its place: rename refuses, and the new file does not stay beside it.
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(throws: FileReplacement.Failure.system(EISDIR)) {
      try FileReplacement.write([1], to: path)
    }
    #expect(try names() == ["a.pin"])
  }

  /// Readers beside writers never see a part: every read is one of the written contents, whole.
  @Test func nobodySeesAPart() throws {
    defer { clear() }
    let path = path
    let contents = (0..<8).map { [UInt8](repeating: UInt8($0), count: 5_000 + 997 * $0) }
    try FileReplacement.write(contents[0], to: path)
    let writers = contents.map { bytes in
      Thread { for _ in 0..<50 { try? FileReplacement.write(bytes, to: path) } }
    }
    writers.forEach { $0.start() }
    var seen = 0
    while !writers.allSatisfy(\.isFinished) {
      #expect(contents.contains(try content()))
      seen += 1
    }
    #expect(seen > 0)
    #expect(try names() == ["a.pin"])
  }

  // MARK: Folders and new files

  /// An empty folder makes way, and no other: what is in it stays.
  @Test func aFolderTakesTheNameOfAnEmptyOneAlone() throws {
    defer { clear() }
    for name in ["new", "empty", "full"] {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/\(name)", withIntermediateDirectories: false)
    }
    try FileReplacement.write([1], to: "\(folder)/new/file")
    try FileReplacement.write([2], to: "\(folder)/full/file")
    #expect(throws: FileReplacement.Failure.taken) {
      try FileReplacement.move(folder: "\(folder)/new", to: "\(folder)/full")
    }
    #expect(FileManager.default.contents(atPath: "\(folder)/full/file") == Data([2]))
    try FileReplacement.move(folder: "\(folder)/new", to: "\(folder)/empty")
    #expect(FileManager.default.contents(atPath: "\(folder)/empty/file") == Data([1]))
    #expect(try names() == ["empty", "full"])
    #expect(throws: FileReplacement.Failure.system(ENOENT)) {
      try FileReplacement.move(folder: "\(folder)/new", to: "\(folder)/other")
    }
  }

  /// What came to have the name while the file was written is not written over, and the draft goes.
  @Test func aNameThatWasTakenMeanwhile() throws {
    defer { clear() }
    do {
      let draft = try FileDraft(for: path)
      try draft.write([1])
      try draft.sync()
      try FileReplacement.write([9], to: path)
      #expect(throws: FileReplacement.Failure.system(EEXIST)) { try draft.publish() }
    }
    #expect(try content() == [9])
    #expect(try names() == ["a.pin"])
  }
}
