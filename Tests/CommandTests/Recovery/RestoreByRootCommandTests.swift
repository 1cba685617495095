import Foundation
import Testing

/// The disk is dead, and the administrator and the auditor of the backup's day are gone: trustees of then make the vault
/// again and let an auditor in, with the real binary.
@Suite struct RestoreByRootCommandTests {
  private let office: Office
  private let shares: [String]

  init() throws {
    office = try Office()
    try office.open()
    try office.joinTrustees()
    try office.join("kim", as: "auditor")
    let sheet = try String(
      contentsOfFile: office.home.path + "/office.root-seed", encoding: .utf8)
    shares = sheet.components(separatedBy: "\n\n").suffix(2).map {
      $0.split(whereSeparator: \.isWhitespace).dropFirst().joined(separator: " ")
    }
    try office.demand(["vault", "backup", "--to", "r", "--custody-to", "c"] + office.by("lan"))
    // Everybody remembers more than the backup has.
    for handle in ["lan", "minh", "kim", "lien", "phuc", "vinh"] {
      try office.demand(["vault", "status"] + office.by(handle))
    }
  }

  private func restore(_ id: String) -> [String] {
    ["vault", "restore", "r", "--custody", "c", "--confirm", id, "--accept-rollback"]
  }

  @Test func trusteesLetSomebodyIn() throws {
    let status = try office.demand(["vault", "status"] + office.by("lan"))
    let id = String(try Office.field("origin", status.output).dropFirst(9).prefix(8))
    try FileManager.default.moveItem(
      atPath: "\(office.home.path)/\(office.vault)", toPath: office.home.path + "/dead")
    // Who came since is nobody there, and is told what to do; who keeps no share is refused.
    try office.write(["nam"])
    let later = try office.run(restore(id) + office.by("nam"))
    #expect(later.status == 10 && later.errors.contains("--root-shares"), "\(later.errors)")
    let lead = try office.run(restore(id) + ["--root-shares"] + office.by("minh"))
    #expect(lead.status == 77 && lead.errors.contains("--root-shares"), "\(lead.errors)")
    let made = try office.typing(
      shares, restore(id) + ["--root-shares"] + office.by("lien"), until: "make a new backup")
    #expect(made.status == 0 && made.output.contains("next, an auditor"), "\(made.output)")
    #expect(!made.output.contains(shares[0].split(separator: " ")[5]))
    let refused = try office.run(["vault", "status"] + office.by("phuc"))
    #expect(refused.status == 20)
    try letIn("nam")
    // Whoever changed their passphrase since is told which one counts.
    try office.home.write("not the passphrase\n", to: "wrong.pass")
    let wrong = try office.run(["vault", "status", "--as", "minh"] + office.secret("wrong"))
    #expect(wrong.status == 10 && wrong.errors.contains("put back from an older copy"))
    let sound = try office.demand(["log", "verify"] + office.by("minh"))
    #expect(try Office.field("sound", sound.output) == "yes")
    let report = try office.demand(["log", "report", "--json"] + office.by("nam"))
    #expect(report.output.contains("by_root") && report.output.contains("put_back"))
    let acts = try office.logLines(from: 0).map(CommandDay.name)
    for act in ["recovery.run/root ok", "vault.accept ok", "vault.restore/records ok"] {
      #expect(acts.contains(act), "\(act)")
    }
  }

  private func letIn(_ handle: String) throws {
    let recover = ["key", "recover", handle, "--role", "auditor", "--confirm", handle]
    let invited = try office.typing(
      shares, recover + office.by("phuc"), until: "key recover \(handle) --role auditor")
    #expect(invited.status == 0, "\(invited.output)")
    let line = invited.output.split(whereSeparator: \.isNewline).first { $0.hasPrefix("Code") }
    let code = try #require(line?.split(separator: " ").last.map(String.init))
    try office.home.write("\(code)\n\(Office.passphrase(handle))\n", to: "\(handle).code")
    try office.demand(["staff", "enrol", handle, "--passphrase-file", "\(handle).code"])
    // Who asked for the restore is not the one who lets its auditor in.
    let same = try office.typing(
      shares, recover + office.by("lien"), until: "a second person has to agree")
    #expect(same.status == 77)
    let given = try office.typing(
      shares, recover + office.by("vinh"), until: "put them under seal again")
    #expect(given.status == 0 && given.output.contains("\(handle) is auditor by two shares"))
    let entry = try #require(
      given.output.split(separator: "--confirm ").dropFirst().first?.prefix { $0.isNumber })
    try office.demand(
      ["log", "accept-rollback", "--confirm", String(entry)] + office.by(handle))
    // It is a door for that, and for nothing else.
    let again = try office.run(recover + office.by("lien"))
    #expect(again.status == 1 && again.errors.contains("staff add"), "\(again.errors)")
  }
}
