import Sealing

/// What the log calls a case and a record: keyed hashes under a key that custody keeps for the case.
/// When that key is destroyed, nobody can tell any more whose entries these were, not even somebody
/// who knows the case id.
enum Pseudonym {
  static func ofCase(_ key: KeyHandle, in arena: borrowing KeyArena) -> Identifier {
    KeyedHash.hmacSHA256(Array("audit-rec/v1".utf8), key: key, in: arena).identifier
  }

  static func ofRecord(
    _ record: RecordID, _ key: KeyHandle, in arena: borrowing KeyArena
  ) -> Identifier {
    var message = Array("audit-item/v1".utf8)
    record.identifier.append(to: &message)
    return KeyedHash.hmacSHA256(message, key: key, in: arena).identifier
  }
}
