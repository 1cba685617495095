import Foundation
import Testing

/// Two offices that hand a file over, each at an account of its own, through the real program: what is said
/// in both languages, and everything that is refused on the way.
@Suite struct TransferCommandTests {
  private let here: Office
  private let there: Office
  private let code: String
  /// The fingerprints of both cards, as people read them out.
  private let prints: (here: String, there: String)

  init() throws {
    (here, there) = (try Self.office(), try Self.office())
    let opened = try Program.safekeep.run(
      ["case", "open", "--from", "-", "--vault", here.vault] + here.by("minh"),
      input: #"{"full_name":"Lý Thị Ví Dụ","receiving_unit":"01"}"#, home: here.home)
    code = try Office.field("case", opened.output)
    prints = (
      try Self.exchange(here, "Sở Y tế Yên Bái", to: there),
      try Self.exchange(there, "Sở Y tế Lào Cai", to: here)
    )
  }

  private static func office() throws -> Office {
    let office = try Office()
    try office.open()
    try office.join("duc", as: "duty")
    try office.demand(["vault", "status"] + office.by("duc"))
    return office
  }

  /// A card goes over; its fingerprint by voice.
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

  private func transfer(
    _ who: String, _ file: String, _ options: [String] = ["--provision", "L53_27_5_facility"]
  ) throws -> Program.Run {
    try here.run(
      [
        "case", "transfer", code, "--card", "their.card", "--confirm", prints.there, "--to", file,
      ] + options + here.by(who))
  }

  private func receive(_ who: String, _ file: String, _ options: [String] = []) throws
    -> Program.Run
  {
    try there.run(
      [
        "case", "receive", file, "--card", "their.card", "--confirm", prints.here, "--to",
        file + ".accepted",
      ] + options + there.by(who))
  }

  private func finish(_ acceptances: [String], _ options: [String] = []) throws -> Program.Run {
    try here.run(
      ["case", "transfer", code, "--card", "their.card", "--confirm", code]
        + acceptances.flatMap { ["--accepted", $0] } + options + here.by("minh"))
  }

  @Test func theWholeWay() throws {
    let sent = try transfer("minh", "ho-so")
    #expect(sent.status == 0 && sent.errors.contains("is sealed for the other office, log entry"))
    let clinical = try transfer("duc", "y-te", ["--lang", "vi"])
    #expect(
      clinical.status == 0
        && clinical.errors.contains("phần y tế và sinh tồn của \(code) đã được niêm phong"))
    for file in ["ho-so", "y-te"] { try Self.carry(file, from: here, to: there, as: file) }

    // The second goes into the first.
    let early = try receive("duc", "y-te")
    #expect(early.status == 77)
    #expect(
      early.errors.contains(
        "the file that this belongs to was not taken in here; recorded as log entry"))
    let taken = try receive("minh", "ho-so", ["--lang", "vi"])
    #expect(taken.status == 0 && taken.errors.contains("đã tiếp nhận thành hồ sơ"))
    let new = try Office.field("case", taken.output)
    #expect(new != code)
    let second = try receive("duc", "y-te")
    #expect(second.status == 0)
    #expect(try Office.field("case", second.output) == new)
    try seesAll(new)
    for name in ["ho-so.accepted", "y-te.accepted"] {
      try Self.carry(name, from: there, to: here, as: name)
    }
    try ends()
    // Each once, by the log and not by what lies about.
    let again = try there.run(
      [
        "case", "receive", "ho-so", "--card", "their.card", "--confirm", prints.here, "--to",
        "again",
      ]
        + there.by("minh"))
    #expect(again.status == 77)
    #expect(again.errors.contains("this file was taken in before; recorded as log entry"))
    #expect(!FileManager.default.fileExists(atPath: there.home.path + "/again"))
    for office in [here, there] {
      #expect(try office.run(["log", "verify"] + office.by("minh")).status == 0)
    }
  }

  private func seesAll(_ new: String) throws {
    let page = try there.demand(["person", "show", new] + there.by("minh"))
    #expect(page.output.contains("Lý Thị Ví Dụ"))
    try tellsWhatItDoesNotHold(new)
  }

  private func text(_ file: String, of office: Office) throws -> String {
    try String(contentsOfFile: "\(office.home.path)/\(file)", encoding: .utf8)
  }

  /// Who looked before is in the other office's log: the pages for the person say so, and by whom they are told.
  private func tellsWhatItDoesNotHold(_ new: String) throws {
    let sentences = [
      "handed your file over to this one: Sở Y tế Yên Bái, ",
      "(the code of your file there: \(code)). The list below begins with the taking-in",
      "chuyển giao cho cơ quan này: Sở Y tế Yên Bái, ", "(mã hồ sơ tại đó: \(code)). Danh sách",
      "took the file over from another office", "đã tiếp nhận hồ sơ do cơ quan khác chuyển giao",
    ]
    let texts = try ["en", "vi"].map { language in
      try there.demand(
        ["case", "accesses", new, "--to", "looked." + language, "--lang", language]
          + there.by("minh"))
      return try text("looked." + language, of: there)
    }
    for text in texts { #expect(!text.contains("opened the file")) }
    for sentence in sentences { #expect(texts.joined().contains(sentence), "\(sentence)") }
    try there.home.write(
      #"{"case":"\#(new)","kind":"access","received":"2026-05-24T07:25+07:00","#
        + #""requester":"self","identity_check":"đối chiếu","safe_answer":"đưa tận tay"}"#,
      to: "request.json")
    let asked = try there.demand(
      ["request", "record", new, "--from", "request.json"] + there.by("minh"))
    let record = try #require(asked.output.firstMatch(of: /[0-9a-f]{32}/)).output
    try there.demand(
      ["request", "answer", new, String(record), "--to", "answer.html"] + there.by("minh"))
    let answer = try text("answer.html", of: there)
    for sentence in sentences { #expect(answer.contains(sentence), "\(sentence)") }
    // Of a file that was opened here there is no such sentence.
    try here.demand(["case", "accesses", code, "--to", "own"] + here.by("minh"))
    let own = try text("own", of: here)
    #expect(own.contains("opened the file") && !own.contains("handed your file over"))
  }

  private func ends() throws {
    let lacking = try finish(["ho-so.accepted"])
    #expect(lacking.status == 65)
    #expect(lacking.errors.contains("each file that was made needs its acceptance"))
    let other = try here.run(
      [
        "case", "transfer", code, "--card", "their.card", "--confirm", "something else",
        "--accepted", "ho-so.accepted", "--accepted", "y-te.accepted",
      ] + here.by("minh"))
    #expect(other.status == 64)
    let done = try finish(["ho-so.accepted", "y-te.accepted"], ["--lang", "vi"])
    #expect(done.status == 0)
    #expect(done.errors.contains("khóa của hồ sơ tại đây đã bị hủy, mục nhật ký số"))
    let gone = try here.run(["case", "show", code] + here.by("minh"))
    #expect(gone.status == 66)
    #expect(gone.errors.contains("this case was transferred to another office"))
    let coded = try here.run(["case", "show", code, "--json", "--lang", "vi"] + here.by("minh"))
    #expect(coded.errors.contains(#""reason":"case_gone""#))
    try tellsWhereItWent(gone, coded)
    let listed = try here.demand(["case", "list"] + here.by("minh"))
    #expect(!listed.output.contains(code))
  }

  /// To a lead, whatever they asked of it; to others that a lead knows.
  private func tellsWhereItWent(_ gone: Program.Run, _ coded: Program.Run) throws {
    #expect(gone.errors.contains("the office that has it: Sở Y tế Lào Cai, "))
    #expect(coded.errors.contains(#""transferred_to":"Sở Y tế Lào Cai, "#))
    let other = try here.run(["case", "history", code, "--lang", "vi"] + here.by("minh"))
    #expect(other.status == 66 && other.errors.contains("cơ quan đang giữ hồ sơ: Sở Y tế Lào Cai"))
    let duty = try here.run(["case", "show", code] + here.by("duc"))
    #expect(duty.status == 66 && !duty.errors.contains("Lào Cai"))
    #expect(duty.errors.contains("a lead is told which office has it: safekeep case show CASE"))
  }

  @Test func whatIsRefused() throws {
    func told(_ run: Program.Run, _ status: Int32, _ sentence: String) {
      #expect(run.status == status, "\(run.errors)")
      #expect(run.errors.contains(sentence), "\(run.errors)")
    }
    told(
      try transfer("minh", "a", []), 77, "no consent that is in force covers everything in the file"
    )
    told(
      try transfer("minh", "a", ["--lang", "vi"]), 77,
      "chưa có sự đồng ý còn hiệu lực cho cơ quan đó")
    told(try transfer("duc", "a"), 77, "no file of this case was made for that card")
    told(try transfer("minh", "a", ["--accepted", "x"]), 64, "either --to")
    #expect(!FileManager.default.fileExists(atPath: here.home.path + "/a"))
    // Not the fingerprint that was read out.
    let wrong = try here.run(
      [
        "case", "transfer", code, "--card", "their.card", "--confirm", prints.here, "--to", "a",
        "--provision", "L53_27_5_facility",
      ] + here.by("minh"))
    #expect(wrong.status == 64)
    try cards(told)
    try files(told)
  }

  private func cards(_ told: (Program.Run, Int32, String) -> Void) throws {
    let text = try String(contentsOfFile: here.home.path + "/their.card", encoding: .utf8)
    try here.home.write(text.replacing("lead 0", with: "lead 00"), to: "their.card")
    told(try transfer("minh", "a"), 65, "the card is not written as a card is written")
    told(try transfer("minh", "a", ["--lang", "vi"]), 65, "thẻ kho không được viết đúng dạng")
    try here.home.write(text, to: "their.card")
    let own = try here.run(
      [
        "case", "transfer", code, "--card", "own.card", "--confirm", prints.here, "--to", "a",
        "--provision", "L53_27_5_facility",
      ] + here.by("minh"))
    told(own, 65, "the card is this vault's own")
  }

  private func files(_ told: (Program.Run, Int32, String) -> Void) throws {
    #expect(try transfer("minh", "ho-so").status == 0)
    // Its own vault cannot open it.
    let back = try here.run(
      [
        "case", "receive", "ho-so", "--card", "their.card", "--confirm", prints.there, "--to", "b",
      ] + here.by("minh"))
    told(back, 65, "the file is sealed for another vault")
    try Self.carry("ho-so", from: here, to: there, as: "ho-so")
    var bytes = try Data(contentsOf: URL(filePath: there.home.path + "/ho-so"))
    bytes[1_000] ^= 1
    try bytes.write(to: URL(filePath: there.home.path + "/bent"))
    told(try receive("minh", "bent"), 65, "the signed lines do not fit the file")
    let line = try #require(try there.logLines(from: 0).last)
    #expect(line.contains(#""act":"case.receive""#) && line.contains(#""out":"failed""#), "\(line)")
    // Who may not take a file in is told that, whatever they brought.
    try there.join("hoa", as: "social_worker")
    told(try receive("hoa", "bent"), 77, "recorded as log entry")
    try there.home.write("no file\n", to: "garbage")
    told(try receive("hoa", "garbage"), 77, "recorded as log entry")
    told(try receive("minh", "garbage"), 65, "cut short, or none of ours")
    told(try receive("minh", "bent", ["--lang", "vi"]), 65, "các dòng đã ký không khớp với tệp")
    told(try receive("duc", "ho-so"), 77, "recorded as log entry")
    #expect(!FileManager.default.fileExists(atPath: there.home.path + "/bent.accepted"))
  }
}
