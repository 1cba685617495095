import Foundation
import Testing

/// The second person at the terminal: what would change is shown before the number is asked for.
@Suite struct RulesAtTheTerminalTests {
  let office: Office
  let terminal: PseudoTerminal

  init() throws {
    office = try Office()
    terminal = try PseudoTerminal()
    try office.open()
    try office.demand(["rules", "export", "book"] + office.by("minh"))
  }

  private func table(_ name: String) throws -> String {
    try String(contentsOfFile: "\(office.home.path)/book/\(name).csv", encoding: .utf8)
  }

  /// The entry of the proposal.
  private func propose() throws -> String {
    try office.home.write(
      table("holidays") + "off,2150-03-02,,Ví dụ,Example,project choice,unverified\n",
      to: "new/holidays.csv")
    let run = try office.demand(["rules", "adopt", "new"] + office.by("minh"))
    return try Office.field("entry", run.output)
  }

  private func give(_ entry: String, typing answer: String) throws -> (Int32, String) {
    let process = try Program.safekeep.start(
      ["approval", "give", entry, "--vault", office.vault] + office.by("lan"), at: terminal,
      home: office.home)
    let shown = try #require(terminal.waitFor("Type \(entry) to give"))
    terminal.type(answer + "\n")
    process.waitUntilExit()
    return (process.terminationStatus, shown)
  }

  @Test func whatWouldChangeIsShownFirst() throws {
    let asked = try propose()
    let (refused, _) = try give(asked, typing: "no")
    #expect(refused == 64)
    let (status, shown) = try give(asked, typing: asked)
    #expect(status == 0)
    #expect(shown.contains("off 2150-03-02") && shown.contains("added"))
    let held = try office.demand(["rules", "show", "holidays", "2150-03-02"] + office.by("lan"))
    #expect(held.output.contains("2150-03-02"))
  }

  /// A spreadsheet that saved its own way: refused by name, 78, with file and row.
  @Test(arguments: [
    ("\u{FEFF}", ",", "byte_order_mark"), ("", ";", "semicolons"), ("", "\t", "tabs"),
  ]) func whatASpreadsheetDidToIt(mark: String, separator: String, reason: String) throws {
    let spoiled = try mark + table("steps").replacing(",", with: separator)
    try office.home.write(spoiled, to: "spoiled/steps.csv")
    let run = try office.run(["rules", "check", "spoiled", "--json"] + office.by("minh"))
    #expect(run.status == 78)
    #expect(run.errors.contains(#""reason":"\#(reason)","file":"steps.csv""#))
  }

  /// A row that ends and that nothing follows, and a step of two people given to one: 78, with file and row.
  @Test(arguments: [
    ("steps", "reopen", ",2150-12-31", "gap"), ("clocks", "police_verify", ",2150-12-31", "gap"),
    ("steps", "identify", "", "two_people"),
  ]) func aGapIsRefused(name: String, id: String, end: String, reason: String) throws {
    var lines = try table(name).split(separator: "\n").map(String.init)
    let index = try #require(lines.firstIndex { $0.hasPrefix(id + ",") })
    if end.isEmpty {
      // Another row, from a day on, with nobody beside the first.
      let parts = lines[index].split(separator: ",", omittingEmptySubsequences: false)
      lines[index] += "2150-12-31"
      let alone = parts[1...3] + [""] + parts[5...]
      lines.append(
        "alone," + alone.joined(separator: ",").replacing("2025-07-01", with: "2151-01-01"))
    } else {
      lines[index] = String(lines[index].dropLast()) + end
    }
    try office.home.write(lines.joined(separator: "\n") + "\n", to: "gap/\(name).csv")
    let json = try office.run(["rules", "check", "gap", "--json"] + office.by("minh"))
    #expect(json.status == 78)
    #expect(json.errors.contains(#""reason":"\#(reason)","file":"\#(name).csv","row":"#))
    for language in ["en", "vi"] {
      let run = try office.run(["rules", "adopt", "gap", "--lang", language] + office.by("minh"))
      #expect(run.status == 78 && run.errors.contains("\(name).csv"))
    }
  }

  /// A new field is a field of the next form.
  @Test func aNewFieldIsAskedFor() throws {
    let row =
      "290,reception,weather,reception,Thời tiết,Weather,text,,support,no,social_worker;lead,"
      + "social_worker,project choice,unverified,,\n"
    try office.home.write(table("fields") + row, to: "more/fields.csv")
    let asked = try Office.field(
      "entry", office.demand(["rules", "adopt", "more"] + office.by("minh")).output)
    let log = try office.demand(["log", "show", "--limit", "3"] + office.by("minh")).output
    #expect(log.contains("schema.set"))
    try office.demand(["approval", "give", asked, "--confirm", asked] + office.by("lan"))
    try office.join("truc", as: "duty")
    try office.demand(["vault", "status"] + office.by("truc"))
    try office.join("mai", as: "social_worker")
    try office.home.write(#"{"reporter_kind":"self","weather":"mưa to"}"#, to: "case.json")
    let opened = try office.demand(["case", "open", "--from", "case.json"] + office.by("mai"))
    let code = try Office.field("case", opened.output)
    let shown = try office.demand(["reception", "show", code] + office.by("mai"))
    #expect(shown.output.contains("mưa to"))
    let verdict = try office.demand(["log", "verify"] + office.by("lan"))
    #expect(try Office.field("sound", verdict.output) == "yes")
  }
}
