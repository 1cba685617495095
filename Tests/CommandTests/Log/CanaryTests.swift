import Foundation
import Testing

@testable import safekeep

/// A file of nobody: opened by a lead, like any other in lists and pages, and loud in the report.
@Suite struct CanaryTests {
  private let office: Office

  init() throws {
    office = try Office()
    try office.open()
    try office.begin([("duc", "duty"), ("mai", "social_worker"), ("binh", "auditor")])
  }

  private func open(_ handle: String, _ options: [String]) throws -> Program.Run {
    try office.home.write(#"{"full_name":"Giàng Thị Ví Dụ","entry_path":"self_report"}"#, to: "in")
    return try office.run(["case", "open", "--from", "in"] + options + office.by(handle))
  }

  @Test func theReportTellsWhoTouchedIt() throws {
    let opened = try open("minh", ["--canary"])
    #expect(opened.status == 0 && opened.errors.contains("log report tells who did"))
    let code = try Office.field("case", opened.output)
    let other = try Office.field("case", try open("minh", ["--new"]).output)
    for handle in ["mai", "minh", "duc"] { try office.demand(["due"] + office.by(handle)) }
    try office.demand(["case", "list"] + office.by("minh"))
    #expect(try findings() == 0)
    #expect(try office.run(["case", "show", code] + office.by("mai")).status == 77)
    try office.demand(["case", "show", other] + office.by("minh"))
    try office.demand(["case", "show", code] + office.by("minh"))
    #expect(try findings() == 2)
    let told = try office.demand(
      ["log", "report", "--lang", "vi", "--format", "table"] + office.by("binh")
    ).output
    #expect(told.contains("Hồ sơ bẫy"))
  }

  private func findings() throws -> Int {
    let run = try office.demand(["log", "report", "--json"] + office.by("binh"))
    return run.output.components(separatedBy: #""kind":"canary""#).count - 1
  }

  @Test func onlyALeadSetsOne() throws {
    let run = try open("mai", ["--canary"])
    #expect(run.status == 77)
  }

  /// Lists, pages and limits do not tell it from another case.
  @Test func nothingElseTellsIt() throws {
    let code = try Office.field("case", try open("minh", ["--canary", "--reported"]).output)
    let other = try Office.field("case", try open("minh", ["--reported", "--new"]).output)
    func plain(_ words: [String]) throws -> [String] {
      let output = try office.demand(words + ["--format", "plain"] + office.by("minh")).output
      return output.replacing(code, with: "CODE").replacing(other, with: "CODE")
        .split(separator: "\n").filter { !$0.hasPrefix("opened_at") && !$0.hasPrefix("entry\t") }
        .map(String.init)
    }
    let (canary, usual) = (try plain(["case", "show", code]), try plain(["case", "show", other]))
    #expect(canary == usual, "\(Set(canary).symmetricDifference(usual))")
    let list = try office.demand(["case", "list", "--format", "plain"] + office.by("minh")).output
    #expect(list.contains(code) && list.contains(other))
  }
}
