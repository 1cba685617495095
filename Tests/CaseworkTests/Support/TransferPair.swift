import Testing
import Vault

@testable import Casework

/// Two offices next to each other, under the built-in rule book, and what goes from the first to the second.
final class TransferPair: Sendable {
  static let crew: [(handle: String, role: Role)] = [
    ("duty", .duty), ("social", .socialWorker), ("health", .healthStaff), ("legal", .legalAid),
  ]
  private static let made = Result { try TransferPair() }

  let here: CaseOffice
  let there: CaseOffice

  init() throws {
    (here, there) = (
      try CaseOffice(crew: Self.crew),
      try CaseOffice(crew: [("duty", .duty), ("social", .socialWorker), ("legal", .legalAid)])
    )
  }

  /// Two offices for all suites that need no days of their own.
  static func shared() throws -> TransferPair { try made.get() }

  func card(_ office: CaseOffice, _ name: String = "Sở Y tế Lào Cai") throws -> VaultCard {
    try office.act("lead") { casework, session in
      try casework.vault.card(office: name, as: session).card
    }
  }

  func opened() throws -> CaseCode {
    try here.act("social") { casework, session in
      try casework.openCase(
        FormInput(texts: [
          "full_name": "Lò Thị Mây", "birth_date": "1999", "entry_path": "self_report",
          "receiving_unit": "01", "received_at": "2026-09-20T08:00+07:00",
        ]), as: session
      ).code
    }
  }

  static let everything = [
    "support", "identity", "sensitive", "clinical", "safety", "vital",
  ]

  /// A consent to the whole file, with some answers changed.
  func consent(
    _ code: CaseCode, _ changed: [String: FieldInput] = [:], in office: CaseOffice? = nil
  ) throws -> RecordID {
    var answers: [String: FieldInput] = [
      "giver": .text("self"), "purpose": .text("protection"),
      "sensitive_told": .text("yes"),
      "recipient": .text("Sở Y tế  lào cai"),
      "fields": .list(Self.everything), "given_at": .text("2026-09-20T09:00+07:00"),
      "how": .text("written"), "expires_at": .text("2099-12-31"), "language": .text("vie"),
    ]
    answers.merge(changed) { $1 }
    return try (office ?? here).act("social") { casework, session in
      _ = try casework.record("consent", FormInput(answers), of: code, as: session)
      let page = try casework.show("consent", of: code, for: nil, as: session)
      return try #require(page.records.last { $0.entity.name == "consent" }).id
    }
  }

  func send(
    _ part: TransferPart, _ code: CaseCode, on basis: ReleaseBasis? = nil,
    to card: VaultCard? = nil
  ) throws -> [UInt8] {
    let card = try card ?? self.card(there)
    return try here.act(part == .file ? "lead" : "duty") { casework, session in
      try casework.transfer(part, of: code, to: card, on: basis, as: session).bytes
    }
  }

  func receive(_ bytes: [UInt8], by handle: String) throws -> ReceivedFile {
    let card = try card(here, "Sở Y tế Yên Bái")
    return try there.act(handle) { casework, session in
      try casework.receive(
        casework.openTransfer(bytes, from: card, as: session), as: session)
    }
  }

  func page(_ office: CaseOffice, _ code: CaseCode) throws -> CasePage {
    try office.act("lead") { casework, session in
      try casework.show(
        nil, of: code, classes: [.identity, .support], for: .careManagement, as: session)
    }
  }

  /// The person takes a consent back.
  func withdraw(_ consent: RecordID, _ code: CaseCode) throws -> Withdrawal {
    try here.act("social") { casework, session in
      try casework.withdraw(
        consent, FormInput(texts: ["reason": "đổi ý"]), of: code, as: session)
    }
  }

  func stop(_ body: () throws -> Void) throws -> RuleStop? { try here.stop(body) }

  /// Whether both logs verify.
  func areSound() throws -> Bool {
    try [here, there].allSatisfy { office in
      try office.act("lead") { casework, session in
        try casework.vault.verifyLog(as: session).findings.isEmpty
      }
    }
  }
}
