import Foundation
import Testing

/// A statistician who comes after the first cases is told what the figures are not of, in every form.
@Suite struct LateStatisticianTests {
  private let office: Office

  init() throws {
    office = try Office()
    try office.open()
    try office.begin([("duc", "duty"), ("mai", "social_worker")])
    try office.demand(["vault", "status"] + office.by("minh"))
    let lines = (0..<12).map { _ in "2026-03-11T09:00+07:00,rescued,26734,1995,female,KHM\n" }
    try office.home.write(
      "received_at,entry_path,receiving_commune,birth_date,sex,exploitation_country\n"
        + lines.joined(), to: "register.csv")
    try office.demand(["intake", "import", "register.csv", "--new"] + office.by("mai"))
    try office.join("thao", as: "statistician")
  }

  private func answer(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func figuresSayWhichCasesTheyAreNotOf() throws {
    let run = try office.demand(["stats", "--json"] + office.by("thao"))
    let first = try answer(run.output)
    #expect(first["not_given"] as? Int == 12 && first["not_opened"] as? Int == 0)
    for (name, said) in [
      ("part.csv", "cases,total,not_given,12\r\n"), ("part.json", #""not_given":12"#),
      ("part.html", "chưa được trao khóa"), ("part2.html", "safekeep vault status"),
    ] {
      let run = try office.demand(
        ["stats", "--to", name, "--lang", "en", "--format", "table"] + office.by("thao"))
      #expect(run.errors.contains("12 cases are in none of these figures"))
      let text = try String(contentsOfFile: office.home.path + "/" + name, encoding: .utf8)
      #expect(text.contains(said) && !text.contains("nhật ký nguyên vẹn"), "\(name)")
    }
    let entry = try #require(first["entry"] as? Int)
    let lines = try office.logLines(from: entry + 1).filter { $0.contains("\"failed\"") }
    #expect(lines.count == 5 && lines.allSatisfy { $0.contains(#""why":"class""#) })
    try office.demand(["vault", "status"] + office.by("minh"))
    let whole = try answer(try office.demand(["stats", "--json"] + office.by("thao")).output)
    #expect(whole["not_given"] as? Int == 0)
  }
}
