import AuditLog
import FoundationEssentials
import Sealing

extension Vault {
  /// Leaves read in one look: a reader holds up writers only that long.
  private static let leavesAtOnce = 4_096

  /// Hands over every leaf below a size, in order, read anew and hashed up to the head that this process
  /// verified. Nothing is held open while the body works.
  ///
  /// - Parameter rec: only those that name this case, and perhaps some more.
  /// - Throws: `logBroken` where a leaf or the root over all does not fit; what was handed over until
  ///   then counts for nothing.
  func eachLeaf(
    below end: Int, naming rec: Identifier? = nil, _ body: (Leaf) throws(VaultError) -> Void
  ) throws(VaultError) {
    let name = rec.map(written)
    var frontier = Frontier()
    let (size, root) = (ledger.frontier.size, ledger.frontier.root)
    while frontier.size < size {
      for bytes in try leaves(from: frontier.size, below: size) {
        if let name, !bytes.holds(name) {
          frontier.append(Tree.leafHash(bytes))
          continue
        }
        let leaf: Leaf
        do { leaf = try Leaf(parsing: bytes, origin: origin) } catch {
          throw .logBroken(at: frontier.size)
        }
        guard leaf.entry.seq == frontier.size else { throw .logBroken(at: frontier.size) }
        frontier.append(leaf.hash)
        if leaf.entry.seq < end { try body(leaf) }
      }
    }
    guard frontier.root == root else { throw .logBroken(at: nil) }
  }

  /// As an entry has it (Format, "Entries"): base64url without padding.
  private func written(_ rec: Identifier) -> [UInt8] {
    Data(rec.bytes).base64EncodedString().utf8.compactMap { digit in
      switch digit {
      case UInt8(ascii: "+"): UInt8(ascii: "-")
      case UInt8(ascii: "/"): UInt8(ascii: "_")
      case UInt8(ascii: "="): nil
      default: digit
      }
    }
  }

  private func leaves(from first: Int, below size: Int) throws(VaultError) -> [[UInt8]] {
    let end = min(first + Self.leavesAtOnce, size)
    var found: [[UInt8]] = []
    try store.look { tx throws(VaultError) in
      try tx.eachLeaf(from: first, below: end) { _, bytes throws(VaultError) in
        found.append(bytes)
      }
    }
    guard found.count == end - first else { throw .logBroken(at: first + found.count) }
    return found
  }
}

extension [UInt8] {
  /// Whether a part stands in them anywhere.
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    guard let first = part.first, count >= part.count else { return false }
    for at in 0...(count - part.count) where self[at] == first {
      if self[at..<(at + part.count)].elementsEqual(part) { return true }
    }
    return false
  }
}
