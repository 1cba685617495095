import Foundation
import Testing

@testable import Vault

/// What is said in both languages where what something was handed over on ends, or never held.
@Suite struct TransferBasisCommandTests {
  private let office: Office
  private let next: NextOffice
  private let code: String

  init() throws {
    (office, next) = (try Office(), try NextOffice())
    try office.open()
    for (handle, role) in [("duc", "duty"), ("mai", "social_worker"), ("luat", "legal_aid")] {
      try office.join(handle, as: role)
    }
    try office.demand(["vault", "status"] + office.by("duc"))
    try office.home.write(next.card.text, to: "next.card")
    let opened = try Program.safekeep.run(
      ["case", "open", "--from", "-", "--vault", office.vault] + office.by("mai"),
      input: """
        {"full_name":"Lý Thị Ví Dụ","birth_date":"2021","entry_path":"self_report",
        "representative.name":"Người Ví Dụ"}
        """, home: office.home)
    code = try Office.field("case", opened.output)
  }

  private func tell(
    _ who: String, _ words: [String], _ answers: [String: any Sendable]
  ) throws -> Program.Run {
    let input = try JSONSerialization.data(
      withJSONObject: answers.merging(["case": code]) { $1 })
    return try Program.safekeep.run(
      words + ["--from", "-", "--vault", office.vault] + office.by(who),
      input: String(decoding: input, as: UTF8.self), home: office.home)
  }

  private func representative() throws -> String {
    let page = try office.demand(["person", "show", code] + office.by("mai"))
    return try Office.field("representative.record", page.output)
  }

  private func consent(_ answers: [String: any Sendable]) throws -> String {
    let given: [String: any Sendable] = [
      "giver": "representative", "representative_ref": try representative(),
      "given_at": "2026-05-24T07:25+07:00", "how": "written", "language": "vie",
      "expires_at": "2099", "sensitive_told": "yes",
    ]
    let run = try tell("mai", ["consent", "record", code], given.merging(answers) { $1 })
    return try Office.field("record", run.output)
  }

  private let whole: [String: any Sendable] = [
    "purpose": "protection", "recipient": "Sở Y tế Lào Cai",
    "fields": ["support", "identity", "sensitive", "clinical", "safety", "vital"],
  ]

  private func transfer(_ who: String, _ file: String, _ options: [String]) throws -> Program.Run {
    try office.run(
      [
        "case", "transfer", code, "--card", "next.card", "--confirm", next.fingerprint, "--to",
        file,
      ] + options + office.by(who))
  }

  // MARK: Withdrawal

