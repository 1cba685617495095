import Vault

/// The office that handed a file over to this one: it has the log of what was done with the file before.
public struct CameFrom: Hashable, Sendable {
  /// Its name and origin; nil under a rule book of before the field.
  public let office: String?
  /// The code of the file there.
  public let code: String?
}

extension Casework {
  /// The fields that say so.
  static let ofOrigin = ["case.came_from", "case.transfer"]

  /// - Returns: nil for a file that was opened here, also one that came as a referral: that is another file than theirs.
  func cameFrom(_ operations: [FieldID: FieldValue]) -> CameFrom? {
    func value(_ name: String) -> FieldValue? { book[name].flatMap { operations[$0.id] } }
    guard let list = value("case.transfer"), let origin = try? CaseOrigin.of(list) else {
      return nil
    }
    var office: String?
    if case .text(let name) = value("case.came_from") { office = name }
    return CameFrom(office: office, code: (try? CaseCode(origin.code).text) ?? origin.code)
  }
}
