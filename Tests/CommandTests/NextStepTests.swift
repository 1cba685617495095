import Foundation
import Testing

/// The page of a case says what comes next, whose it is and by which rule, in every form.
@Suite struct NextStepTests {
  private let office: FormOffice

  init() throws { office = try FormOffice() }

  private func steps() throws -> [[String: Any]] {
    let run = try office.run(["case", "show", office.code, "--json"])
    let page = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    return try #require(page?["next"] as? [[String: Any]])
  }

  @Test func aPageSaysWhatComesNext() throws {
    let begun = try steps()
    #expect(begun.compactMap { $0["to"] as? String } == ["in_process", "identified"])
    let first = try #require(begun.first)
    #expect(
      Set(try #require(first["missing"] as? [String])) == [
        "case.health_agency_notified_at", "case.person_category", "case.receiving_unit",
        "reception.limits_explained_at",
      ])
    #expect((first["who"] as? String)?.contains("lead") == true)
    #expect((first["rule"] as? String)?.contains("27(2)") == true)
    #expect(first["check"] as? String == "case step \(office.code) in_process --dry-run")
    // What decides is not on this page, and the page says so.
    #expect((begun.last?["unseen"] as? [String])?.contains("identification.decision") == true)
    #expect((begun.last?["second"] as? String)?.isEmpty == false)
    let recorded = try office.run(
      ["case", "record", office.code, "--from", "-"],
      input: """
        {"case": "\(office.code)", "receiving_unit": "26734"}
        """)
    #expect(recorded.status == 0)
    #expect((try steps().first?["missing"] as? [String])?.contains("case.receiving_unit") == false)
    for (language, said) in [
      ("vi", "Bước tiếp theo: Bắt đầu quá trình xác định nạn nhân"),
      ("en", "Next: Begin the process of identification"),
    ] {
      let run = try office.run(
        ["case", "show", office.code, "--format", "table", "--lang", language])
      #expect(run.output.contains(said), "\(language)")
    }
  }
}
