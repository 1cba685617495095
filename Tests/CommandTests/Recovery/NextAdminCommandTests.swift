import Foundation
import Testing

/// Nobody has the administrator's passphrase any more: two shares of the root seed, which the making of the vault wrote
/// on a sheet, and two trustees make another, with the real binary.
@Suite struct NextAdminCommandTests {
  private let office: Office
  private let shares: [String]
  private let recover = ["key", "recover", "nam", "--role", "admin", "--confirm", "nam"]

  init() throws {
    office = try Office()
    try office.open()
    try office.joinTrustees()
    let sheet = try String(
      contentsOfFile: office.home.path + "/office.root-seed", encoding: .utf8)
    shares = sheet.components(separatedBy: "\n\n").suffix(2).map {
      $0.split(whereSeparator: \.isWhitespace).dropFirst().joined(separator: " ")
    }
  }

  private func newest(_ count: Int) throws -> [String] {
    try office.logLines(from: 0).suffix(count).map(CommandDay.name)
  }

  /// The one-time code, as the screen shows it.
  private func code(on screen: String) throws -> String {
    let line = screen.split(whereSeparator: \.isNewline).first { $0.hasPrefix("Code") }
    return try #require(line?.split(separator: " ").last.map(String.init))
  }

  @Test func aNewAdministrator() throws {
    let invited = try office.typing(
      shares, recover + office.by("lien"), until: "safekeep key recover nam --role admin")
    #expect(invited.status == 0)
    #expect(invited.output.contains("once nam has enrolled, another trustee"))
    #expect(try newest(2) == ["recovery.run/root ok", "member.invite ok"])
    try office.write(["nam"])
    try office.home.write(
      "\(code(on: invited.output))\n\(Office.passphrase("nam"))\n", to: "nam.code")
    let enrolled = try office.demand(
      ["staff", "enrol", "nam", "--passphrase-file", "nam.code", "--lang", "vi"])
    #expect(enrolled.errors.contains("đọc trực tiếp mã đối chiếu khóa cho người giữ mảnh khóa"))
    // Another trustee goes on, and no other role.
    let same = try office.typing(
      shares, recover + office.by("lien"), until: "a second person has to agree")
    #expect(same.status == 77)
    #expect(try newest(1) == ["recovery.run/root denied"])
    let given = try office.typing(
      shares, recover + office.by("phuc"), until: "put them under seal again")
    #expect(given.status == 0 && given.output.contains("nam is administrator by two shares"))
    #expect(!given.output.contains(shares[0].split(separator: " ")[5]))
    #expect(
      try newest(3) == ["recovery.run/root ok", "role.add ok", "key.wrap/vault ok"])
    try office.demand(
      ["staff", "suspend", "lan", "--confirm", "lan", "--vacant"] + office.by("nam"))
    try office.demand(["staff", "add", "mai", "--role", "intake"] + office.by("nam"))
    let sound = try office.demand(["log", "verify"] + office.by("nam"))
    #expect(try Office.field("sound", sound.output) == "yes")
    let listed = try office.demand(["staff", "list"] + office.by("minh"))
    #expect(listed.output.contains("nam\tadmin"), "\(listed.output)")
  }

  @Test func whatIsRefused() throws {
    for handle in ["minh", "lan"] {
      let refused = try office.run(recover + office.by(handle))
      #expect(refused.status == 77, "\(refused.errors)")
      #expect(try newest(1) == ["recovery.run/root denied"])
    }
    let taken = try office.run(
      ["key", "recover", "minh", "--role", "admin", "--confirm", "minh"] + office.by("lien"))
    #expect(taken.status == 65 && taken.errors.contains("such a handle already"), "\(taken.errors)")
    let piped = try office.run(recover + office.by("lien"))
    #expect(piped.status == 64 && piped.errors.contains("at a terminal and nowhere else"))
    // The recovery seed is not the root seed.
    let own = try ["lien", "phuc"].map { try office.seeShare(of: $0).words }
    let other = try office.typing(
      own, recover + office.by("lien"), until: "of a time that is over")
    #expect(other.status == 65)
    #expect(try newest(1) == ["recovery.run/share.other_seed failed"])
  }
}
