import Foundation
import Testing

/// `print` through the real binary: what stands on each page, in both languages, and what is refused.
@Suite struct PrintCommandTests {
  private let office: Office

  init() throws {
    office = try Office()
    try office.open()
    try office.begin([("duc", "duty"), ("mai", "social_worker")])
    try office.demand(["vault", "status"] + office.by("minh"))
  }

  private func opened() throws -> String {
    let run = try typed(
      ["case", "open", "--new"],
      #"{"full_name":"Vàng <b>Thị</b> Ví","birth_date":"1999","entry_path":"abroad"}"#)
    return try #require(run["case"] as? String)
  }

  /// A command with its answers on standard input, and what it said to a program.
  private func typed(_ words: [String], _ input: String) throws -> [String: Any] {
    let run = try office.program.run(
      words + ["--from", "-", "--json", "--vault", office.vault] + office.by("mai"), input: input,
      home: office.home)
    #expect(run.status == 0, "\(words): \(run.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  private func record(_ words: [String], _ input: String) throws -> String {
    try #require(try typed(words, input)["record"] as? String)
  }

  private func print(_ words: [String], to name: String, lang: String = "vi") throws -> String {
    let run = try office.demand(
      ["print"] + words + ["--to", name, "--lang", lang] + office.by("mai"))
    #expect(run.output.isEmpty == false)
    #expect(try office.home.mode(of: name) == 0o600)
    return try String(contentsOfFile: office.home.path + "/" + name, encoding: .utf8)
  }

  @Test func pagesOfACase() throws {
    let code = try opened()
    try theLetterIsSentAndEscaped(code)
    try sheetsAndReceipts(code)
    try theSummaryIsInBothLanguages(code)
    try nothingIsLeftOfAPageThatIsRefused(code)
  }

  private func theLetterIsSentAndEscaped(_ code: String) throws {
    let consent = try record(
      ["consent", "record", code],
      #"{"case":"\#(code)","giver":"self","purpose":"protection","recipient":"Bệnh viện","#
        + #""fields":["person.full_name"],"given_at":"2026-05-24T07:25+07:00","how":"written","#
        + #""language":"vie","expires_at":"2099","sensitive_told":true}"#)
    let draft = try record(
      ["referral", "draft", code],
      #"{"case":"\#(code)","referral_to":"Bệnh viện","purpose":"protection","#
        + #""fields":["person.full_name"],"consent_ref":"\#(consent)"}"#)
    let page = try print(["letter", code, draft, "--for", "CAREMGT"], to: "letter.html")
    #expect(page.contains("Vàng &lt;b&gt;Thị&lt;/b&gt; Ví") && !page.contains("<b>Thị"))
    #expect(page.contains("Bệnh viện") && page.contains("Thư chuyển tuyến, hồ sơ \(code)"))
    #expect(page.contains("Letter of referral") && page.contains("Printed by mai"))
    // Every sheet says whose it is; who sends it, and on what ground, stands on it.
    try everySheetIsStamped(page, code)
    for said in ["Địa chỉ cơ quan", "Sự đồng ý của người đó", "Nếu người đó rút lại"] {
      #expect(page.contains(said), "\(said)")
    }
    let list = try office.demand(["referral", "list", code, "--json"] + office.by("mai"))
    #expect(list.output.contains(#""sent""#))
    let sheet = try print(["consent", code, "--record", consent], to: "sheet.html", lang: "en")
    #expect(sheet.contains("Full name") && !sheet.contains("Vàng"))
    #expect(sheet.contains("signature or thumb-print"))
    #expect(sheet.contains("Office that hands this out"))
    // Recorded as told: ticked, and on a sheet that is filled in by hand neither is.
    #expect(sheet.contains("yes ☒") && sheet.contains("among them ☐"))
    try everySheetIsStamped(sheet, code)
  }

  /// The head of a table stands on every sheet (CSS 2.2, 17.2), and what is told is in its body.
  private func everySheetIsStamped(_ page: String, _ code: String) throws {
    let head = try #require(page.components(separatedBy: "<thead>").dropFirst().first)
      .components(separatedBy: "</thead>")[0]
    #expect(head.contains(code) && head.contains("Printed by mai") && head.contains("Confidential"))
    #expect(page.components(separatedBy: "<thead>").count == 2)
  }

  private func sheetsAndReceipts(_ code: String) throws {
    let empty = try print(["consent", code], to: "empty.html")
    #expect(empty.contains("class=\"room\"") && !empty.contains("☒"))
    let request = try record(
      ["request", "record", code],
      #"{"case":"\#(code)","kind":"access","received":"2026-05-24T07:25+07:00","requester":"self","#
        + #""identity_check":"đối chiếu","safe_answer":"chỉ gọi buổi sáng"}"#)
    let receipt = try print(["receipt", code, request], to: "receipt.html")
    #expect(receipt.contains("Nghị định 356/2025") && !receipt.contains("buổi sáng"))
    let looked = try print(["accesses", code], to: "looked.html")
    #expect(looked.contains("mai") && looked.contains("Who looked") == looked.contains("Ai đã"))
    let blank = try print(["form", "reception"], to: "blank.html")
    #expect(blank.contains("☐") && !blank.contains(code))
  }

  private func theSummaryIsInBothLanguages(_ code: String) throws {
    _ = try typed(
      ["protection", "record", code],
      #"{"case":"\#(code)","shelter":"nhà số 5","risk_own_words":"sợ về nhà"}"#)
    let page = try print(["summary", code], to: "summary.html")
    #expect(page.contains("Tóm tắt hồ sơ \(code)") && page.contains("Summary of case \(code)"))
    #expect(!page.contains("nhà số 5") && !page.contains("sợ về nhà"))
    // What is on it is not called absent, and a limit says how it stands and by which article.
    #expect(!page.contains("và nơi ở") && page.contains("nơi cư trú, nếu đã ghi"))
    let limits = page.components(separatedBy: "<h2>Thời hạn").last ?? ""
    #expect(limits.contains("Điều 5") && limits.contains("(quá hạn)"))
    try everySheetIsStamped(page, code)
    for mark in ["http:", "https:", "<script", "<img"] { #expect(!page.contains(mark)) }
  }

  private func nothingIsLeftOfAPageThatIsRefused(_ code: String) throws {
    let kind = try office.run(["print", "summary", code, "--to", "page.txt"] + office.by("mai"))
    #expect(kind.status == 64)
    let there = try office.run(["print", "summary", code, "--to", "sheet.html"] + office.by("mai"))
    #expect(there.status == 73)
    let stage = try office.run(["print", "form", "nowhere", "--to", "n.html"] + office.by("mai"))
    #expect(stage.status == 64)
    let other = try office.run(["print", "summary", code, "--to", "lan.html"] + office.by("lan"))
    #expect(other.status == 77 && (try? office.home.mode(of: "lan.html")) == nil)
  }
}
