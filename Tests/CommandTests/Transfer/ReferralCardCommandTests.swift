import Foundation
import Testing

/// A referral from one office to another through the real program: the file, the answer, and what is refused on the
/// way, in both languages.
@Suite struct ReferralCardCommandTests {
  private let here: Office
  private let there: Office
  private let code: String
  private let record: String
  private let prints: (here: String, there: String)

  init() throws {
    (here, there) = (try Self.office(), try Self.office())
    try here.join("mai", as: "social_worker")
    let opened = try Program.safekeep.run(
      ["case", "open", "--from", "-", "--vault", here.vault] + here.by("mai"),
      input:
        #"{"full_name":"Lý Thị Ví Dụ","birth_date":"1999","entry_path":"self_report","receiving_unit":"01"}"#,
      home: here.home)
    code = try Office.field("case", opened.output)
    prints = (
      try Self.exchange(here, "Sở Y tế Yên Bái", to: there),
      try Self.exchange(there, "Sở Y tế Lào Cai", to: here)
    )
    record = try Self.draft(code, here)
  }

  private static func office() throws -> Office {
    let office = try Office()
    try office.open()
    try office.join("duc", as: "duty")
    try office.demand(["vault", "status"] + office.by("duc"))
    return office
  }

  private static func exchange(
    _ office: Office, _ name: String, to other: Office
  ) throws -> String {
    let made = try office.demand(
      ["vault", "card", "--office", name, "--to", "own.card"] + office.by("minh"))
    try carry("own.card", from: office, to: other, as: "their.card")
    return try Office.field("fingerprint", made.output)
  }

  private static func carry(
    _ file: String, from office: Office, to other: Office, as name: String
  ) throws {
    let target = "\(other.home.path)/\(name)"
    try? FileManager.default.removeItem(atPath: target)
    try FileManager.default.copyItem(atPath: "\(office.home.path)/\(file)", toPath: target)
  }

  private static func answers(_ office: Office, _ words: [String], _ input: String) throws -> String
  {
    let run = try Program.safekeep.run(
      words + ["--from", "-", "--vault", office.vault] + office.by("mai"), input: input,
      home: office.home)
    #expect(run.status == 0, "\(run.errors)")
    return try Office.field("record", run.output)
  }

