import Foundation
import Sealing
import Testing

@Suite final class PlainFileTests {
  private let folder = NSTemporaryDirectory() + "plain-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func put(_ bytes: [UInt8], _ name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    return "\(folder)/\(name)"
  }

  @Test(arguments: [0, 1, 99, 100]) func aFileIsReadWhole(count: Int) throws {
    let bytes = (0..<count).map { UInt8($0) }
    let path = try put(bytes, "file")
    #expect(try PlainFile.read(path, limit: 100) == bytes)
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link", withDestinationPath: path)
    #expect(try PlainFile.read(folder + "/link", limit: 100) == bytes)
  }

  @Test func whatIsLongerIsRefused() throws {
    let path = try put([UInt8](repeating: 1, count: 101), "long")
    #expect(throws: PlainFile.Failure.tooLarge) { try PlainFile.read(path, limit: 100) }
  }

  @Test func whatIsNoFileIsRefusedAtOnce() throws {
    #expect(throws: PlainFile.Failure.missing) {
      try PlainFile.read(folder + "/nothing", limit: 100)
    }
    #expect(throws: PlainFile.Failure.missing) {
      try PlainFile.read(put([1], "file") + "/below", limit: 100)
    }
    let pipe = Process()
    pipe.executableURL = URL(fileURLWithPath: "/usr/bin/mkfifo")
    pipe.arguments = [folder + "/pipe"]
    try pipe.run()
    pipe.waitUntilExit()
    for path in [folder, folder + "/pipe", "/dev/zero"] {
      #expect(throws: PlainFile.Failure.strange) { try PlainFile.read(path, limit: 100) }
    }
  }
}
