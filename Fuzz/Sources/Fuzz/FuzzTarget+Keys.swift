import Sealing
import Vault

extension FuzzTarget {
  /// What stands in the files of a vault, or is typed as a secret: sealed fields, wraps, slots, shares, codes.
  static let keys: [FuzzTarget] = [
    .taken("sealed-field") { bytes in
      var arena = try KeyArena(capacity: 4)
      let key = arena.makeRandom()
      let place = FieldPlace(
        vault: .zero, caseID: .zero, record: .zero, writer: .zero, entity: 1, fieldClass: 2,
        field: 7, keyVersion: 1, fieldVersion: 1)
      return try SealedField.open(bytes.span, at: place, under: key, in: arena)
    },
    .taken("key-version") { try SealedField.keyVersion(of: $0.span) },
    .taken("grant-number") { try GrantPack.number(of: $0.span) },
    .spelled("grant-list", { try GrantList(reading: $0.span) }, { $0.bytes }),
    .spelled("slot", { try PassphraseSlot(bytes: $0) }, { $0.bytes }),
    .taken("time-stamp-query") { try TimestampQuery(bytes: $0) },
    .taken("share") { bytes in
      let share = try Slip39Share(reading: secret(bytes))
      _ = consume share
    },
    .taken("invitation") { bytes in
      let code = try InvitationCode.code(from: secret(bytes))
      _ = consume code
    },
    .taken("vault-card") { try VaultCard(parsing: $0) },
    .taken("referral-word") { try Vault.checkReferralNote($0) },
  ]

  private static func secret(_ bytes: [UInt8]) throws -> SecretBytes {
    try SecretBytes(capacity: max(bytes.count, 1)) { out in for byte in bytes { out.append(byte) } }
  }
}
