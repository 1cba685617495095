import Foundation

@testable import Vault

/// The office of the day on which every command is run, and what each run left in the log.
final class CommandDay {
  let office: Office
  /// The case of the day, once it is open.
  private(set) var code = ""
  /// Whatever was said, typed or handed over that day; none of it may stand in a leaf.
  private(set) var said: Set<String> = []
  private var invitation = ""
  private var seen = 0
  /// Whether somebody's client remembers another log than there is.
  private var isPutBack = false
  /// What stands for a word of a row that only the day knows.
  private var marks: [String: String] = [:]

  static let people: [(handle: String, role: String)] = [
    ("duc", "duty"), ("mai", "social_worker"), ("nga", "social_worker"), ("hanh", "health_staff"),
    ("binh", "auditor"), ("son", "police"), ("lien", "trustee"), ("phuc", "trustee"),
    ("vinh", "trustee"),
  ]

  /// A register of one made-up arrival.
  static let register = """
    received_at,entry_path,full_name,phone,narrative
    2026-03-02T08:15+07:00,self_report,Giàng Thị Ví Dụ,+84900000001,Bị lừa đi thăm họ hàng
    """

  init() throws { office = try Office() }

  // MARK: The log

  /// The entries appended since the last call, as their lines of JSON.
  func newLines() throws -> [String] {
    let first = seen
    let lines = try office.logLines(from: first)
    for (index, line) in lines.enumerated() { try note(line, at: first + index) }
    seen += lines.count
    return lines
  }

  /// The log's own key stands in entry 1; its name is that of the vault.
  private func note(_ line: String, at seq: Int) throws {
    if try Self.name(line) == "vault.accept ok" { marks["ASKED"] = String(seq) }
    if try Self.name(line) == "rules.adopt ok" { marks["RULES"] = String(seq) }
    if try Self.name(line).hasPrefix("emergency.open/") { marks["GLASS"] = String(seq) }
    guard seq == 1 else { return }
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
    let key = object["vkey"] as? String ?? ""
    marks["LOGKEY"] = key
    // The name alone: the key behind it is base64, which has slashes of its own in every second vault.
    let name = key.split(separator: "+").first ?? ""
    marks["VAULT"] = String(name.split(separator: "/").last?.prefix(8) ?? "")
  }

  /// `act outcome` or `act/kind outcome`.
  static func name(_ line: String) throws -> String {
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
    let act = object["act"] as? String ?? ""
    let kind = (object["kind"] as? String).map { "/" + $0 } ?? ""
    return "\(act)\(kind) \(object["out"] as? String ?? "")"
  }

  // MARK: The day

  /// Everybody joins, and the first holders of roles make what they owe.
  func gather() throws {
    try office.enrol("minh", code: invitation)
    try office.demand(["staff", "admit", "minh", "--confirm", "minh"] + office.by("lan"))
    try office.demand(["vault", "status"] + office.by("minh"))
    for person in Self.people {
      try office.join(person.handle, as: person.role)
      try office.demand(["vault", "status"] + office.by(person.handle))
    }
    // Shares the recovery seed among the trustees.
    try office.demand(["vault", "status"] + office.by("minh"))
    // Enrolled, and admitted by nobody.
    try office.enrol("moi", code: office.invite("moi", as: "intake"))
    try office.home.write(Self.register, to: "register.csv")
    try office.home.write("", to: "empty")
    try office.home.write("nonsense\n", to: "nonsense")
    try writeNewBook()
    said.formUnion(Self.register.split(whereSeparator: { ",\n".contains($0) }).map(String.init))
    try meetNextOffice()
    _ = try newLines()
  }

