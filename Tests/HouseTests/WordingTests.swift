import Testing

@Suite("Wording")
struct WordingTests {
  private func sample(_ text: String) -> [HouseFile] {
    [HouseFile(path: "Documentation/Sample.md", text: text)]
  }

  @Test("a link leads only to a host that was decided on")
  func hosts() {
    #expect(
      Wording.foreignHosts(in: sample("see ht" + "tps://registry.example:8443/simple"))
        == ["Documentation/Sample.md:1: leads to registry.example"])
    #expect(Wording.foreignHosts(in: sample("<ht" + "tps://c2sp.org/signed-note>")) == [])
    #expect(Wording.foreignHosts(in: House.files) == [])
  }

  @Test("no path of one machine or person")
  func paths() {
    #expect(Wording.machinePaths(in: sample("built in /ho" + "me/mai/vault")).count == 1)
    #expect(Wording.machinePaths(in: sample("../ho" + "me/ and /usr/share/doc/")) == [])
    #expect(Wording.machinePaths(in: House.files) == [])
  }

  @Test("nothing is left to do in the code")
  func unfinished() {
    #expect(Wording.unfinished(in: sample("// TO" + "DO: later")).count == 1)
    #expect(Wording.unfinished(in: sample("// METHODS")) == [])
    let code = House.files.filter { file in
      ["Sources/", "Tests/", "Scripts/", "Examples/", "Benchmarks/", "Package.swift"].contains {
        file.path.hasPrefix($0)
      }
    }
    #expect(Wording.unfinished(in: code) == [])
  }
}
