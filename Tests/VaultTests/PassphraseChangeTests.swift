import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// A new passphrase for the same keys.
@Suite struct PassphraseChangeTests {
  private let old = "correct horse of social 47"
  private let new = "bốn con mèo trên mái"

  private func unlock(_ desk: Desk, _ words: String) throws -> Session {
    try desk.vault("social").unlock("social", passphrase: TestOffice.secret(words))
  }

  @discardableResult
  private func change(_ desk: Desk, _ from: String, to: String) throws -> Int {
    let vault = try desk.vault("social")
    let session = try vault.unlock("social", passphrase: TestOffice.secret(from))
    return try vault.changePassphrase(to: TestOffice.secret(to), as: session).entry
  }

  private func slots(_ desk: Desk) throws -> [PassphraseSlot] {
    let member = try desk.memberKey("social")
    return try desk.inspect { db in
      try Data.fetchAll(db, sql: "SELECT slot FROM slot WHERE member=?", arguments: [member])
        .map { try PassphraseSlot(bytes: [UInt8]($0)) }
    }
  }

  @Test func theNewOneUnlocksTheSameKeysAndTheOldOneNothing() throws {
    let desk = try Desk()
    let actor = try unlock(desk, old).keyring.bundle.signing.publicKey
    let entry = try change(desk, old, to: new)
    let told = try desk.entries()[entry]
    #expect(told.act == Act.keyWrap && told.kind == "passphrase" && told.out == .ok)
    #expect(told.subj == ActorID(actor) && told.grole == nil && told.vkey == nil)
    #expect(throws: VaultError.wrongPassphrase) { _ = try unlock(desk, old) }
    let after = try unlock(desk, new).keyring.bundle.signing.publicKey
    #expect(after == actor)
    #expect(try desk.read("social", [TestTable.name], of: desk.shared).count == 1)
    #expect(try desk.verify().findings == [])
  }

  /// The slot is another one under another number, and the bytes of the old are gone from the file.
  @Test func theOldSlotIsReplaced() throws {
    let desk = try Desk()
    let before = try #require(try slots(desk).first)
    try change(desk, old, to: new)
    let after = try slots(desk)
    #expect(after.map(\.number) == [before.number + 1])
    #expect(after.first?.salt != before.salt)
    let file = try Data(contentsOf: URL(fileURLWithPath: desk.records))
    #expect(file.range(of: Data(before.sealed)) == nil)
    #expect(file.range(of: Data(try #require(after.first).sealed)) != nil)
    // An old slot put back beside the new one is still an old slot: SECURITY.md says so of old copies.
    try change(desk, new, to: old)
    #expect(try slots(desk).map(\.number) == [before.number + 2])
  }

  @Test func aWeakOneTheSameOneAndAnUnlockedTerminalAreNotEnough() throws {
    let desk = try Desk()
    let before = try slots(desk)
    #expect(throws: VaultError.passphraseWeak) { try change(desk, old, to: "password1234") }
    #expect(throws: VaultError.nothingToDo) { try change(desk, old, to: old) }
    try desk.act("social") { vault, session in
      #expect(throws: VaultError.locked) {
        try vault.changePassphrase(to: TestOffice.secret(new), as: session)
      }
    }
    #expect(try slots(desk) == before)
  }

  /// Two at once: the second finds that the slot it knew is gone.
  @Test func oneOfTwoChangesStands() throws {
    let desk = try Desk()
    let vault = try desk.vault("social")
    let session = try vault.unlock("social", passphrase: TestOffice.secret(old))
    try change(desk, old, to: new)
    #expect(throws: VaultError.wrongPassphrase) {
      try vault.changePassphrase(to: TestOffice.secret("năm con cá dưới ao"), as: session)
    }
    _ = try unlock(desk, new)
  }

  /// Who has no role yet may sign no such entry; the try is written down.
  @Test func aMemberWithoutARoleIsRefused() throws {
    let desk = try Desk()
    let code = try desk.act("admin") { vault, session in
      TestOffice.text(try vault.invite("new", as: .intake, by: session).code)
    }
    let vault = try desk.vault("new")
    _ = try vault.enrol(
      "new", code: TestOffice.secret(code), passphrase: TestOffice.secret(old))
    let session = try vault.unlock("new", passphrase: TestOffice.secret(old))
    #expect(throws: VaultError.self) {
      try vault.changePassphrase(to: TestOffice.secret(new), as: session)
    }
    let last = try #require(try desk.entries().last)
    #expect(last.out == .denied && last.why == .role && last.kind == "passphrase")
  }

  /// Who holds more pays more, whichever of their roles it is.
  @Test func theDearestRoleDecidesTheCost() {
    #expect(Passphrase.cost(for: [.duty, .lead], low: false) == .keeper)
    #expect(Passphrase.cost(for: [.socialWorker, .healthStaff], low: false) == .member)
    #expect(Passphrase.cost(for: [], low: false) == .member)
    #expect(Passphrase.cost(for: [.admin], low: true) == .low)
  }
}
