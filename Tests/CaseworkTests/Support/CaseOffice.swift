import Casework
import Foundation
import Sealing
import Synchronization
import Testing
import Vault

/// A vault in a temporary directory, under the built-in rule book, with one member of each daily
/// role, joined as people join. Stretching is at the lowest permitted cost, and still slow: a suite
/// makes one office and its tests stay out of each other's cases.
final class CaseOffice: Sendable {
  let folder: String
  private let time = Mutex(1_790_000_000_000)

  static let crew: [(handle: String, role: Role)] = [
    ("duty", .duty), ("intake", .intake), ("social", .socialWorker), ("other", .socialWorker),
    ("nobody", .socialWorker), ("health", .healthStaff), ("count", .statistician),
    ("auditor", .auditor),
  ]

  init(crew: [(handle: String, role: Role)] = CaseOffice.crew) throws {
    folder = NSTemporaryDirectory() + "safekeep-cases-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try found()
    for member in crew { try join(member.handle, as: member.role) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  // MARK: Acting

  /// One command of one member: a fresh opening, an unlocking, an act.
  func act<Result>(
    _ handle: String, _ body: (Casework, borrowing Session) throws -> Result
  ) throws -> Result {
    let vault = try vault(handle)
    let session = try vault.unlock(handle, passphrase: passphrase(handle))
    return try body(Casework(vault, now: now), session)
  }

  /// What the act was refused for, and the entry that says so; nil where it was not refused.
  func refusal(
    _ handle: String, _ body: (Casework, borrowing Session) throws -> Void
  ) throws -> String? {
    do {
      try act(handle, body)
      return nil
    } catch CaseworkError.vault(let error) {
      return error.refusalCode
    }
  }

  /// Why something was stopped, with the entry of it; nil where it was not.
  func stop(_ body: () throws -> Void) throws -> RuleStop? {
    do {
      try body()
      return nil
    } catch CaseworkError.stopped(let stop) {
      #expect(stop.entry != nil, "\(stop.reason)")
      return stop
    }
  }

  var now: @Sendable () -> Int {
    { [self] in
      time.withLock { time in
        time += 1
        return time
      }
    }
  }

  /// Lets days pass.
  func wait(days: Double) { time.withLock { $0 += Int(days * 86_400_000) } }

  /// The file of somebody born in a year or on a day, received, with whatever the arrival asks for.
  func received(
    born birth: String, on day: String = "2026-09-20", by handle: String = "social"
  ) throws -> CaseCode {
    try act(handle) { casework, session in
      try casework.openCase(
        FormInput(texts: [
          "birth_date": birth, "entry_path": "self_report", "receiving_unit": "01",
          "received_at": day + "T08:00+07:00", "limits_explained_at": day + "T08:00+07:00",
        ]), as: session
      ).code
    }
  }

  // MARK: Making and joining

  private func vault(_ handle: String) throws -> Vault {
    try Vault(opening: folder + "/vault", pins: folder + "/pins-" + handle, now: now)
  }

  private func passphrase(_ handle: String) throws -> SecretBytes {
    try Self.secret("correct horse of \(handle) 47")
  }

  private func found() throws {
    let book = try RuleBook.standard()
    let plan = VaultPlan(
      path: folder + "/vault", pins: folder + "/pins-admin", admin: "admin", firstLead: "lead",
      isLowCost: true, fields: try book.fieldTable(), rules: book.ruleFiles)
    let founding = try Vault.create(plan, passphrase: passphrase("admin"), now: now)
    let code = Self.text(founding.invitation)
    _ = try vault("lead").enrol("lead", code: Self.secret(code), passphrase: passphrase("lead"))
    try command("admin") { vault, session in _ = try vault.admit("lead", by: session) }
    try command("lead") { vault, session in _ = try vault.makeRecoverySeed(as: session) }
  }

  private func join(_ handle: String, as role: Role) throws {
    var code = ""
    try command("admin") { vault, session in
      let invitation = try vault.invite(handle, as: role, by: session)
      code = Self.text(invitation.code)
    }
    _ = try vault(handle).enrol(
      handle, code: Self.secret(code), passphrase: passphrase(handle))
    try command("admin") { vault, session in _ = try vault.admit(handle, by: session) }
    try command("lead") { vault, session in _ = try vault.admit(handle, by: session) }
    try command(handle) { _, _ in }
  }

  private func command(
    _ handle: String, _ body: (Vault, borrowing Session) throws -> Void
  ) throws {
    let vault = try vault(handle)
    let session = try vault.unlock(handle, passphrase: passphrase(handle))
    try body(vault, session)
  }

  private static func secret(_ text: String) throws -> SecretBytes {
    try SecretBytes(capacity: text.utf8.count) { out in
      for byte in text.utf8 { out.append(byte) }
    }
  }

  private static func text(_ secret: borrowing SecretBytes) -> String {
    secret.withSpan { span in
      String(decoding: span.indices.map { span[$0] }, as: UTF8.self)
    }
  }
}
