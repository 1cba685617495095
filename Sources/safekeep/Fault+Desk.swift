import Vault

/// Faults of the desk itself: who and how, before the vault is asked anything.
extension Fault {
  /// - Parameter isPutBack: whether it is the first time that this client meets a vault which was put back.
  static func wrongPassphrase(waitSeconds: Int, isPutBack: Bool = false) -> Fault {
    Fault(
      .passphrase, details: [.init("wait", .integer(waitSeconds))],
      hint: { isPutBack ? $0.putBackPassphraseHint : nil }
    ) { $0.wrongPassphrase(waitSeconds: waitSeconds) }
  }

  static func newerFormat(found: Int) -> Fault {
    let known = Vault.newestFormat
    return Fault(
      .newerFormat, details: [.init("found", .integer(found)), .init("known", .integer(known))]
    ) { $0.newerFormat(found: found, known: known) }
  }

  static func unknownLanguage(_ code: String) -> Fault {
    let shown = Escaping.line(code)
    return Fault(.usage, reason: "unknown_language") { $0.unknownLanguage(shown) }
  }

  static let noMemberNamed = Fault(.usage, reason: "no_member", hint: { $0.noMemberNamedHint }) {
    $0.noMemberNamed
  }

  /// A secret stood on the command line. It is to be thought of as known, and the sentence says so.
  static func secretArgument(_ option: String) -> Fault {
    Fault(
      .usage, details: [.init("reason", .string("confidential"))],
      hint: { $0.secretArgumentHint }
    ) { $0.secretArgument(option) }
  }

  /// Of whoever was asked and said no.
  static let declined = Fault(.failed, reason: "not_confirmed") { $0.notConfirmed }
  static let notConfirmed = Fault(.usage, reason: "not_confirmed") { $0.notConfirmed }

  /// The same where something was done before it.
  static func restNotConfirmed(from entry: Int) -> Fault {
    Fault(.usage, reason: "not_confirmed") { $0.restNotConfirmed(from: entry) }
  }

  /// Whether another answer could go through: of a case that is not there, of a no behind the summary.
  var canBePutRight: Bool { [.notFound, .badData].contains(status) || isNotConfirmed }

  var isNotConfirmed: Bool {
    details.contains { $0.name == "reason" && $0.value == .string("not_confirmed") }
  }
}
