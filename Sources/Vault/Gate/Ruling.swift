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
