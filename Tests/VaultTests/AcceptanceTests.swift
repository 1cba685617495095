import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// A vault that was really put back: who remembers more is refused until two people have accepted it,
/// and is refused again when it is put back once more.
@Suite struct AcceptanceTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  func copy(_ name: String) throws {
    try FileManager.default.copyItem(atPath: desk.path, toPath: desk.folder + "/" + name)
  }

  func putBack(_ name: String) throws {
    try FileManager.default.removeItem(atPath: desk.path)
    try FileManager.default.copyItem(atPath: desk.folder + "/" + name, toPath: desk.path)
  }

  enum Past { case rolledBack, splitView }

  func refused(
    _ handle: String, as past: Past, _ place: SourceLocation = #_sourceLocation
  ) {
    switch past {
    case .rolledBack: desk.expectRolledBack(place) { try desk.look(handle) }
    case .splitView: desk.expectForked(place) { try desk.look(handle) }
    }
  }

  func ask(_ handle: String = "admin") throws -> Int {
    try desk.accepting(handle) { vault, session in try vault.askAcceptance(as: session).entry }
  }

  func give(_ seq: Int, _ handle: String = "auditor") throws -> Int {
    try desk.accepting(handle) { vault, session in
      try vault.giveAcceptance(of: seq, as: session).entry
    }
  }

  /// Members with pins on both sides of a copy: duty's is older than it, all others' newer.
  func day() throws {
    try desk.look("duty")
    for handle in ["lead", "social", "admin", "auditor"] { try desk.look(handle) }
    try copy("older")
    for handle in ["lead", "social", "admin", "auditor"] { try desk.look(handle) }
  }

  func pins(_ handle: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: desk.pins(handle)).sorted()
  }

  @Test func onlyWhoRemembersMoreIsRefused() throws {
    try day()
    try putBack("older")
    for handle in ["lead", "social", "admin", "auditor"] {
      refused(handle, as: .rolledBack)
    }
    try desk.look("duty")
    // The log grows past what they remember: now it is another log, and not only a shorter one.
    for _ in 0..<6 { try desk.look("duty") }
    for handle in ["lead", "social", "admin", "auditor"] { refused(handle, as: .splitView) }
  }

  @Test func twoPeopleAcceptIt() throws {
    try day()
    let before = try #require(try pins("social").first)
    let old = FileManager.default.contents(atPath: desk.pins("social") + "/" + before)
    try putBack("older")
    let asked = try ask()
    // One alone changes nothing, not even for who asked.
    for handle in ["social", "admin", "auditor"] {
      #expect(throws: VaultError.self) { try desk.look(handle) }
    }
    let given = try give(asked)
    for handle in ["lead", "social", "admin", "auditor", "duty"] { try desk.look(handle) }
    let entries = try desk.entries()
    #expect(entries[asked].act == Act.vaultAccept && entries[asked].sum != nil)
    #expect(entries[given].act == Act.approvalGive && entries[given].ref == asked)
    // What they remembered is kept, to the byte.
    let kept = try #require(try pins("social").first { $0.contains(".pin.replaced-") })
    #expect(FileManager.default.contents(atPath: desk.pins("social") + "/" + kept) == old)
    #expect(try pins("duty").count == 1)
    #expect(try desk.verify().findings == [])
  }

  @Test func theSumIsThatOfTheHeadThatIsGivenUp() throws {
    try day()
    let remembered = try desk.vault("admin")
    let pin = try #require(try remembered.resume(handle: "admin"))
    try putBack("older")
    let asked = try ask()
    #expect(try desk.entries()[asked].sum == .of(pin.note))
  }

  @Test func whatWasAcceptedOnceCoversNoLaterRollback() throws {
    try day()
    try putBack("older")
    _ = try give(ask())
    for handle in ["lead", "social"] { try desk.look(handle) }
    try copy("accepted")
    for handle in ["lead", "social"] { try desk.look(handle) }
    try putBack("accepted")
    for handle in ["lead", "social"] { refused(handle, as: .rolledBack) }
    for _ in 0..<6 { try desk.look("duty") }
    for handle in ["lead", "social"] { refused(handle, as: .splitView) }
    // To before it was accepted too; an acceptance in the very same place is another one.
    try putBack("older")
    for handle in ["lead", "social"] { refused(handle, as: .rolledBack) }
    desk.clock.move(by: 1)
    _ = try give(ask())
    for handle in ["lead", "social"] { try desk.look(handle) }
    #expect(try pins("social").filter { $0.contains("replaced") }.count == 2)
  }

  /// Somebody asks in a vault that was put back, and nobody answers; people work on. What waits then says nothing of the
  /// day on which that vault is put back in its turn.
  private func waiting() throws -> Int {
    for handle in ["admin", "auditor"] { try desk.look(handle) }
    try copy("older")
    try desk.look("lead")
    try putBack("older")
    #expect(throws: VaultError.self) { try ask("lead") }
    let asked = try ask()
    for handle in ["duty", "admin", "auditor"] { try desk.look(handle) }
    return asked
  }

  @Test func whatWaitedCoversNoLaterRollback() throws {
    let asked = try waiting()
    desk.expectNoted(.nothingToDo) { _ = try ask() }
    try copy("waiting")
    for handle in ["duty", "admin"] { try desk.look(handle) }
    try putBack("waiting")
    for handle in ["duty", "admin"] { refused(handle, as: .rolledBack) }
    // It is asked anew, although one waits; the auditor's word for that one satisfies nobody who remembers it.
    let again = try ask()
    #expect(again > asked)
    _ = try give(asked)
    for handle in ["duty", "admin"] {
      #expect(throws: VaultError.self) { try desk.look(handle) }
    }
    _ = try give(again)
    for handle in ["duty", "admin", "lead", "auditor"] { try desk.look(handle) }
    #expect(try desk.verify().findings == [])
  }

  /// A backup of a vault that waits: its restore asks for itself.
  @Test func aRestoreAsksAnew() throws {
    let asked = try waiting()
    try desk.backUp()
    for handle in ["duty", "admin"] { try desk.look(handle) }
    let restored = try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
    #expect(restored.acceptance > asked)
    try desk.moveIn()
    try desk.giveRestore(asked)
    #expect(throws: VaultError.self) { try desk.look("duty") }
    try desk.giveRestore(restored.acceptance)
    try desk.look("duty")
    #expect(try desk.verify().findings == [])
  }

  /// Two people's word for a rollback that has not been would wait for the day on which somebody makes one.
  @Test func aSoundVaultIsNotAccepted() throws {
    desk.expectNoted(.notPutBack) { _ = try ask() }
    let refusal = try #require(try desk.entries().last)
    #expect(refusal.act == Act.vaultAccept && refusal.out == .denied && refusal.why == .state)
    #expect(try desk.entries().allSatisfy { $0.act != Act.vaultAccept || $0.out != .ok })
  }

  /// An administrator who remembers nothing goes by who was refused: the refusal says what they remember.
  @Test func whoMayNotAskIsHeardToRememberMore() throws {
    try desk.look("admin")
    try desk.look("auditor")
    try copy("older")
    try desk.look("lead")
    try putBack("older")
    desk.expectNoted(.notPutBack) { _ = try ask() }
    #expect(throws: VaultError.self) { try ask("lead") }
    #expect(try desk.entries().last?.sum != nil)
    let asked = try ask()
    _ = try give(asked)
    try desk.look("lead")
    // That was for this once.
    desk.expectNoted(.notPutBack) { _ = try ask() }
    #expect(try desk.verify().findings == [])
  }

  @Test func nobodyElseMayAskOrGive() throws {
    try day()
    try putBack("older")
    for handle in ["lead", "auditor", "trustee", "social"] {
      #expect(throws: VaultError.self) { try ask(handle) }
      #expect(try desk.entries().last?.why == .role)
      #expect(try desk.entries().last?.act == Act.vaultAccept)
    }
    let asked = try ask()
    for handle in ["lead", "admin", "trustee", "social"] {
      #expect(throws: VaultError.self) { try give(asked, handle) }
      #expect(try desk.entries().last?.why == .role)
    }
    desk.expectNoted(.nothingToDo) { _ = try ask() }
    desk.expectNoted(.nothingToDo) { _ = try give(asked - 1) }
    _ = try give(asked)
    desk.expectNoted(.nothingToDo) { _ = try give(asked) }
  }

  /// As `approval refuse` opens the vault.
  private func refuse(_ seq: Int, _ handle: String = "auditor") throws -> Int {
    let vault = try desk.vault(handle)
    vault.answers = [seq]
    let session = try vault.unlock(
      handle, bundleKey: desk.bundleKey(handle), sid: "0123456789abcdef")
    return try vault.refuseAcceptance(of: seq, as: session).entry
  }

  /// Who names what waits is let in to answer it: of all else nothing is opened, written or made that was due.
  @Test(arguments: ["lead", "social", "auditor", "admin"])
  func whoIsLetInDoesNothingElse(_ handle: String) throws {
    try day()
    try putBack("older")
    let asked = try ask()
    let before = try desk.entries().count
    let vault = try desk.vault(handle)
    (vault.answers, vault.acceptsRollback) = ([asked], handle == "admin")
    let session = try vault.unlock(
      handle, bundleKey: desk.bundleKey(handle), sid: "0123456789abcdef")
    #expect(throws: VaultError.self) {
      _ = try vault.read([TestTable.name], of: desk.shared, for: nil, as: session)
    }
    #expect(throws: VaultError.self) { _ = try vault.logStatus(as: session) }
    #expect(throws: VaultError.self) { _ = try vault.suspend("health", as: session) }
    #expect(throws: VaultError.self) { _ = try vault.pin(into: nil, as: session) }
    let since = try desk.entries().dropFirst(before).filter { $0.out == .ok }
    #expect(since.allSatisfy { $0.act.hasPrefix("auth.") || $0.act.hasPrefix("session.") })
  }

  private func told(_ handle: String) throws -> [Int]? {
    try desk.accepting(handle) { vault, session in
      vault.refusedAcceptance(to: session).map { [$0.asked, $0.refusal] }
    }
  }

  /// An auditor whose client remembers more is let in to refuse, and for nothing else.
  @Test func anAuditorRefusesIt() throws {
    try day()
    try putBack("older")
    let asked = try ask()
    #expect(throws: VaultError.self) { try refuse(asked + 1) }
    for handle in ["lead", "social"] {
      #expect(throws: VaultError.self) { try refuse(asked, handle) }
      let entry = try #require(try desk.entries().last)
      #expect(entry.act == Act.approvalRefuse && entry.why == .role && entry.ref == asked)
    }
    let refused = try refuse(asked)
    let entry = try desk.entries()[refused]
    #expect(entry.act == Act.approvalRefuse && entry.out == .ok && entry.ref == asked)
    // It counts for nobody, and can be given no more.
    for handle in ["lead", "social", "admin", "auditor"] {
      #expect(throws: VaultError.self) { try desk.look(handle) }
    }
    desk.expectNoted(.nothingToDo) { _ = try give(asked) }
    #expect(throws: VaultError.self) { try refuse(asked) }
    // Who asked is told; nobody else is, and nobody any more once it was asked anew.
    #expect(try told("admin") == [asked, refused])
    #expect(try told("auditor") == nil)
    let vault = try desk.vault("admin")
    #expect(throws: VaultError.self) {
      _ = try vault.unlock("admin", bundleKey: desk.bundleKey("admin"), sid: "0123456789abcdef")
    }
    #expect(vault.refusedPutBack?.refusal == refused)
    let again = try ask()
    #expect(try told("admin") == nil)
    _ = try give(again)
    try desk.look("lead")
    #expect(try desk.verify().findings == [])
    #expect(try desk.act("lead") { vault, _ in vault.putBackEntries } == [asked, again])
  }

  /// A log that does not fit itself is accepted by nobody.
  @Test func aBrokenLogIsNotAccepted() throws {
    try day()
    try putBack("older")
    let last = try desk.entries().count - 2
    try desk.tamperLog { db in
      try db.execute(
        sql:
          "UPDATE audit_leaf SET leaf=CAST(replace(CAST(leaf AS TEXT),'\"t\":','\"t\":1') AS BLOB) WHERE idx=?",
        arguments: [last])
    }
    #expect(throws: VaultError.self) { _ = try ask() }
  }
}