  @Test func afterAWithdrawal() throws {
    let consent = try consent(whole)
    #expect(try transfer("minh", "ho-so", ["--consent", consent]).status == 0)
    let early = try tell(
      "mai", ["consent", "withdraw", code, consent], ["withdrawn_at": "2020-01-01T08:00+07:00"])
    #expect(early.status == 77)
    #expect(early.errors.contains("it cannot have happened before this: Given at"))
    let withdrawn = try tell("mai", ["consent", "withdraw", code, consent], ["reason": "đổi ý"])
    #expect(withdrawn.status == 0)
    #expect(
      withdrawn.errors.contains(
        "that office must not take it in, or has to stop and delete: Sở Y tế Lào Cai, safekeep/"))
    for (language, said, remedy) in [
      (
        "en", "the consent that the file was handed over on was withdrawn or is over",
        "tell that office not to take the first file in"
      ),
      (
        "vi", "sự đồng ý làm căn cứ chuyển giao đã được rút lại hoặc đã hết hiệu lực",
        "xin báo cơ quan đó không tiếp nhận tệp đầu tiên"
      ),
    ] {
      let refused = try transfer("duc", "y-te", ["--clinical", "--lang", language])
      #expect(refused.status == 77)
      #expect(refused.errors.contains(said) && refused.errors.contains(remedy))
      #expect(
        refused.errors.contains(language == "en" ? "Law 91/2025 Art. 10(2)" : "khoản 2 Điều 10"))
      #expect(!FileManager.default.fileExists(atPath: office.home.path + "/y-te"))
    }
    let coded = try transfer("duc", "y-te", ["--clinical", "--json"])
    #expect(coded.errors.contains(#""reason":"transfer_ended""#))
    #expect(try office.run(["log", "verify"] + office.by("minh")).status == 0)
  }

  // MARK: A representative

  @Test(arguments: [
    (
      "en", "consents that do not count any more have ended", "they have to be told to stop"
    ),
    (
      "vi", "sự đồng ý không còn hiệu lực nay chấm dứt", "phải thông báo để họ ngừng xử lý"
    ),
  ]) func aRepresentativeTurnsOut(_ language: String, _ said: String, _ told: String) throws {
    let consent = try consent(
      ["purpose": "legal_aid", "recipient": "luat", "fields": ["person.full_name"]])
    try office.demand(
      [
        "case", "share", code, "luat", "--fields", "person.full_name", "--until", "31/12/2038",
        "--consent", consent, "--purpose", "legal_aid", "--for", "HLEGAL",
      ] + office.by("mai"))
    let marked = try tell(
      "minh",
      ["person", "record", code, "--record", try representative(), "--lang", language],
      ["representative.suspect": "yes"])
    #expect(marked.status == 0)
    #expect(marked.errors.contains(said) && marked.errors.contains(told))
    #expect(try Office.field("to_tell", marked.output) == "luat")
    let gone = try office.run(["person", "show", code, "--for", "HLEGAL"] + office.by("luat"))
    #expect(gone.status == 77)
    #expect(try office.run(["log", "verify"] + office.by("minh")).status == 0)
  }

  /// A child's word does not count as a grown-up's, and the sentence says on what that rests.
  @Test func aConfirmationBeforeTheBirthday() throws {
    let consent = try consent(whole)
    let words = ["consent", "record", code, "--record", consent]
    let answers = ["confirmed_at": "2026-06-01T08:00+07:00"]
    let english = try tell("mai", words, answers)
    #expect(english.status == 65)
    #expect(english.errors.contains("counts only from the 18th birthday on"))
    #expect(english.errors.contains("Law 91/2025 Art. 24(2)"))
    let vietnamese = try tell("mai", words + ["--lang", "vi"], answers)
    #expect(vietnamese.errors.contains("chỉ có giá trị từ ngày đủ 18 tuổi"))
  }

  // MARK: Taken in

  @Test func aFileWithoutABasis() throws {
    let own = try office.demand(["vault", "card"] + office.by("minh"))
    let card = try VaultCard(parsing: Array(own.output.utf8))
    func bring(_ basis: String, _ options: [String]) throws -> Program.Run {
      let path = URL(filePath: office.home.path + "/in.file")
      try Data(next.file(for: card, on: basis)).write(to: path)
      return try office.run(
        [
          "case", "receive", "in.file", "--card", "next.card", "--confirm", next.fingerprint,
          "--to", "in.accepted",
        ] + options + office.by("minh"))
    }
    let none = try bring("", [])
    #expect(none.status == 77 && none.errors.contains("no provision is named"))
    #expect(none.errors.contains("nothing was taken in; ask the other office"))
    let relatives = try bring("provision L53_27_5_relatives", ["--lang", "vi"])
    #expect(relatives.status == 77)
    #expect(relatives.errors.contains("quy định này cho phép việc khác"))
    #expect(relatives.errors.contains("chưa tiếp nhận gì; xin cơ quan kia gửi tệp"))
    #expect(!FileManager.default.fileExists(atPath: office.home.path + "/in.accepted"))
    // The same case again, anew: two cases, and both know it.
    let first = try bring("provision L91_17_1_dd", [])
    #expect(first.status == 0)
    let code = try Office.field("case", first.output)
    try FileManager.default.removeItem(atPath: office.home.path + "/in.accepted")
    let second = try bring("provision L91_17_1_dd", ["--lang", "vi"])
    #expect(second.status == 0)
    #expect(try Office.field("earlier", second.output) == code)
    #expect(second.errors.contains("bản trước của hồ sơ này từ cùng cơ quan vẫn còn tại đây"))
    let shown = try office.demand(["case", "show", code] + office.by("minh"))
    #expect(shown.output.contains(try Office.field("case", second.output)))
  }
}
