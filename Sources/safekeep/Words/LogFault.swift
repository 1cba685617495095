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
  /// Found on the way to something else, which says where and not why.
  case unsound
}
