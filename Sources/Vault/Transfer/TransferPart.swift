import AuditLog

/// A case travels in two files, each sealed to the role that may read it: what a lead's keys open, and the
/// clinical and vital classes, which a lead never opens. A referral is one file, of what was named in it.
public enum TransferPart: UInt8, CaseIterable, Hashable, Sendable {
  case file = 1
  case clinical = 2
  case referral = 3

  /// Who sends it and who takes it in.
  public var role: Role { self == .clinical ? .duty : .lead }

  var standing: StandingRole { self == .clinical ? .duty : .lead }

  /// As the signed lines of a file and of an acceptance say it.
  var name: String {
    switch self {
    case .file: "file"
    case .clinical: "clinical"
    case .referral: "referral"
    }
  }

  /// What the entries say that take it in, or refuse it.
  var receiveAct: CaseAct { self == .referral ? .referralReceive : .receive }
  var entryKind: String { self == .referral ? "referral" : "transfer" }

  /// The classes whose fields are in it, by the sender's table.
  var classes: [FieldClass] { KeyTable.standingClasses(of: standing) }

  init?(name: Substring) {
    guard let part = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = part
  }
}
