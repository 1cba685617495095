import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// No administrator is left: two shares of the root seed make one, with the word of a trustee beside it in the log.
@Suite struct RootSeedTests {
  private let desk: Desk
  private let shares: [String]

  init() throws {
    desk = try Desk(hasTrustees: true)
    shares = Array(Desk.shares(on: desk.sheets.root).dropFirst())
  }

  private func brought(
    _ shares: [String], _ vault: Vault, _ session: borrowing Session
  ) throws -> [BroughtShare] { try desk.read(shares, for: .root, vault, session) }

  private func invite(
    _ handle: String, with shares: [String]? = nil, by trustee: String = "trustee"
  ) throws -> String {
    try desk.act(trustee) { vault, session in
      let invitation = try vault.inviteByRoot(
        handle, with: try brought(shares ?? self.shares, vault, session), by: session)
      return TestOffice.text(invitation.code)
    }
  }

  private func enrol(_ handle: String, _ code: String) throws {
    _ = try desk.vault(handle).enrol(
      handle, code: TestOffice.secret(code),
      passphrase: TestOffice.secret("correct horse of \(handle) 47"))
  }

  @discardableResult
  private func admit(
    _ handle: String, with shares: [String]? = nil, by trustee: String = "trustee2"
  ) throws -> Int {
    try desk.act(trustee) { vault, session in
      try vault.admitByRoot(
        handle, with: try brought(shares ?? self.shares, vault, session), by: session
      ).entry
    }
  }

  private func newest(_ count: Int) throws -> [Entry] { try desk.entries().suffix(count) }

