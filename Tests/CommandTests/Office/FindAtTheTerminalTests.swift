import Foundation
import Testing

/// Looking for somebody at the terminal: the keys of a form are no names there, and whoever leaves asked nothing.
@Suite struct FindAtTheTerminalTests {
  let office: Office
  let terminal: PseudoTerminal

  init() throws {
    office = try Office()
    try office.open()
    try office.begin([("duc", "duty"), ("mai", "social_worker")])
    terminal = try PseudoTerminal()
  }

  private func start(_ words: [String]) throws -> Process {
    try Program.safekeep.start(
      words + ["--vault", office.vault] + office.by("mai"), at: terminal, home: office.home)
  }

  @Test func aQuestionMarkExplainsAndAKeyIsNoName() throws {
    let process = try start(["case", "find"])
    try #require(terminal.waitFor("Name:") != nil)
    for (typed, answer) in [("?", "whatever is known is enough"), ("d", "Enter: skip")] {
      terminal.type(typed + "\n")
      let seen = try #require(terminal.waitFor("Name:"))
      #expect(seen.contains(answer), "\(typed)")
    }
    terminal.type("Lò Thị Không\n")
    for question in ["Another name:", "Year of birth:", "Telephone:", "identity paper:"] {
      try #require(terminal.waitFor(question) != nil)
      terminal.type("\n")
    }
    try #require(terminal.waitFor("0 possible matches") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func whoLeavesHasAskedNothing() throws {
    let process = try start(["case", "find"])
    try #require(terminal.waitFor("Name:") != nil)
    terminal.type([4])
    try #require(terminal.waitFor("nothing was searched") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
  }

  /// To leave is not to say that they are other people.
  @Test func whoLeavesOpensNothing() throws {
    try office.home.write(#"{"full_name":"Sùng Thị Thử","entry_path":"rescued"}"#, to: "one.json")
    try office.demand(["case", "open", "--from", "one.json"] + office.by("mai"))
    let before = try office.sealedCases()
    let process = try start(["case", "open", "--from", "one.json"])
    try #require(terminal.waitFor("(yes/no)") != nil)
    terminal.type([4])
    try #require(terminal.waitFor("not confirmed") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    #expect(try office.sealedCases() == before)
  }
}
