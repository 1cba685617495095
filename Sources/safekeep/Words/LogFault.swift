/// How the log can fail to fit, as the porch tells it. The raw value is the reason in `--json`.
///
/// The parts that do not have their form (entry, note, proof) are one kind each: what exactly is
/// malformed is for those who read the code in `--json`, not for a sentence.
enum LogFault: String, CaseIterable, Sendable {
  case entryForm = "entry"
  case noteForm = "note"
  case proof
  case origin
  case seq
  /// An entry that must be there is not.
  case missing
  case prev
  case aseq
  case clock
  case unknownKey = "unknown_key"
  case notInForce = "not_in_force"
  case suspended
  case noRole = "no_role"
  case signature
  case directory
  case headSize = "head_size"
  case headRoot = "head_root"
  case logSignature = "log_signature"
  case memberLine = "member_line"
  /// The log has fewer entries than it had.
  case rollback
  /// The log has other entries than it had.
  case splitView = "split_view"
  /// The data beside the log is not what the log says it is.
  case manifest
  case custodyBehind = "custody_behind"
  /// The records are older than custody.
  case custodyAhead = "custody_ahead"
  /// A key of the vault itself in custody is not the one that the log names.
  case custodyKeys = "custody_keys"
  /// A hash that is kept beside an entry does not fit it; the entry does.
  case storedHash = "stored_hash"
  case storedTile = "stored_tile"
  case storedFrontier = "stored_frontier"
  /// Tables or triggers that this program does not make.
  case tables
  case fieldTable = "field_table"
  case ruleBook = "rule_book"
  /// The one that waits for a second person.
  case ruleProposal = "rule_proposal"
  case rootKey = "root_key"
  /// A file that says it is of another vault.
  case vaultName = "vault_name"
  /// Keys that custody is to destroy, and no entry says so.
  case pending
  /// The records file cannot be read from an entry on.
  case damaged
  /// A file cannot be read whole, beside the entries.
  case damagedBeside = "damaged_beside"
  case officeKey = "office_key"
  /// A sealed share of the recovery seed.
  case recoveryShare = "recovery_share"
  case memberRow = "member_row"
  case handle
  /// A case that the log states and the file does not hold.
  case caseMissing = "case_missing"
  /// A case in the file that the log never stated.
  case caseUnstated = "case_unstated"
  /// A case in an earlier state than the one that was last stated.
  case caseOlder = "case_older"
  /// Without the key of its pseudonym nobody can say which case of the log it is.
  case caseKey = "case_key"
  /// The same, since a restore, as two people accepted.
  case caseGap = "case_gap"
  /// The numbers from which the next change of a case goes on.
  case caseRow = "case_row"
  case caseCare = "case_care"
  case caseExcerpt = "case_excerpt"
  /// A file that is kept in a case.
  case caseEvidence = "case_evidence"
  /// Which field the person keeps from whom.
  case caseRestriction = "case_restriction"
  /// A draft that is not the one that its author kept.
  case caseDraft = "case_draft"
  /// Which version of a class key counts.
  case caseKeys = "case_keys"
  case caseGrants = "case_grants"
  case caseWrap = "case_wrap"
  /// What is kept of a witness's line, or of a time-stamp.
  case cosignature
  case timeStamp = "time_stamp"
  case askedHead = "asked_head"
  /// Found on the way to something else, which says where and not why.
  case unsound

  /// Whether two people may go on all the same (`log accept-rollback`).
  var isOfPutBack: Bool { self == .rollback || self == .custodyAhead }

  /// What the vault's code of a finding is called here.
  init(finding code: String) {
    let parts = code.split(separator: ".", maxSplits: 1).map(String.init)
    let (kind, fault) = (parts.first ?? "", parts.last ?? "")
    self =
      switch kind {
      case "entry": .entryForm
      case "note": .noteForm
      case "proof": .proof
      case "directory": .directory
      case "chain": LogFault(rawValue: fault) ?? .unsound
      case "signer": Self.signer[fault] ?? .signature
      case "head": Self.head[fault] ?? .headRoot
      case "case": Self.file[fault] ?? .manifest
      case "office": .officeKey
      case "cosign": .cosignature
      case "asked": .askedHead
      case "anchor": .timeStamp
      default: Self.beside[code] ?? .unsound
      }
  }

  private static let signer: [String: LogFault] = [
    "unknownKey": .unknownKey, "notInForce": .notInForce, "suspended": .suspended,
    "noRole": .noRole,
  ]

  private static let head: [String: LogFault] = [
    "origin": .origin, "size": .headSize, "logSignature": .logSignature,
    "memberLine": .memberLine, "pin": .splitView, "rollback": .rollback,
  ]

  private static let file: [String: LogFault] = [
    "missing": .caseMissing, "unstated": .caseUnstated, "older": .caseOlder, "key": .caseKey,
    "row": .caseRow, "care": .caseCare, "excerpt": .caseExcerpt, "keys": .caseKeys,
    "restriction": .caseRestriction, "draft": .caseDraft, "evidence": .caseEvidence,
    "gap": .caseGap, "grants": .caseGrants, "pack": .caseWrap, "batch": .caseWrap,
  ]

  private static let beside: [String: LogFault] = [
    "stored.hash": .storedHash, "stored.tile": .storedTile, "stored.frontier": .storedFrontier,
    "custody.logKey": .custodyKeys, "custody.constants": .custodyKeys,
    "custody.behind": .custodyBehind, "custody.ahead": .custodyAhead, "schema.tables": .tables,
    "schema.fields": .fieldTable,
    "schema.rules": .ruleBook, "schema.proposal": .ruleProposal, "vault.root": .rootKey,
    "vault.id": .vaultName, "custody.vault": .vaultName, "custody.missing": .custodyKeys,
    "pending.row": .pending, "storage.log": .damaged, "storage.records": .damagedBeside,
    "storage.custody": .damagedBeside, "member.row": .memberRow,
    "staff.handle": .handle, "recovery.share": .recoveryShare,
  ]
}
