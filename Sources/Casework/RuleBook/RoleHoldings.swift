public import Vault

/// What `roles.csv` says of one role: where it works, and which class keys it holds there. The Vault
/// enforces the same table as numbers; this is the copy that people read.
public struct RoleHoldings: Hashable, Sendable {
  /// A role, or `recovery`, which no member holds alone.
  public let name: String
  public let relation: String
  public let label: Label
  public let worksAt: String
  public let reads: String
  private let access: [FieldClass: KeyAccess]
  let line: Int

  /// The standing key that two trustees recover.
  static let recovery = "recovery"

  init(_ row: RuleRow) throws(CaseworkError) {
    name = try row.word("role")
    guard name == Self.recovery || Role(rawValue: name) != nil else {
      throw row.fault(.unknownRole(name))
    }
    relation = row.cell("relation")
    label = try row.label()
    worksAt = try row.text("works_at")
    reads = try row.text("reads")
    var access: [FieldClass: KeyAccess] = [:]
    for fieldClass in FieldClass.allCases {
      access[fieldClass] = try row.choice(fieldClass.name, KeyAccess.init(letters:))
    }
    self.access = access
    line = row.line
  }

  public func access(to fieldClass: FieldClass) -> KeyAccess { access[fieldClass] ?? .nothing }

  /// Reads by excerpt alone: whatever it sees is a copy of named fields, of any class.
  var readsByExcerptAlone: Bool {
    let all = FieldClass.allCases.map { access(to: $0) }
    return !all.contains(.key) && all.contains { $0.letters.contains("X") }
  }

  var holdsNothing: Bool { FieldClass.allCases.allSatisfy { access(to: $0) == .nothing } }
}

extension KeyAccess {
  /// As the table writes it: K key, D deposit, X excerpt, XD both, - nothing.
  init?(letters: String) {
    let all: [KeyAccess] = [.key, .deposit, .excerpt, .excerptAndDeposit, .nothing]
    guard let found = all.first(where: { $0.letters == letters }) else { return nil }
    self = found
  }

  var letters: String {
    switch self {
    case .key: "K"
    case .deposit: "D"
    case .excerpt: "X"
    case .excerptAndDeposit: "XD"
    case .nothing: "-"
    }
  }

  var mayRead: Bool { self == .key || self == .excerpt || self == .excerptAndDeposit }
  var mayWrite: Bool { self == .key || self == .deposit || self == .excerptAndDeposit }
}
