/// A file of an export, by what it holds. Its path is relative to the directory, with `/` between.
public enum ExportPath: Hashable, Sendable {
  /// The signed head of the exported size.
  case checkpoint
  /// The signed list of all files that the tree does not bind. Written last.
  case manifest
  /// The field table that the log adopted last.
  case schema
  /// The handles behind the actors, where they were asked for.
  case handles
  /// The report, as text.
  case report
  /// Hashes of the tree, or a bundle of entries.
  case tile(Tile)
  /// A leaf of the directory, by its index.
  case leaf(Int)
  /// The proof of it.
  case proof(Int)
  /// A log key, by its place in the order of coming into force, from 0.
  case logKey(Int)
  /// The key of an actor.
  case actorKey(ActorID)
  /// The key of a witness, by its short number.
  case witnessKey(UInt32)
  /// The proof that a smaller tree is the beginning of a larger one.
  case consistency(old: Int, new: Int)
  /// A head that the exporting client had kept, by its size.
  case pin(Int)
  /// A head and the lines of one witness under it.
  case cosignature(size: Int, witness: UInt32)
  /// What was time-stamped, by size and number.
  case stamped(size: Int, number: Int)
  /// The time-stamp's answer.
  case stamp(size: Int, number: Int)

  /// Whether the tree binds the file, by itself or by a proof; every other one stands in the manifest.
  public var isBoundByTree: Bool {
    switch self {
    case .checkpoint, .manifest, .tile, .leaf, .proof: true
    default: false
    }
  }

  /// The path.
  public var text: String {
    switch self {
    case .checkpoint: "checkpoint"
    case .manifest: "manifest"
    case .schema: "schema.json"
    case .handles: "handles.tsv"
    case .report: "REPORT.txt"
    case .tile(let tile): tile.path
    case .leaf(let seq): "directory/\(seq).leaf"
    case .proof(let seq): "directory/\(seq).tlog-proof"
    case .logKey(let number): "keys/log-\(number).vkey"
    case .actorKey(let actor): "keys/a-\(actor).vkey"
    case .witnessKey(let id): "keys/witness-\(Hexadecimal.text(id)).vkey"
    case .consistency(let old, let new): "consistency/\(old)-\(new)"
    case .pin(let size): "pins/\(size).checkpoint"
    case .cosignature(let size, let witness):
      "cosigs/\(size)-\(Hexadecimal.text(witness)).checkpoint"
    case .stamped(let size, let number): "tsr/\(size)-\(number).note"
    case .stamp(let size, let number): "tsr/\(size)-\(number).tsr"
    }
  }

  /// The file at a path. Nil unless ``text`` would write it so.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: 0x2f, omittingEmptySubsequences: false).map(Array.init)
    let found: ExportPath? =
      switch (parts.first.map { String(decoding: $0, as: UTF8.self) }, parts.count) {
      case ("checkpoint", 1): .checkpoint
      case ("manifest", 1): .manifest
      case ("schema.json", 1): .schema
      case ("handles.tsv", 1): .handles
      case ("REPORT.txt", 1): .report
      case ("tile", _): Tile(path: text).map { .tile($0) }
      case ("directory", 2): Self.shown(parts[1])
      case ("keys", 2): Self.key(parts[1])
      case ("consistency", 2):
        Self.pair(parts[1], "").map { .consistency(old: $0, new: $1) }
      case ("pins", 2): Self.number(parts[1], "", ".checkpoint").map { .pin($0) }
      case ("cosigs", 2): Self.cosigned(parts[1])
      case ("tsr", 2):
        Self.pair(parts[1], ".note").map { .stamped(size: $0, number: $1) }
          ?? Self.pair(parts[1], ".tsr").map { .stamp(size: $0, number: $1) }
      default: nil
      }
    guard let found, found.text.utf8.elementsEqual(text.utf8) else { return nil }
    self = found
  }

  private static func shown(_ name: [UInt8]) -> ExportPath? {
    number(name, "", ".leaf").map { .leaf($0) }
      ?? number(name, "", ".tlog-proof").map { .proof($0) }
  }

  private static func key(_ name: [UInt8]) -> ExportPath? {
    if let number = number(name, "log-", ".vkey") { return .logKey(number) }
    guard let middle = between(name, "", ".vkey") else { return nil }
    if let digits = between(middle, "a-", "") {
      return ActorID(String(decoding: digits, as: UTF8.self)).map { .actorKey($0) }
    }
    return between(middle, "witness-", "").flatMap(Hexadecimal.half).map { .witnessKey($0) }
  }

  private static func cosigned(_ name: [UInt8]) -> ExportPath? {
    let parts = between(name, "", ".checkpoint")?.split(separator: 0x2d) ?? []
    guard parts.count == 2, let size = Decimal.value(of: parts[0]),
      let witness = Hexadecimal.half(Array(parts[1]))
    else { return nil }
    return .cosignature(size: size, witness: witness)
  }

  /// Two numbers with a hyphen between, and an end.
  private static func pair(_ name: [UInt8], _ end: String) -> (Int, Int)? {
    let parts = between(name, "", end)?.split(separator: 0x2d) ?? []
    guard parts.count == 2, let first = Decimal.value(of: parts[0]),
      let second = Decimal.value(of: parts[1])
    else { return nil }
    return (first, second)
  }

  private static func number(_ name: [UInt8], _ start: String, _ end: String) -> Int? {
    between(name, start, end).flatMap { Decimal.value(of: $0) }
  }

  private static func between(_ name: [UInt8], _ start: String, _ end: String) -> [UInt8]? {
    guard name.starts(with: start.utf8), name.reversed().starts(with: end.utf8.reversed()),
      name.count >= start.utf8.count + end.utf8.count
    else { return nil }
    return Array(name.dropFirst(start.utf8.count).dropLast(end.utf8.count))
  }
}
