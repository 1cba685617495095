import Foundation
import Testing

/// What follows a restriction, and figures of one person, at the command line and in both languages.
@Suite struct DerivedCommandTests {
  private let office: Office
  private let code: String

  init() throws {
    (office, code) = try Office.ofTwoLeads(
      caseWith: #"{"full_name":"Lý Thị Ví Dụ","sex":"other","birth_date":"1950"}"#)
    try office.home.write(#"{"case":"\#(code)"}"#, to: "form.json")
  }

  private func restrict(
    _ field: String, _ role: String, _ options: [String] = []
  ) throws -> Program.Run {
    try office.demand(
      ["restriction", "set", code, "--field", field, "--role", role, "--from", "form.json"]
        + options + office.by("mai"))
  }

  @Test func figuresOfOnePersonAreRefused() throws {
    for words in [["case", "show", code], ["case", "history", code]] {
      let run = try office.run(
        words + ["--class", "facts", "--for", "HOPERAT", "--lang", "en"] + office.by("minh"))
      #expect(run.status == 77 && run.output.isEmpty, "\(run.errors)")
      #expect(run.errors.contains("shown of no single person to anybody; recorded as log entry"))
      #expect(run.errors.contains("what they add up to: safekeep stats"))
      let other = try office.run(
        words + ["--class", "facts", "--for", "HOPERAT", "--lang", "vi"] + office.by("minh"))
      #expect(other.status == 77 && other.errors.contains("số liệu tổng hợp: safekeep stats"))
      #expect(other.errors.contains("không ai được xem số liệu của riêng một người"))
      let json = try office.run(
        words + ["--class", "facts", "--for", "HOPERAT", "--json"] + office.by("minh"))
      #expect(json.errors.contains(#""reason":"only_counted""#))
    }
  }

  @Test func whatFollowsIsTold() throws {
    let lead = try restrict("person.sex", "lead", ["--lang", "en"])
    #expect(try Office.field("follows", lead.output) == "facts")
    #expect(lead.errors.contains("figures are made without it from now on"))
    let health = try restrict("person.birth_date", "health_staff", ["--lang", "vi"])
    #expect(try Office.field("follows", health.output) == "care.care_birth_year")
    #expect(
      health.errors.contains("thông tin được suy ra từ trường này cũng không cho vai trò đó xem"))
    let shown = try office.demand(
      ["restriction", "show", code, "--json"] + office.by("mai")
    ).output
    #expect(shown.contains(#""field":"care.care_birth_year""#))
    let record = try Office.field("record", health.output)
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(shown.utf8)) as? [String: Any])
    let rows = try #require(list["restriction"] as? [[String: Any]])
    let own = try #require(
      rows.first { $0["field"] as? String == "care.care_birth_year" }?["record"] as? String)
    let refused = try office.run(["restriction", "lift", code, own] + office.by("mai"))
    #expect(refused.status == 77 && refused.errors.contains("derived from a field"))
    let lifted = try office.demand(["restriction", "lift", code, record] + office.by("mai"))
    #expect(try Office.field("follows", lifted.output) == "care.care_birth_year")
    #expect(lifted.errors.contains("what was derived from it is lifted with it"))
  }
}
