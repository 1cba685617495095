import AuditLog
import Foundation
import Sealing
import Testing

/// Which keys may sign, as the independent script tells it (Format.md, "Who may sign"): entries that only a
/// changed program writes, each well signed.
@Suite(.enabled(if: Told.python != nil)) struct ExportScriptKeysTests {
  private let vault: SampleVault
  private var log: ForgedLog

  init() throws {
    vault = try SampleVault()
    log = try ForgedLog(vault.log)
  }

  private mutating func offerKey(_ label: String, of person: Person) throws -> (Person, Int) {
    let next = try Person(label)
    let key = try vault.log.vkey(next)
    let seq = try log.write(Act.keyRotate, by: person) {
      ($0.kind, $0.vkey, $0.box) = ("member", key, base64(next.box.bytes))
    }
    return (next, seq)
  }

  private mutating func confirm(_ seq: Int, of person: Person, by admin: Person) throws {
    try log.write(Act.keyRotate, by: admin) {
      ($0.kind, $0.ref, $0.subj) = ("member", seq, person.actor)
    }
  }

  /// What the script says of the entries, taken in one after the other.
  private func told() throws -> Told {
    let bundle = log.leaves.flatMap { [UInt8($0.count >> 8), UInt8($0.count & 255)] + $0 }
    let file = try ExportOnDisk(["leaves": bundle])
    return try Told.scripted(
      """
      log, data, at, seq = verify.Log(sys.argv[3]), open(sys.argv[2], "rb").read(), 0, 0
      while at < len(data):
          end = at + 2 + int.from_bytes(data[at:at + 2], "big")
          log.take(seq, data[at + 2:end])
          at, seq = end, seq + 1
      """, ["\(file.path)/leaves", vault.log.origin])
  }

  private func expectRefused(_ seq: Int, _ place: SourceLocation = #_sourceLocation) throws {
    let told = try told()
    #expect(told.status == 20, sourceLocation: place)
    #expect(told.errors.contains("entry \(seq): "), "\(told.errors)", sourceLocation: place)
  }

  @Test mutating func whoLeftIsOnlyRefused() throws {
    try log.write(Act.memberSuspend, by: vault.admin) { [vault] in $0.subj = vault.worker.actor }
    try log.write(Act.fieldRead, by: vault.worker, out: .denied)
    #expect(try told().status == 0)
    let seen = try log.write(Act.fieldRead, by: vault.worker)
    try expectRefused(seen)
  }

  @Test mutating func aNewKeySignsWhenAnotherConfirmedIt() throws {
    let (next, seq) = try offerKey("next", of: vault.worker)
    try confirm(seq, of: vault.worker, by: vault.admin)
    try log.write(Act.fieldRead, by: next)
    #expect(try told().status == 0)
    let seen = try log.write(Act.fieldRead, by: vault.worker)
    try expectRefused(seen)
  }

  @Test mutating func aKeyThatWaitsSignsNothing() throws {
    let (next, _) = try offerKey("next", of: vault.worker)
    let seen = try log.write(Act.fieldRead, by: next)
    try expectRefused(seen)
  }

  @Test mutating func nobodyConfirmsTheirOwn() throws {
    let (_, seq) = try offerKey("next", of: vault.worker)
    let own = log.leaves.count
    try confirm(seq, of: vault.worker, by: vault.worker)
    try expectRefused(own)
  }

  @Test mutating func anInvitationEnrolsAndNoMore() throws {
    let code = try Person("code guest")
    let (key, handle) = (try vault.log.vkey(code), SampleLog.handle("guest"))
    try log.write(Act.memberInvite, by: vault.admin) {
      ($0.who, $0.grole, $0.vkey) = (handle, "intake", key)
    }
    let seen = try log.write(Act.list, by: code)
    try expectRefused(seen)
  }
}
