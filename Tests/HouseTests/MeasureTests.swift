import Testing

@Suite("Measure")
struct MeasureTests {
  private func sample(_ name: String, _ text: String) -> [SwiftSource] {
    [SwiftSource(path: "Sources/Vault/\(name).swift", text: text)]
  }

  private func function(lines: Int) -> String {
    "func f() {\n" + String(repeating: "  g()\n", count: lines - 2) + "}\n"
  }

  @Test("no file is over 300 lines")
  func files() {
    #expect(Measure.longFiles(in: sample("A", String(repeating: "\n", count: 301))).count == 1)
    #expect(Measure.longFiles(in: sample("A", String(repeating: "\n", count: 300))) == [])
    #expect(Measure.longFiles(in: House.sources + House.tests) == [])
  }

  @Test("no C header is over 300 lines")
  func headers() {
    func header(_ lines: Int) -> [HouseFile] {
      [HouseFile(path: "Sources/CX/shim.h", text: String(repeating: "\n", count: lines))]
    }
    #expect(Measure.longHeaders(in: header(301)) == ["Sources/CX/shim.h: 301 lines, more than 300"])
    #expect(Measure.longHeaders(in: header(300)) == [])
    #expect(House.files.contains { $0.path.hasSuffix(".h") })
    #expect(Measure.longHeaders(in: House.files) == [])
  }

  @Test("no function is over 40 lines")
  func functions() {
    #expect(Measure.longFunctions(in: sample("A", function(lines: 41))).count == 1)
    #expect(Measure.longFunctions(in: sample("A", function(lines: 40))) == [])
    let words = SwiftSource(
      path: "Sources/safekeep/Words/A.swift", text: function(lines: 41))
    #expect(Measure.longFunctions(in: [words]).count == 1)
    #expect(Measure.longFunctions(in: House.sources) == [])
  }

  @Test("the middle function of a room is under 10 lines")
  func middle() {
    let bad = function(lines: 3) + function(lines: 10) + function(lines: 30)
    #expect(
      Measure.heavyRooms(in: sample("A", bad))
        == ["Vault: the middle function has 10 lines, not under 10"])
    #expect(Measure.heavyRooms(in: sample("A", function(lines: 9))) == [])
    #expect(Measure.heavyRooms(in: House.sources) == [])
  }

  @Test("one type a file, the file named after it")
  func names() {
    #expect(Measure.misnamed(in: sample("Gate", "struct Gate {}\nenum Answer {}")).count == 1)
    #expect(Measure.misnamed(in: sample("Gate", "struct Door {}")).count == 1)
    #expect(Measure.misnamed(in: sample("Gate", "struct Gate {}\nprivate enum Answer {}")) == [])
    #expect(Measure.misnamed(in: House.sources) == [])
  }

  @Test("a file of extensions says in its name what it extends")
  func extensions() {
    let gate = sample("Gate", "struct Gate {}")
    let more = "extension Gate { func f() {} }"
    #expect(Measure.misnamed(in: gate + sample("Doors", more)).count == 1)
    #expect(Measure.misnamed(in: gate + sample("Gate+Doors", more)) == [])
    #expect(
      Measure.misnamed(in: gate + sample("Answer", "extension Gate { enum Answer {} }")) == [])
    #expect(Measure.misnamed(in: sample("ByteOrder", "extension [UInt8] { var a: Int }")) == [])
  }
}
