import Foundation
import Testing

@testable import safekeep

/// Files that commands make.
@Suite struct NewFileTests {
  private let home: TemporaryHome

  init() throws { home = try TemporaryHome() }

  private func path(_ name: String) -> String { "\(home.path)/\(name)" }

  private func contents(_ name: String) -> Data? {
    FileManager.default.contents(atPath: path(name))
  }

  private func status(_ body: () throws(Fault) -> Void) -> safekeep.ExitStatus? {
    do { try body() } catch { return error.status }
    return nil
  }

  @Test func itIsItsOwnersAloneAndWhole() throws {
    let file = try NewFile(path("a"))
    let line = String(repeating: "x", count: 50_000)
    for _ in 0..<3 { try file.write(line: line) }
    try file.write([0x79])
    try file.finish()
    #expect(contents("a")?.count == 150_004)
    #expect(try home.mode(of: "a") == 0o600)
  }

  @Test func whatIsNotFinishedIsTakenAway() throws {
    do {
      let file = try NewFile(path("a"))
      try file.write(Array(repeating: 1, count: 100_000))
      // Killed here, it would leave what nobody takes for a whole file.
      let left = try FileManager.default.contentsOfDirectory(atPath: home.path)
      #expect(contents("a") == nil && left.allSatisfy { $0.hasSuffix(".safekeep-part") })
      #expect(left.count == 1)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path) == [])
  }

  /// Somebody was quicker: theirs stays.
  @Test func whatCameMeanwhileIsNotWrittenOver() throws {
    let file = try NewFile(path("a"))
    try file.write([1])
    try home.write("mine", to: "a")
    #expect(status { () throws(Fault) in try file.finish() } == .cannotCreate)
    #expect(contents("a") == Data("mine".utf8))
  }

  @Test func nothingIsWrittenOver() throws {
    try home.write("mine", to: "a")
    try FileManager.default.createSymbolicLink(
      atPath: path("link"), withDestinationPath: path("nothing"))
    for name in ["a", "link", "no/folder/a", "", "new/"] {
      #expect(status { () throws(Fault) in _ = try NewFile(path(name)) } == .cannotCreate)
    }
    #expect(contents("a") == Data("mine".utf8) && contents("nothing") == nil)
    #expect(status { () throws(Fault) in _ = try NewFile("") } == .cannotCreate)
    #expect(Set(try FileManager.default.contentsOfDirectory(atPath: home.path)) == ["a", "link"])
  }

  @Test func ofSeveralAllAreMadeOrNone() throws {
    try home.write("mine", to: "b")
    let files = ["a", "b", "c"].map { (path($0), [UInt8]($0.utf8)) }
    #expect(status { () throws(Fault) in try NewFile.make(files) } == .cannotCreate)
    #expect(contents("a") == nil && contents("c") == nil)
    #expect(contents("b") == Data("mine".utf8))
    try FileManager.default.removeItem(atPath: path("b"))
    #expect(status { () throws(Fault) in try NewFile.make(files) } == nil)
    #expect(contents("c") == Data("c".utf8))
  }

  @Test func aGrowingFileIsPutInThePlaceOfTheOld() throws {
    #expect(try GrowingFile.contents(path("pins"), limit: 9) == nil)
    try GrowingFile.put([1], at: path("pins"))
    try GrowingFile.put([1, 2], at: path("pins"))
    #expect(try GrowingFile.contents(path("pins"), limit: 9) == [1, 2])
    #expect(try home.mode(of: "pins") == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path) == ["pins"])
    #expect(
      status { () throws(Fault) in try GrowingFile.put([1], at: path("no/folder/a")) }
        == .cannotCreate)
  }

  @Test(arguments: 0...9) func ofManyLinesTheNewestAreKept(count: Int) {
    var lines = NewestLines(most: 4)
    for number in 0..<count { lines.add("\(number)") }
    #expect(lines.lines == (0..<count).suffix(4).map(String.init))
    #expect(lines.earlier == max(0, count - 4))
  }
}
