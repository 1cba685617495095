import Foundation
import Testing

@testable import safekeep

/// Names and numbers that there are not: each refusal is an entry, nothing refused is logged as done, and a
/// handle tells nothing to whoever may not ask.
@Suite struct UnknownNameTests {
  private let office: Office
  private let code: String

  init() throws {
    office = try Office()
    try office.open()
    for (handle, role) in [
      ("duc", "duty"), ("mai", "social_worker"), ("nga", "social_worker"), ("binh", "auditor"),
    ] {
      try office.join(handle, as: role)
      try office.demand(["vault", "status"] + office.by(handle))
    }
    try office.home.write(#"{"reporter_kind":"self"}"#, to: "arrival")
    let run = try office.demand(["case", "open", "--from", "arrival"] + office.by("mai"))
    code = try Office.field("case", run.output)
  }

  /// What a command left, without the unlocking.
  private func run(_ who: String, _ words: String) throws -> (Program.Run, entries: [String]) {
    let before = try office.logLines(from: 0).count
    let words = words.replacing("CASE", with: code).split(separator: " ").map(String.init)
    let run = try office.run(words + office.by(who))
    let entries = try office.logLines(from: before).map(CommandDay.name)
    return (run, entries.filter { $0 != "auth.ok ok" })
  }

  @Test func everyRefusalIsAnEntry() throws {
    let share = "case share CASE nobody --fields person.full_name --until 31/12/2099"
    for (who, words, status, entries) in [
      ("minh", "approval give 99999", 66, ["approval.give denied"]),
      ("minh", "approval refuse 99999", 66, ["approval.refuse denied"]),
      ("mai", "staff show nobody", 66, ["list/staff denied"]),
      ("lan", "staff admit nobody --confirm nobody", 66, ["role.add denied"]),
      ("mai", "staff admit nobody --confirm nobody", 77, ["role.add denied"]),
      ("lan", "staff add mai --role intake", 65, ["member.invite denied"]),
      ("minh", "case assign CASE nobody", 66, ["assign.add denied"]),
      ("minh", "case assign CASE nobody --end", 66, ["assign.remove denied"]),
      ("mai", share + " --provision L53_27_2 --for HLEGAL", 66, ["excerpt.give denied"]),
      ("mai", "case unshare CASE nobody", 66, ["excerpt.end denied"]),
      ("mai", "case open --from arrival --owner nobody", 66, ["record.create denied"]),
      ("minh", "emergency close 99999", 66, ["emergency.close denied"]),
      ("binh", "log prove 99999", 66, ["audit.export/proof denied"]),
      ("binh", "log export out --from 999999", 66, ["audit.export/log denied"]),
      ("binh", "log cosign-request --old 99999", 64, ["audit.export/cosign-request denied"]),
      (
        "binh", "log report --breach --member nobody --since 01/11/2026 --until 02/11/2026", 66,
        ["audit.export/breach denied"]
      ),
    ] as [(String, String, Int32, [String])] {
      let (run, left) = try run(who, words)
      #expect(run.status == status && left == entries, "\(words): \(left) \(run.errors)")
      // Who has a name and no role for it is no member who is not there.
      let isToAssign = words == "case assign CASE nobody"
      #expect(run.errors.contains("nobody of that name can be given a case") == isToAssign)
    }
  }

  /// The same words, the same status and the same entry, whether somebody has the handle or nobody.
  @Test(arguments: [
    ("mai", "log report --breach --since 01/11/2026 --until 02/11/2026 --member"),
    ("mai", "staff admit --confirm x"), ("nga", "case assign CASE"), ("nga", "case unshare CASE"),
    (
      "nga",
      "case share CASE --fields person.full_name --until 31/12/2099 --provision L53_27_2 --for HLEGAL"
    ),
  ])
  func aHandleTellsNothing(who: String, words: String) throws {
    let told = try ["duc", "nobody"].map { handle in
      let (run, left) = try run(who, words + " " + handle)
      let errors = run.errors.replacing(/[0-9]+/, with: "N")
      return "\(run.status) \(errors) \(left)"
    }
    #expect(told[0] == told[1] && told[0].hasPrefix("77"))
  }

  @Test func aPurposeThatIsNoneIsRefusedByEveryCommand() throws {
    #expect(try run("mai", "case list --for NOPE").0.status == 64)
  }

  /// A program that reads JSON is told which entry its look is.
  @Test(arguments: [
    "case list", "health list", "due", "referral list", "request list", "approval list",
  ])
  func aListNamesItsEntry(words: String) throws {
    let (run, left) = try run("mai", words + " --json")
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let entry = try #require(object?["entry"] as? Int)
    let line = try #require(try office.logLines(from: entry).first)
    #expect(left.contains(try CommandDay.name(line)))
  }

  /// Twelve who add a head to one file, four at a time, lose none.
  @Test func nobodyLosesAHeadOfAnother() throws {
    let people = ["mai", "nga", "binh", "duc"]
    let adding = people.map { who in
      let words = ["log", "pin", "--to", "all.pins", "--vault", office.vault] + office.by(who)
      let once = "\(Program.safekeep.path) \(words.joined(separator: " ")) || exit 1"
      return "(" + [once, once, once].joined(separator: "; ") + ") & "
    }
    let waits = people.map { _ in "wait -n || exit 1" }.joined(separator: "; ")
    let run = try Program(path: "/bin/bash").run(
      ["-c", adding.joined() + waits], home: office.home)
    #expect(run.status == 0, "\(run.errors)")
    let text = try String(contentsOfFile: office.home.path + "/all.pins", encoding: .utf8)
    #expect(text.components(separatedBy: "safekeep-pin/v2").count - 1 == 12)
  }

  /// A handle is given again after somebody left: the newcomer has a count of their own.
  @Test func whoComesAfterAnotherUnderTheSameHandleIsLetIn() throws {
    for _ in 0..<3 { try office.demand(["staff", "list"] + office.by("nga")) }
    try office.demand(
      ["staff", "suspend", "nga", "--confirm", "nga", "--vacant"]
        + office.by("minh"))
    try office.join("nga", as: "social_worker")
    try office.demand(["case", "list"] + office.by("nga"))
    try office.demand(["case", "list"] + office.by("nga"))
    let report = try office.demand(
      ["log", "report", "--breach", "--since", "01/01/2020", "--until", "31/12/2099", "--member"]
        + ["nga", "--json"] + office.by("binh"))
    #expect(report.output.contains(#""accesses""#))
    // A log that was put back is one all the same.
    try office.copyVault(to: "before")
    try office.demand(["case", "list"] + office.by("nga"))
    office.vault = "before"
    #expect(try office.run(["case", "list"] + office.by("nga")).status == 20)
  }
}