  private static func draft(_ code: String, _ office: Office) throws -> String {
    let consent = try answers(
      office, ["consent", "record", code],
      #"{"case":"\#(code)","giver":"self","purpose":"protection","recipient":"Sở Y tế Lào Cai","#
        + #""fields":["person.full_name"],"given_at":"2026-01-05T08:00+07:00","how":"written","#
        + #""language":"vie","expires_at":"2099"}"#)
    return try answers(
      office, ["referral", "draft", code],
      #"{"case":"\#(code)","referral_to":"Sở Y tế Lào Cai","purpose":"protection","#
        + #""fields":["person.full_name"],"consent_ref":"\#(consent)"}"#)
  }

  private func send(
    _ who: String, _ file: String, _ options: [String] = []
  ) throws -> Program.Run {
    try here.run(
      [
        "referral", "send", code, record, "--card", "their.card", "--confirm", prints.there, "--to",
        file, "--for", "CAREMGT",
      ] + options + here.by(who))
  }

  private func receive(
    _ file: String, at office: Office, _ print: String, _ options: [String] = []
  ) throws -> Program.Run {
    try office.run(
      ["referral", "receive", file, "--card", "their.card", "--confirm", print] + options
        + office.by("minh"))
  }

  @Test func thereAndBack() throws {
    let sent = try send("minh", "ct.file", ["--lang", "vi"])
    #expect(sent.status == 0, "\(sent.errors)")
    #expect(sent.errors.contains("đã niêm phong cho cơ quan kia, chỉ gồm các trường đã nêu"))
    try Self.carry("ct.file", from: here, to: there, as: "ct.file")
    let taken = try receive("ct.file", at: there, prints.here)
    #expect(taken.status == 0, "\(taken.errors)")
    #expect(taken.errors.contains("reported and not yet received, log entry"))
    let new = try Office.field("case", taken.output)
    #expect(try Office.field("record", taken.output) == record)
    let page = try there.demand(["person", "show", new] + there.by("minh"))
    #expect(page.output.contains("Lý Thị Ví Dụ") && !page.output.contains("1999"))
    let listed = try there.demand(["referral", "list"] + there.by("minh"))
    #expect(listed.output.contains(record))
    let answered = try there.run(
      ["referral", "accept", new, record, "--to", "ct.answer", "--lang", "vi"] + there.by("minh"))
    #expect(answered.status == 0, "\(answered.errors)")
    #expect(answered.errors.contains("đã ký cho cơ quan kia, mục nhật ký số"))
    try Self.carry("ct.answer", from: there, to: here, as: "ct.answer")
    let heard = try receive("ct.answer", at: here, prints.there, ["--case", code])
    #expect(heard.status == 0, "\(heard.errors)")
    #expect(heard.errors.contains("the other office's word is recorded, log entry"))
    #expect(try Office.field("state", heard.output) == "accepted")
    for office in [here, there] {
      let log = try office.run(["log", "verify"] + office.by("minh"))
      #expect(log.status == 0, "\(log.output)")
    }
  }

  /// What is sealed or signed once is not where its file has no room: nothing was done, and the same command goes to another
  /// place.
  @Test func aFullDiskLeavesEverythingToBeDone() throws {
    let faults = try Faults()
    func twice(_ office: Office, _ words: [String]) throws -> Program.Run {
      let fault = Faults.Fault(kind: .room, number: 1)
      let full = try #require(try faults.run(words, of: office, failing: fault), "\(words)")
      #expect(full.status == 74 && full.errors.contains("nothing was changed"), "\(full.errors)")
      let run = try office.run(words)
      #expect(run.status == 0, "\(words): \(run.errors)")
      return run
    }
    let sent = [
      "referral", "send", code, record, "--card", "their.card", "--confirm", prints.there, "--to",
      "ct.file", "--for", "CAREMGT",
    ]
    _ = try twice(here, sent + here.by("minh"))
    try Self.carry("ct.file", from: here, to: there, as: "ct.file")
    let taken = try receive("ct.file", at: there, prints.here)
    let new = try Office.field("case", taken.output)
    for word in ["accept", "done"] {
      _ = try twice(
        there, ["referral", word, new, record, "--to", "ct." + word] + there.by("minh"))
      let size =
        try FileManager.default.attributesOfItem(
          atPath: there.home.path + "/ct." + word)[.size] as? Int
      // As long as what is in it, whatever room was asked for.
      #expect(try #require(size) < 4_096)
      try Self.carry("ct." + word, from: there, to: here, as: "ct." + word)
      let heard = try receive("ct." + word, at: here, prints.there, ["--case", code])
      #expect(heard.status == 0, "\(heard.errors)")
    }
  }

  @Test func whatIsRefused() throws {
    func told(_ run: Program.Run, _ status: Int32, _ sentence: String) {
      #expect(run.status == status && run.errors.contains(sentence), "\(run.errors)")
    }
    told(try send("mai", "a"), 77, "this step is taken by: lead")
    told(try send("mai", "a", ["--lang", "vi"]), 77, "bước này do người có vai trò sau thực hiện")
    told(
      try here.run(["referral", "send", code, record, "--to", "a"] + here.by("minh")), 64,
      "to another office: both --card and --to")
    told(
      try here.run(["referral", "send", code, record, "--for", "CAREMGT"] + here.by("mai")), 77,
      "to another office a lead sends it")
    #expect(!FileManager.default.fileExists(atPath: here.home.path + "/a"))
    #expect(try send("minh", "ct.file").status == 0)
    try Self.carry("ct.file", from: here, to: there, as: "ct.file")
    told(
      try receive("ct.file", at: there, prints.here, ["--case", code]), 64,
      "--case goes with the other office's word")
    told(
      try there.run(
        [
          "case", "receive", "ct.file", "--card", "their.card", "--confirm", prints.here, "--to",
          "b",
        ] + there.by("minh")), 65, "the file is of another kind")
    #expect(try receive("ct.file", at: there, prints.here).status == 0)
    told(try receive("ct.file", at: there, prints.here), 77, "this file was taken in before")
    told(
      try receive("ct.file", at: there, prints.here, ["--lang", "vi"]), 77, "đã ghi vào nhật ký")
    try Data("safekeep-referral/v1\nx\n".utf8).write(to: URL(filePath: here.home.path + "/none"))
    told(
      try receive("none", at: here, prints.there, ["--case", code]), 65,
      "this is no word about a referral")
    told(
      try receive("none", at: here, prints.there, ["--case", code, "--lang", "vi"]), 65,
      "đây không phải là trả lời về chuyển tuyến")
  }
}
