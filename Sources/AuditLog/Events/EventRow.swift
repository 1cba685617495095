import Sealing

/// Entries as rows of a table (RFC 4180).
///
/// Pseudonyms and hashes are hexadecimal: base64 may begin with a hyphen or a plus, and a spreadsheet
/// takes that for a formula.
enum EventRow {
  private static let columns = [
    "seq", "time", "act", "out", "why", "actor", "handle", "role", "purp", "rec", "item", "fields",
    "class", "kind", "n", "by", "ref", "subj", "grole", "epoch", "sid", "who",
    "noted_by", "leaf", "origin", "size",
    "root", "gen",
  ]

  static var header: [UInt8] { Array((columns.joined(separator: ",") + "\r\n").utf8) }

  static func line(_ leaf: Leaf, _ names: EventNames, _ checkpoint: Checkpoint) -> [UInt8] {
    let entry = leaf.entry
    // Nobody is the actor of a failed unlocking: `handle` is the name that was tried.
    let isNoted = entry.isNotedOnly
    let handle = isNoted ? names.tried : names.actor
    let cells: [String?] = [
      String(entry.seq), EventTime.text(entry.t), entry.act, entry.out.rawValue,
      entry.why?.rawValue, isNoted ? nil : entry.actor.description, handle.map(quoted), entry.role,
      entry.purp,
      entry.rec?.hex, entry.item?.hex, entry.fields?.joined(separator: ";"),
      number(entry.class), entry.kind, number(entry.n), number(entry.by), number(entry.ref),
      entry.subj?.description, entry.grole, number(entry.epoch), entry.sid,
      entry.who?.hex, isNoted ? names.actor.map(quoted) ?? entry.actor.description : nil,
      leaf.hash.hex, checkpoint.origin, String(checkpoint.size),
      checkpoint.root.hex, number(entry.gen),
    ]
    return Array((cells.map { $0 ?? "" }.joined(separator: ",") + "\r\n").utf8)
  }

  private static func number(_ value: Int?) -> String? { value.map(String.init) }

  /// A handle may hold anything; quotes are doubled, and what a spreadsheet would run is not begun with.
  private static func quoted(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    var out = isFormula ? "\"'" : "\""
    for character in text { out += character == "\"" ? "\"\"" : String(character) }
    return out + "\""
  }
}
