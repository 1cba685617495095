import Foundation
import Testing

@testable import safekeep

@Suite struct TerminalTests {
  /// A terminal that writes into two files.
  private func captured(
    _ variables: [String: String] = [:], _ body: (Terminal) throws -> Void
  ) throws -> (output: String, errors: String) {
    let home = try TemporaryHome()
    let paths = ["out", "err"].map { home.path + "/" + $0 }
    let descriptors = try paths.map { try Kernel.open($0, O_RDWR | O_CREAT) }
    defer { descriptors.forEach(Kernel.close) }
    try body(
      Terminal(
        environment: Environment(variables), output: descriptors[0], errors: descriptors[1]))
    return (
      try String(contentsOfFile: paths[0], encoding: .utf8),
      try String(contentsOfFile: paths[1], encoding: .utf8)
    )
  }

  @Test func resultAndSpeechAreKeptApart() throws {
    let said = try captured {
      try $0.write("a\tb\n")
      $0.say("recorded, log entry 412")
      $0.say("two\nlines")
    }
    #expect(said.output == "a\tb\n")
    #expect(
      said.errors
        == "safekeep: recorded, log entry 412\nsafekeep: two\nsafekeep: lines\n")
  }

  @Test func aFileGetsNoColourNoWidthNoProgress() throws {
    let said = try captured { terminal in
      #expect(!terminal.isInteractive && terminal.width == nil)
      #expect(terminal.styled("x", .danger) == "x")
      terminal.draw("half")
      terminal.forget()
    }
    #expect(said.output == "" && said.errors == "")
  }

  @Test func aTerminalGetsColourUnlessItWantsNone() throws {
    let sat = try PseudoTerminal()
    func styled(_ variables: [String: String], wantsColour: Bool = true) -> String {
      Terminal(
        environment: Environment(variables), wantsColour: wantsColour, output: sat.held,
        errors: sat.held
      ).styled("x", .danger)
    }
    #expect(styled(["TERM": "xterm"]) == "\u{1B}[31mx\u{1B}[0m")
    #expect(styled(["TERM": "dumb"]) == "x")
    #expect(styled(["NO_COLOR": "1"]) == "x")
    #expect(styled(["NO_COLOR": ""]) == "\u{1B}[31mx\u{1B}[0m")
    #expect(styled([:], wantsColour: false) == "x")
  }

  @Test func theWidthOfATerminalThatDoesNotSay() throws {
    let sat = try PseudoTerminal()
    func width(_ variables: [String: String]) -> Int? {
      Terminal(environment: Environment(variables), output: sat.held, errors: sat.held).width
    }
    #expect(width([:]) == 80)
    #expect(width(["COLUMNS": "120"]) == 120)
    #expect(width(["COLUMNS": "-3"]) == 80)
    #expect(width(["COLUMNS": "wide"]) == 80)
  }

  @Test func aFaultIsOneLineOfJSONOrSentences() throws {
    let fault = Fault.denied(.purpose, entry: 9)
    let json = try captured { fault.tell(on: $0, in: Vietnamese(), format: .json) }
    #expect(json.errors == fault.json + "\n" && json.output == "")
    let table = try captured { fault.tell(on: $0, in: English(), format: .table) }
    #expect(table.errors.split(separator: "\n").count == 2)
    let gone = try captured { Fault.readerLeft.tell(on: $0, in: English(), format: .json) }
    #expect(gone.errors == "")
  }

  @Test func notesFollowTheResultButNotInJSON() throws {
    let report = Report(fields: [.init("entry", "Entry", .integer(4))], notes: ["next"])
    let plain = try captured { try report.show(on: $0, in: English(), format: .plain) }
    #expect(plain.output == "entry\t4\n" && plain.errors == "safekeep: next\n")
    let json = try captured { try report.show(on: $0, in: English(), format: .json) }
    #expect(json.output == "{\"entry\":4}\n" && json.errors == "")
  }

  @Test func notesAreNotSaidWhenTheResultDidNotArrive() throws {
    let full = try Kernel.open("/dev/full", O_WRONLY)
    defer { Kernel.close(full) }
    let sat = try PseudoTerminal()
    let terminal = Terminal(environment: Environment([:]), output: full, errors: sat.held)
    let fault = #expect(throws: Fault.self) {
      try Report(fields: [.init("a", "A", .flag(true))], notes: ["next"])
        .show(on: terminal, in: English(), format: .plain)
    }
    #expect(fault?.status == .storage)
  }
}

/// A clock that stands until it is moved.
private final class TestClock: @unchecked Sendable {
  private(set) var now = ContinuousClock.now
  func move(milliseconds: Int) { now += .milliseconds(milliseconds) }
}

@Suite struct ProgressTests {
  private func terminal(_ sat: PseudoTerminal) -> Terminal {
    Terminal(environment: Environment(["TERM": "xterm"]), output: sat.held, errors: sat.held)
  }

  @Test func nothingWithinHalfASecondThenALineThatGoesAway() throws {
    let sat = try PseudoTerminal()
    let clock = TestClock()
    do {
      var progress = Progress("reading", of: 200, on: terminal(sat)) { clock.now }
      progress.reached(1)
      clock.move(milliseconds: 499)
      progress.reached(50)
      clock.move(milliseconds: 1)
      progress.reached(100)
      clock.move(milliseconds: 99)
      progress.reached(101)
      clock.move(milliseconds: 1)
      progress.reached(102)
    }
    sat.type("end")
    #expect(
      sat.waitFor("end")
        == "\r\u{1B}[Kreading: 100/200 (50 %)\r\u{1B}[Kreading: 102/200 (51 %)\r\u{1B}[Kend")
  }

  @Test func withoutATotalItCounts() throws {
    let sat = try PseudoTerminal()
    let clock = TestClock()
    var progress = Progress("checking", of: 0, on: terminal(sat)) { clock.now }
    clock.move(milliseconds: 500)
    progress.reached(7)
    #expect(sat.waitFor("checking: 7") != nil)
  }
}
