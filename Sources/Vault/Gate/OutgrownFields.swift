import FoundationEssentials
import Sealing

/// Fields that a look reads by an emergency alone, and of which something came under another key since it was given. What
/// stands under a key that was given is shown; the rest is left out, and the page says so.
struct OutgrownFields {
  /// The versions of their keys that the asker holds.
  private var held: [FieldID: Set<UInt32>] = [:]

  /// Takes in the versions of a field's key that the asker holds; nil for one that is read otherwise.
  mutating func note(_ versions: Set<UInt32>?, of field: FieldID) { held[field] = versions }

  /// Whether nothing else was asked for.
  func areAll(of fields: Set<FieldID>) -> Bool {
    !held.isEmpty && fields.allSatisfy { held[$0] != nil }
  }

  /// Whether nothing of a field, as it is now in any record, lies under a key that the asker holds.
  func isShut(_ rule: FieldRule, of file: Transaction.File, _ gate: Gate) throws(VaultError) -> Bool
  {
    guard let held = held[rule.id] else { return false }
    return try gate.versionsNeeded(rule, of: file) { $0.suffix(1) }.isDisjoint(with: held)
  }

  /// Whether the asker holds the key of a stored value.
  func isOpen(_ field: Transaction.FieldRow) -> Bool {
    guard let held = held[field.id] else { return true }
    return (try? SealedField.keyVersion(of: field.blob.span)).map(held.contains) ?? false
  }
}
