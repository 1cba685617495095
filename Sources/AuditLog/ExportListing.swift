import Sealing

/// The files of an export by what they are; nothing may lie there that is not accounted for.
struct ExportListing {
  /// Leaves of the directory that were not met in the log yet.
  var leaves: Set<Int> = []
  /// All files that the manifest binds, in the order of their paths.
  private(set) var beside: [ExportPath] = []

  /// - Throws: a finding with `unlisted`, `missing` or `altered` and the path.
  init(
    _ paths: [String], _ manifest: ExportManifest, read: (String) -> [UInt8]?
  ) throws(ExportFinding) {
    var proofs: Set<Int> = []
    for path in paths.sorted() {
      guard let kind = ExportPath(path) else { throw .init(path: path, .export(.unlisted)) }
      switch kind {
      case .checkpoint, .manifest: break
      case .tile(let tile):
        guard manifest.scope.holds(tile) else { throw .init(kind, .unlisted) }
      case .leaf(let seq): leaves.insert(seq)
      case .proof(let seq): proofs.insert(seq)
      default:
        guard manifest.files[path] != nil else { throw .init(kind, .unlisted) }
        beside.append(kind)
      }
    }
    let shown = Set(manifest.shown)
    for seq in leaves.union(proofs).union(shown).sorted() {
      guard shown.contains(seq) else { throw .init(.leaf(seq), .unlisted) }
      guard leaves.contains(seq) else { throw .init(.leaf(seq), .missing) }
      guard proofs.contains(seq) else { throw .init(.proof(seq), .missing) }
    }
    for (path, digest) in manifest.files.sorted(by: { $0.key < $1.key }) {
      guard let bytes = read(path) else { throw .init(path: path, .export(.missing)) }
      guard Digest.of(bytes) == digest else { throw .init(path: path, .export(.altered)) }
    }
  }

  /// Sizes of which something here is, or speaks of, a head.
  func sizes(from: Int) -> Set<Int> {
    var sizes: Set<Int> = from > 0 ? [from] : []
    for path in beside {
      switch path {
      case .pin(let size), .cosignature(let size, _), .stamped(let size, _): sizes.insert(size)
      case .consistency(let old, _): sizes.insert(old)
      default: break
      }
    }
    return sizes
  }

  /// The leaves of the directory as they lie here, in their order, as far as they are any.
  func shown(of origin: String, _ read: (String) -> [UInt8]?) -> [Leaf] {
    leaves.sorted().compactMap { seq in
      guard let bytes = read(ExportPath.leaf(seq).text),
        let leaf = try? Leaf(parsing: bytes, origin: origin)
      else { return nil }
      return leaf.entry.seq == seq ? leaf : nil
    }
  }

  /// The hashes of all tokens, none of them met yet.
  func tokens(_ read: (String) -> [UInt8]?) -> [Digest: Int?] {
    var tokens: [Digest: Int?] = [:]
    for case .stamp(let size, let number) in beside {
      guard let token = read(ExportPath.stamp(size: size, number: number).text) else { continue }
      tokens[Digest.of(token)] = .some(nil)
    }
    return tokens
  }
}
