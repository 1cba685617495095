import Vault

/// What passes between vaults, and why it does not.
extension VaultError {
  var transferFault: Fault {
    switch self {
    case .card(let fault):
      Fault(.badData, reason: fault.rawValue, hint: { $0.cardHint(fault) }) { $0.reason(fault) }
    case .file(let fault):
      Fault(.badData, reason: fault.rawValue, hint: { $0.fileHint(fault) }) { $0.reason(fault) }
    case .foreignFields(let fields):
      Fault(
        .badData, reason: "foreign_fields",
        details: [
          .init("fields", .array(fields.map { .integer(Int($0.rawValue)) }))
        ]
      ) { $0.foreignFields(fields.map { String($0.rawValue) }.joined(separator: ", ")) }
    case .transferRefused(let fault, let entry):
      Fault(
        .denied, reason: fault.rawValue, entry: entry, hint: { $0.transferHint(fault) }
      ) { $0.denied($0.reason(fault), entry: entry) }
    case .retractionsWait(let asked, let entry):
      Fault(
        .denied, reason: "retractions_wait", entry: entry,
        details: [
          .init("why", .string(Refusal.state.rawValue)),
          .init("asked", .array(asked.map(JSONValue.integer))),
        ], hint: { $0.retractionsWaitHint }
      ) {
        $0.denied(
          $0.retractionsWait(asked.map(String.init).joined(separator: ", ")), entry: entry)
      }
    case .caseGone(let entry, let place):
      Fault(
        .notFound, reason: "case_gone", entry: entry,
        details: place.told.map { [.init("transferred_to", .string($0))] } ?? [],
        hint: { words in
          switch place {
          case .office(let name): words.caseGoneTo(Escaping.line(name))
          case .leadsKnow: words.caseGoneAskLead
          case .unknown: words.caseGoneUnknown
          }
        }
      ) { $0.caseGone(entry: entry) }
    case .transfer(let fault):
      Fault(.badData, reason: fault.rawValue, hint: { $0.transferHint(fault) }) {
        $0.reason(fault)
      }
    default: Fault(.failed) { $0.unexpected }
    }
  }
}

extension HandedTo {
  fileprivate var told: String? {
    if case .office(let name) = self { return name }
    return nil
  }
}
