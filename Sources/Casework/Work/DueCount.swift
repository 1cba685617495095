import Vault

/// How far the limits of an operations row are counted. It stands last in the list of what is due.
///
/// Who holds no operations key, as the police, writes beside the row, and what they write can start and end limits. How
/// often that was done is known without opening anything; as it was when somebody counted who sees all stands here.
enum DueCount: Hashable, Sendable {
  /// When the case had been written so many times beside its row.
  case upTo(UInt64)
  /// Somebody wrote what they cannot count themselves.
  case notYet

  /// What somebody who counts has to find out first.
  enum Doubt: Hashable, Sendable {
    /// Whether what was written since is anything of the kind.
    case possible
    case certain
  }

  /// As it is opened: nobody wrote beside the row yet.
  static let first = DueCount.upTo(0)

  var text: String {
    switch self {
    case .upTo(let number): "#\(number)"
    case .notYet: "#-"
    }
  }

  /// Nil for what is no count, as the limits are.
  init?(_ text: String) {
    guard text.utf8.first == UInt8(ascii: "#") else { return nil }
    let rest = text.dropFirst()
    guard rest != "-" else {
      self = .notYet
      return
    }
    guard let number = UInt64(rest) else { return nil }
    self = .upTo(number)
  }

  /// That of a list as it stands in the row.
  init(in value: FieldValue?) {
    guard case .list(let items) = value, let found = items.lazy.compactMap(Self.init).first
    else {
      self = .first
      return
    }
    self = found
  }

  /// - Parameter beside: how often the case has been written beside its row.
  func doubt(_ beside: UInt64) -> Doubt? {
    switch self {
    case .upTo(beside): nil
    case .upTo: .possible
    case .notYet: .certain
    }
  }
}