  @Test func theWholeWay() throws {
    #expect(
      try desk.act("trustee") { vault, session in
        try vault.fingerprint(ofNewcomer: "keeper", by: session)
      } == nil)
    let code = try invite("keeper")
    let asked = try newest(2)
    #expect(asked.map(\.act) == [Act.recoveryRun, Act.memberInvite])
    #expect(asked[0].kind == "root" && asked[0].grole == "admin" && asked[0].role == "trustee")
    #expect(asked[1].sid == nil && asked[1].grole == "admin")
    try enrol("keeper", code)
    let fingerprint = try desk.act("trustee2") { vault, session in
      try vault.fingerprint(ofNewcomer: "keeper", by: session)
    }
    #expect(fingerprint != nil)
    let entry = try admit("keeper")
    let given = try newest(3)
    #expect(given.map(\.act) == [Act.recoveryRun, Act.roleAdd, Act.keyWrap])
    #expect(given[0].subj == given[1].subj && given[1].seq == entry)
    // Root signed both, and no member did.
    let root = try desk.entries()[0].actor
    #expect(given[1].actor == root && asked[1].actor == root)
    try desk.actNew("keeper") { vault, session in
      let roles = try vault.roles(as: session)
      #expect(roles == [.admin])
      _ = try vault.invite("other", as: .intake, by: session)
      _ = try vault.suspend("admin", as: session)
      let own = try vault.handle(of: session.member, as: session)
      #expect(own == "keeper")
    }
    #expect(try desk.verify().findings == [])
    // Whoever reads the log alone says the same of it.
    #expect(try Vault.examine(desk.path).findings == [])
  }

  /// Who keeps no share is refused before anything else, whatever they bring.
  @Test(arguments: ["admin", "lead", "auditor", "intake"])
  func whoKeepsNoShare(_ handle: String) throws {
    for body in [
      { (vault: Vault, session: borrowing Session) throws in
        _ = try vault.fingerprint(ofNewcomer: "keeper", by: session)
      },
      { (vault: Vault, session: borrowing Session) throws in
        _ = try vault.inviteByRoot("keeper", with: [], by: session)
      },
    ] {
      #expect {
        try desk.act(handle, body)
      } throws: { error in
        if case VaultError.denied(.role, _) = error { true } else { false }
      }
      let last = try #require(try desk.entries().last)
      #expect(last.act == Act.recoveryRun && last.out == .denied)
    }
  }

  /// Shares of the recovery seed are none of root; nor are two of one.
  @Test func otherShares() throws {
    let size = try desk.entries().count
    let recovery = Array(Desk.shares(on: desk.sheets.recovery).prefix(2))
    for shares in [recovery, [shares[0]], [shares[0], shares[0]], [shares[0], recovery[0]]] {
      #expect(throws: VaultError.self) { try invite("keeper", with: shares) }
      let last = try #require(try desk.entries().last)
      #expect(last.act == Act.recoveryRun && last.out == .failed, "\(last)")
      #expect(last.kind?.hasPrefix("share.") == true)
    }
    #expect(try desk.entries().dropFirst(size).allSatisfy { $0.act != Act.memberInvite })
    #expect(try desk.verify().findings == [])
  }

  /// A name that somebody has; somebody who came by another invitation; twice.
  @Test func whomRootMakesNothing() throws {
    desk.expectNoted(.handleTaken) { _ = try invite("lead") }
    desk.expectNoted(.noSuchMember) { try admit("nobody") }
    desk.expectNoted(.nothingToDo) { try admit("lead") }
    let code = try desk.act("admin") { vault, session in
      TestOffice.text(try vault.invite("guest", as: .intake, by: session).code)
    }
    try enrol("guest", code)
    desk.expectNoted(.nothingToDo) { try admit("guest") }
    desk.expectNoted(.handleTaken) {
      try desk.act("trustee") { vault, session in
        _ = try vault.fingerprint(ofNewcomer: "guest", by: session)
      }
    }
    try enrol("keeper", invite("keeper"))
    try admit("keeper")
    desk.expectNoted(.nothingToDo) { try admit("keeper") }
    #expect(try desk.verify().findings == [])
  }

  /// Who had root invite them does not have it give the role too, with whatever shares.
  @Test func twoTrustees() throws {
    try enrol("keeper", invite("keeper"))
    try desk.expectRefused(.secondPerson, Act.recoveryRun) {
      try admit("keeper", by: "trustee")
    }
    #expect(try desk.entries().last?.kind == "root")
    try admit("keeper", by: "trustee3")
    #expect(try desk.verify().findings == [])
  }

  /// An administrator whom the lost one had invited, and who waits for nobody: root gives the role.
  @Test func invitedByTheLostOne() throws {
    let code = try desk.act("admin") { vault, session in
      TestOffice.text(try vault.invite("keeper", as: .admin, by: session).code)
    }
    try enrol("keeper", code)
    try admit("keeper")
    #expect(
      try desk.actNew("keeper") { vault, session in try vault.roles(as: session) } == [.admin])
    #expect(try desk.verify().findings == [])
  }

  /// A row of the log's key changed in the file makes no other key root.
  @Test func anotherRootInTheTable() throws {
    let seed = Randomness.bytes(32)
    let forged = try SigningKey(seed: SecretBytes(copying: seed.span))
    let made = try SeedShares.split(seed.span).prefix(2).map { share in
      TestOffice.text(try share.text())
    }
    let before = try desk.entries().count { $0.act == Act.memberInvite }
    try desk.tamper(sql: "UPDATE vault SET root=?", [Data(forged.publicKey.bytes)])
    #expect(throws: VaultError.self) { try invite("keeper", with: made) }
    #expect(try desk.entries().count { $0.act == Act.memberInvite } == before)
  }

  /// A role of somebody else that waits for its second person stands in nobody's way.
  @Test func besideARoleThatWaits() throws {
    try desk.act("admin") { vault, session in _ = try vault.add(.duty, to: "social", by: session) }
    let code = try invite("keeper")
    try enrol("keeper", code)
    try admit("keeper")
    try desk.actNew("keeper") { vault, session in
      let roles = try vault.roles(as: session)
      #expect(roles == [.admin])
    }
    #expect(try desk.verify().findings == [])
  }
}
