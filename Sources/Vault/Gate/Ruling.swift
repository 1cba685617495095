import AuditLog

/// What an act came to inside its transaction. A refusal is committed like anything else: it has its
/// entry before the person hears of it.
enum Ruling<Value> {
  case allowed(Value)
  case refused(Refusal, entry: Int)

  func get() throws(VaultError) -> Value {
    switch self {
    case .allowed(let value): return value
    case .refused(let reason, let entry): throw .denied(reason, entry: entry)
    }
  }
}

extension Ruling where Value == Receipt {
  /// The same, for who wants the entry alone.
  var entry: Ruling<Int> {
    switch self {
    case .allowed(let receipt): .allowed(receipt.entry)
    case .refused(let reason, let entry): .refused(reason, entry: entry)
    }
  }
}
