import AuditLog

/// A case travels in two files, each sealed to the role that may read it: what a lead's keys open, and the
/// clinical and vital classes, which a lead never opens.
public enum TransferPart: UInt8, CaseIterable, Hashable, Sendable {
  case file = 1
  case clinical = 2

  /// Who sends it and who takes it in.
  public var role: Role { self == .file ? .lead : .duty }

  var standing: StandingRole { self == .file ? .lead : .duty }

  /// As the signed lines of a file and of an acceptance say it.
  var name: String { self == .file ? "file" : "clinical" }

  /// The classes whose fields are in it, by the sender's table.
  var classes: [FieldClass] { KeyTable.standingClasses(of: standing) }

  init?(name: Substring) {
    guard let part = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = part
  }
}
