import Foundation
import Testing

/// Three people from reception to closure through the real commands, each with everything that is refused
/// on the way; and each once more with the consent withdrawn in the middle, as another person of the same
/// office.
@Suite struct LifeTests {
  @Test func aRescuedAdult() throws { try Self.play(RescuedAdultLife()) }

  @Test func aChildReturnedFromAbroadWithASibling() throws { try Self.play(ReturnedChildLife()) }

  @Test func aForeigner() throws { try Self.play(ForeignerLife()) }

  private static func play(_ life: some Life) throws {
    let office = try Office()
    try office.open()
    try office.begin(life.people)
    for run in LifeRun.allCases {
      let script = try LifeScript(office)
      try script.play(life.steps(run))
      try checkPage(of: life, script)
      try script.play(life.afterwards)
      try checkAccesses(script)
      // The page of one life is not that of the next.
      try FileManager.default.removeItem(atPath: office.home.path + "/page.html")
    }
    let verified = try office.run(["log", "verify"] + office.by("binh"))
    #expect(verified.status == 0, "\(verified.errors)")
  }

  // MARK: What the person is told

  /// The page that the person was given: their own data, and who looked.
  private static func checkPage(of life: some Life, _ script: LifeScript) throws {
    let path = script.office.home.path + "/page.html"
    let page = try String(contentsOfFile: path, encoding: .utf8)
    #expect(page.contains(life.person))
    #expect(page.contains("mai") && page.contains("minh"))
  }

  /// Who looked: everybody who did something in the file, and every refusal by its entry and whom it met.
  private static func checkAccesses(_ script: LifeScript) throws {
    let office = script.office
    let code = try #require(script.met["CASE"])
    let run = try office.demand(["case", "accesses", code, "--json"] + office.by("minh"))
    let answer = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let rows = try #require(answer?["accesses"] as? [[String: Any]])
    let done = rows.filter { $0["outcome"] as? String == "ok" }
    let lookers = Set(done.compactMap { $0["handle"] as? String })
    #expect(script.present.subtracting(lookers) == [])
    var denied: [Int: String] = [:]
    for row in rows where row["outcome"] as? String == "denied" {
      if let entry = row["entry"] as? Int { denied[entry] = row["handle"] as? String }
    }
    #expect(script.refusals.count > 15)
    for refusal in script.refusals {
      #expect(denied[refusal.entry] == refusal.who, "entry \(refusal.entry)")
    }
  }
}
