import Foundation
import Testing

/// What fields of a file were before, at the command line: in both languages and every form.
@Suite struct HistoryCommandTests {
  private let office: Office
  private let code: String

  init() throws {
    (office, code) = try Office.ofTwoLeads(
      caseWith:
        #"{"full_name":"Lý Thị Ví Dụ","phone":"+84911111111","ethnicity":"Kinh","reporter_kind":"self"}"#
    )
    try office.home.write(#"{"case":"\#(code)","phone":"+84922222222"}"#, to: "form.json")
    try office.demand(["person", "record", code, "--from", "form.json"] + office.by("mai"))
  }

  private func history(_ handle: String, _ options: [String] = []) throws -> Program.Run {
    try office.run(["case", "history", code] + options + office.by(handle))
  }

  @Test func aRowForEachVersion() throws {
    let run = try history("mai", ["--form", "person"])
    #expect(run.status == 0, "\(run.errors)")
    let rows = run.output.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    let phones = rows.filter { $0.count == 7 && $0[1] == "person.phone" }
    #expect(phones.map { $0[2] } == ["2", "1"])
    #expect(phones.map { $0[3] } == ["+84922222222", "+84911111111"])
    #expect(phones.map { $0[4] } == ["mai", "mai"])
    // What nobody was ever asked is no version that says anything.
    #expect(!run.output.contains("[not_asked]"))
    #expect(run.errors.contains("newest first; this look is log entry"))
    #expect(run.errors.contains("not shown: sensitive; ask for one with --class and --for"))
  }

  @Test func forPeopleAndForPrograms() throws {
    let page = try history("mai", ["--form", "person", "--format", "table", "--lang", "vi"])
    #expect(page.status == 0, "\(page.errors)")
    for said in ["Số phiên bản còn giữ", "Nhân thân: ", "Giá trị", "+84911111111", "Người ghi"] {
      #expect(page.output.contains(said), "\(said)")
    }
    #expect(page.errors.contains("phiên bản, mới nhất trước; lần xem này là mục nhật ký"))
    let run = try history("mai", ["--form", "person", "--json"])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let versions = try #require(object["versions"] as? [[String: Any]])
    #expect(versions.first?["version"] as? Int == 2 && versions.first?["by"] as? String == "mai")
    #expect(object["entry"] is Int && (object["kept"] as? Int ?? 0) > versions.count)
  }

  /// A restricted class is shown only when it is named, with a purpose.
  @Test func aRestrictedClass() throws {
    #expect(try !history("mai").output.contains("Kinh"))
    let unasked = try history("mai", ["--class", "sensitive", "--no-input"])
    #expect(unasked.status == 77 && unasked.output.isEmpty)
    let shown = try history("mai", ["--class", "sensitive", "--for", "CAREMGT"])
    #expect(shown.output.contains("person.ethnicity\t1\tKinh\tmai\t"), "\(shown.errors)")
  }

  @Test func oneRecordAndOlderOnes() throws {
    let rows = try history("mai", ["--form", "person"]).output.split(separator: "\n")
    let phone = try #require(rows.first { $0.contains("person.phone") })
    let record = try #require(phone.split(separator: "\t").last.map(String.init))
    let one = try history("mai", ["--record", record])
    #expect(one.status == 0 && one.output.contains("+84911111111"))
    let older = try history("mai", ["--record", record, "--skip", "1"])
    #expect(!older.output.contains("+84922222222") && older.output.contains("+84911111111"))
  }

  @Test func whatIsRefused() throws {
    #expect(try history("mai", ["--skip", "-1"]).status == 64)
    #expect(try history("mai", ["--record", "4"]).status == 64)
    #expect(try history("mai", ["--form", "nothing"]).status == 64)
    let nowhere = try history("mai", ["--record", String(repeating: "4f", count: 16)])
    #expect(nowhere.status == 66, "\(nowhere.errors)")
    let stranger = try history("duc", ["--form", "person", "--lang", "vi"])
    #expect(stranger.status == 77 && stranger.output.isEmpty)
    // Of the file itself no version but the last is kept.
    let whole = try history("mai")
    #expect(whole.errors.contains("when they changed is told by the log"))
    #expect(try office.run(["log", "verify"] + office.by("minh")).status == 0)
  }
}
