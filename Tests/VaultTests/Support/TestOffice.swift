import Foundation
import Sealing
import Testing

@testable import Vault

/// A vault in a temporary directory with one member of each daily role, joined as people join: invited,
/// enrolled, admitted by two. Stretching is at the lowest permitted cost.
final class TestOffice {
  let folder: String
  let clock = TestClock()
  /// The sheets with three shares each, as they are put away.
  private(set) var rootSeed = ""
  private(set) var recoverySeed = ""

  var path: String { folder + "/vault" }

  static let crew: [(handle: String, role: Role)] = [
    ("duty", .duty), ("intake", .intake), ("social", .socialWorker), ("health", .healthStaff),
    ("auditor", .auditor),
  ]

  init(crew: [(handle: String, role: Role)] = TestOffice.crew) throws {
    folder = NSTemporaryDirectory() + "safekeep-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try found()
    for member in crew { try join(member.handle, as: member.role) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static func secret(_ text: String) throws -> SecretBytes {
    try SecretBytes(capacity: text.utf8.count) { out in
      for byte in text.utf8 { out.append(byte) }
    }
  }

  static func text(_ secret: borrowing SecretBytes) -> String {
    secret.withSpan { span in
      var bytes: [UInt8] = []
      for index in span.indices { bytes.append(span[index]) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  func passphrase(_ handle: String) throws -> SecretBytes {
    try Self.secret("correct horse of \(handle) 47")
  }

  // MARK: Making and joining

  private func found() throws {
    let plan = VaultPlan(
      path: path, pins: pins("admin"), admin: "admin", firstLead: "lead", isLowCost: true,
      fields: try TestTable.table(), rules: [RuleFile(name: "fields.csv", bytes: [0x61])])
    let founding = try Vault.create(plan, passphrase: passphrase("admin"), now: clock.now)
    rootSeed = Self.text(founding.rootSeed)
    let code = Self.text(founding.invitation)
    _ = try vault("lead").enrol(
      "lead", code: Self.secret(code), passphrase: passphrase("lead"))
    try act("admin") { vault, session in _ = try vault.admit("lead", by: session) }
    try act("lead") { vault, session in
      let isDue = vault.needsRecoverySeed(session)
      #expect(isDue)
      recoverySeed = Self.text(try vault.makeRecoverySeed(as: session))
    }
  }

  func join(_ handle: String, as role: Role) throws {
    try invite(handle, as: role)
    try act("admin") { vault, session in _ = try vault.admit(handle, by: session) }
    try act("lead") { vault, session in _ = try vault.admit(handle, by: session) }
    // Makes the keys that wait for a first holder.
    try act(handle) { _, _ in }
  }

  func invite(_ handle: String, as role: Role) throws {
    var code = ""
    try act("admin") { vault, session in
      let invitation = try vault.invite(handle, as: role, by: session)
      code = Self.text(invitation.code)
    }
    _ = try vault(handle).enrol(
      handle, code: Self.secret(code), passphrase: passphrase(handle))
  }

  // MARK: Acting

  func pins(_ handle: String) -> String { folder + "/pins-" + handle }

  /// A fresh opening, as every command makes one.
  func vault(_ handle: String) throws -> Vault {
    try Vault(opening: path, pins: pins(handle), now: clock.now)
  }

  func act<Result>(
    _ handle: String, _ body: (Vault, borrowing Session) throws -> Result
  ) throws -> Result {
    let vault = try vault(handle)
    let session = try vault.unlock(handle, passphrase: passphrase(handle))
    return try body(vault, session)
  }

  // MARK: A case

  static let values: [FieldID: FieldValue] = [
    TestTable.name: .text("Nguyễn Thị Hoà"), TestTable.phone: .text("+84912345678"),
    TestTable.story: .text("Bị lừa qua biên giới."), TestTable.injuries: .text("Bầm tím cổ tay"),
    TestTable.allergies: .text("penicillin"), TestTable.shelter: .text("Nhà số 7"),
    TestTable.channel: .text("self"), TestTable.facts: .list(["2026-09", "female"]),
  ]

  static func opening(
    _ code: String, owner: MemberID? = nil, isMinor: Bool = false
  ) -> CaseOpening {
    func record(_ entity: UInt16, _ ids: FieldID...) -> RecordChange {
      var change = RecordChange(
        .sole, entity: entity,
        fields: Dictionary(uniqueKeysWithValues: ids.map { ($0, values[$0] ?? .absent(.unknown)) }))
      // Found by nothing.
      if entity == TestTable.identity { change.terms = [TestTable.name: [], TestTable.phone: []] }
      return change
    }
    return CaseOpening(
      code: code, operations: [TestTable.status: .text("received")],
      records: [
        record(TestTable.reception, TestTable.channel),
        record(TestTable.identity, TestTable.name, TestTable.phone),
        record(TestTable.statement, TestTable.story),
        record(TestTable.health, TestTable.injuries, TestTable.allergies),
        record(TestTable.protection, TestTable.shelter),
        record(TestTable.figures, TestTable.facts),
      ], owner: owner, isMinor: isMinor)
  }

  @discardableResult
  func openCase(_ code: String = "ABCDEFGHJ", by handle: String = "intake") throws -> CaseID {
    try act(handle) { vault, session in
      try vault.openCase(Self.opening(code), as: session).id
    }
  }
}
