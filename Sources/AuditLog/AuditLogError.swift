public import Sealing

/// What can be wrong with a log, by the part that is wrong.
///
/// An error is a place and a code. It never holds a value, a name or a path: reports are printed and
/// sent on, and what did not parse may be anything.
public enum AuditLogError: Error, Hashable, Sendable {
  /// A signed note, a key text, a checkpoint or a proof file does not have its form.
  case note(NoteFault)
  /// The line of an entry, or the leaf around it, does not have its form.
  case entry(EntryFault)
  /// A Merkle proof does not prove what it was said to prove.
  case proof(ProofFault)
  /// An entry has its form but does not stand where it says it stands.
  case chain(ChainFault)
  /// The key that signed may not have signed this.
  case signer(SignerFault)
  /// The entry breaks a rule of the directory.
  case directory(DirectoryFault)
  /// The head of the log does not match the entries.
  case head(HeadFault)
  /// A time-stamp does not hold, or not for this log.
  case timestamp(TimestampFault)
  /// A file of an export, or beside it, is not what it must be.
  case export(ExportFault)

  /// The code of it, part and fault: what programs are told.
  public var code: String {
    switch self {
    case .note(let fault): "note.\(fault.rawValue)"
    case .entry(let fault): "entry.\(fault.rawValue)"
    case .proof(let fault): "proof.\(fault.rawValue)"
    case .chain(let fault): "chain.\(fault.rawValue)"
    case .signer(let fault): "signer.\(fault.rawValue)"
    case .directory(let fault): "directory.\(fault.rawValue)"
    case .head(let fault): "head.\(fault.rawValue)"
    case .export(let fault): "export.\(fault.rawValue)"
    case .timestamp(let fault): "timestamp.\(fault.rawValue)"
    }
  }
}
