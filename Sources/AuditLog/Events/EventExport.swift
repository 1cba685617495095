import Sealing

/// Writes entries in the form of another system, one by one and without memory of the last.
///
/// Each line carries the entry's index, the hash of its leaf and the checkpoint that the leaf is under, so
/// that a row in another system can be traced back to the log and proven from it. It says what the leaf
/// says, which is codes and pseudonyms; a handle only where the caller gives one.
public struct EventExport: Sendable {
  public let form: EventForm
  public let checkpoint: Checkpoint

  public init(_ form: EventForm, under checkpoint: Checkpoint) {
    (self.form, self.checkpoint) = (form, checkpoint)
  }

  /// What stands before the first line: the header of a table, or nothing.
  public var head: [UInt8] { form == .csv ? EventRow.header : [] }

  /// The line of an entry, with its end.
  public func line(of leaf: Leaf, _ names: EventNames = EventNames()) -> [UInt8] {
    var out: [UInt8] = []
    switch form {
    case .fhir: FHIREvent(leaf, names, checkpoint).value.write(to: &out)
    case .ocsf: OCSFEvent(leaf, names, checkpoint).value.write(to: &out)
    case .csv: return EventRow.line(leaf, names, checkpoint)
    case .ndjson: verbatim(leaf, names).write(to: &out)
    }
    return out + [0x0a]
  }

  private func verbatim(_ leaf: Leaf, _ names: EventNames) -> EventValue {
    let isNoted = leaf.entry.isNotedOnly
    return .object([
      ("entry", .raw(leaf.entry.encoded())),
      ("handle", .text(isNoted ? names.tried : names.actor)),
      ("noted_by", isNoted ? .text(names.actor) : nil),
      ("leaf", .string(Self.hash(leaf.hash))), ("checkpoint", Self.value(checkpoint)),
    ])
  }

  static func hash(_ digest: Digest) -> String { Base64.text(digest.bytes) }

  static func value(_ checkpoint: Checkpoint) -> EventValue {
    .object([
      ("origin", .string(checkpoint.origin)), ("size", .integer(checkpoint.size)),
      ("root", .string(hash(checkpoint.root))),
    ])
  }
}