  /// The days off of the vault, and one that is far ahead.
  private func writeNewBook() throws {
    try office.demand(["rules", "export", "newbook"] + office.by("minh"))
    let folder = office.home.path + "/newbook/"
    let days = try String(contentsOfFile: folder + "holidays.csv", encoding: .utf8)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try FileManager.default.removeItem(atPath: folder + name)
    }
    try office.home.write(
      days + "off,2150-03-02,,Ví dụ,Example,project choice,unverified\n",
      to: "newbook/holidays.csv")
  }

  /// What was refused is proposed again, for the next row.
  private func proposeAgain() throws {
    try office.demand(["rules", "adopt", "newbook"] + office.by("minh"))
    _ = try newLines()
  }

  /// Cards are exchanged, and a file comes from there.
  private func meetNextOffice() throws {
    let next = try NextOffice()
    marks["NEXT"] = next.fingerprint
    try office.home.write(next.card.text, to: "next.card")
    let own = try office.demand(["vault", "card"] + office.by("lan"))
    let card = try VaultCard(parsing: Array(own.output.utf8))
    try Data(next.file(for: card)).write(to: URL(filePath: office.home.path + "/in.file"))
    try Data(next.referral(for: card)).write(
      to: URL(filePath: office.home.path + "/referral.file"))
    said.formUnion(["Vàng Thị Ví Dụ", "K7M-2QX-9T8", "NZM-8RV-ED8"])
  }

  func run(_ command: String, _ step: CommandRow.Step) throws -> Program.Run {
    if isPutBack { try goOn() }
    if step.words.contains("OTHER"), marks["OTHER"] == nil { try openOther() }
    if step.words.contains("AWAY"), marks["AWAY"] == nil {
      marks["AWAY"] = try openCase()
      _ = try newLines()
    }
    if command == "approval give", step.status == 0 { try proposeAgain() }
    let words = step.words.map { $0 == "CASE" ? code : marks[$0] ?? $0 }
    var input = step.input?.replacing("CASE", with: code) ?? ""
    for (mark, value) in marks { input = input.replacing("\"\(mark)\"", with: "\"\(value)\"") }
    said.formUnion(Self.values(in: input))
    switch command {
    case "vault create": return try create()
    case "intake template": return try office.run(words)
    case "staff enrol": return try enrol(words)
    case "passphrase change": return try changePassphrase(of: step.who, words)
    case "unlock", "lock": return try atOwnAccount(step.who, words)
    case "key share" where step.status == 0: return try seeShare(of: step.who).run
    case "key drill" where step.status == 0:
      let shares = try ["lien", "vinh"].map { try seeShare(of: $0).words }
      _ = try newLines()
      return try office.typing(shares, words + office.by(step.who), until: "the two shares fit")
    case "log compare": return try office.run(words)
    // The vault that it makes is not the one of the day.
    case "vault restore":
      return try Program.safekeep.run(words + office.by(step.who), home: office.home)
    case "log cosign": return try cosign(words)
    case "log accept-rollback" where step.status == 0: try putBack(before: step.who)
    default: break
    }
    let run = try office.program.run(
      words + office.by(step.who) + ["--vault", office.vault], input: input, home: office.home)
    if command == "case open", run.status == 0 { code = try Office.field("case", run.output) }
    if let mark = Self.records[command], run.status == 0 {
      marks[mark] = try Office.field("record", run.output)
    }
    if command == "staff add", run.status == 0 {
      invitation = try Office.field("code", run.output)
    }
    if command == "log accept-rollback", step.status == 1 { isPutBack = true }
    if command == "restriction set", run.status == 0 {
      marks["RESTRICTION"] = try Office.field("record", run.output)
    }
    if command == "log timestamp request", run.status == 0 {
      try StampAuthority(in: office.home).answer("head.tsq", to: "head.tsr")
    }
    said.formUnion([code, code.filter { $0 != "-" }, invitation].filter { !$0.isEmpty })
    return run
  }

  /// The commands whose record later rows name.
  private static let records = [
    "consent record": "CONSENT", "referral draft": "REFERRAL", "request record": "REQUEST",
    "evidence add": "EVIDENCE",
  ]

  /// What was asked is given, so that the day goes on.
  private func goOn() throws {
    isPutBack = false
    try office.demand(
      ["log", "accept-rollback", "--confirm", marks["ASKED"] ?? ""] + office.by("binh"))
    _ = try newLines()
  }

  /// The vault is put back to what it was before somebody looked, and their client remembers that they did.
  private func putBack(before handle: String) throws {
    let (path, kept) = ("\(office.home.path)/\(office.vault)", "before-\(handle)")
    try office.copyVault(to: kept)
    try office.demand(["staff", "list"] + office.by(handle))
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: "\(office.home.path)/\(kept)", toPath: path)
  }

  private func tell(_ words: [String], _ input: String) throws -> Program.Run {
    let run = try Program.safekeep.run(
      words + office.by("mai") + ["--vault", office.vault], input: input, home: office.home)
    guard run.status == 0 else {
      throw Office.Step(command: words.joined(separator: " "), run: run)
    }
    return run
  }

  private func openCase() throws -> String {
    let opened = try tell(["case", "open", "--from", "-"], #"{"reporter_kind":"relative"}"#)
    let code = try Office.field("case", opened.output)
    said.insert(code)
    return code
  }

  /// Another case, of a child who stays in a facility since today.
  private func openOther() throws {
    let other = try openCase()
    let today = Date().ISO8601Format(.iso8601(timeZone: .init(secondsFromGMT: 7 * 3600) ?? .gmt))
    _ = try tell(
      ["support", "record", other, "--from", "-"],
      """
      {"case":"\(other)","stay_from":"\(today.prefix(10))","stay_need":"child_no_support",
      "stay_facility":"Nhà tạm lánh Ví Dụ"}
      """)
    marks["OTHER"] = other
    said.insert("Nhà tạm lánh Ví Dụ")
    _ = try newLines()
  }

  private func create() throws -> Program.Run {
    try office.write(["lan"])
    let run = try office.run(
      ["vault", "create", "--as", "lan", "--lead", "minh", "--kdf", "low"] + office.secret("lan"))
    invitation = try Office.field("code", run.output)
    said.formUnion([Office.passphrase("lan"), invitation])
    return run
  }

  private func seeShare(of handle: String) throws -> (words: String, run: Program.Run) {
    let seen = try office.seeShare(of: handle)
    said.insert(seen.words)
    // As it stands on a line of the sheet, and as it is typed.
    let line = seen.words.split(separator: " ").prefix(3).joined(separator: " ")
    office.watch?.add("share of \(handle)", Array(line.utf8))
    return seen
  }

  private func cosign(_ words: [String]) throws -> Program.Run {
    try office.write(["witness"])
    let run = try office.run(words + office.secret("witness"))
    if run.status == 0 { marks["WITNESSKEY"] = try Office.field("vkey", run.output) }
    return run
  }

  private func enrol(_ words: [String]) throws -> Program.Run {
    try office.write(["tam"])
    try office.home.write("\(invitation)\n\(Office.passphrase("tam"))\n", to: "tam.code")
    return try office.run(words + ["--passphrase-file", "tam.code"])
  }

  private func changePassphrase(of handle: String, _ words: [String]) throws -> Program.Run {
    let new = "bốn con mèo trên mái \(handle)"
    said.insert(new)
    try office.home.write("\(Office.passphrase(handle))\n\(new)\n", to: "change.pass")
    return try office.run(words + ["--as", handle, "--passphrase-file", "change.pass"])
  }

  /// A session is an account's: where several people share one there is none.
  private func atOwnAccount(_ handle: String, _ words: [String]) throws -> Program.Run {
    let secret = words == ["unlock"] ? office.secret(handle) : []
    return try office.run(
      words + ["--as", handle] + secret,
      environment: ["XDG_STATE_HOME": office.home.path + "/alone"])
  }

  /// The values of a form that were typed; codes of four letters or less say nothing.
  private static func values(in input: String) -> [String] {
    let object = try? JSONSerialization.jsonObject(with: Data(input.utf8)) as? [String: Any]
    return (object ?? [:]).values.compactMap { $0 as? String }.filter { $0.count > 4 }
  }
}
