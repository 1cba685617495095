import AuditLog
import Sealing
import Testing

/// A folder that is none: files by path, in memory.
/// Tests fill it and then only read it.
final class SampleFolder: @unchecked Sendable {
  var files: [String: [UInt8]] = [:]
  /// Paths in the order in which they were put there.
  var order: [String] = []

  func put(_ path: String, _ bytes: [UInt8]) {
    files[path] = bytes
    order.append(path)
  }
}

/// Every hash of a tree, kept the simple way.
struct SampleTree {
  private var levels: [[Digest]]

  init(_ leaves: [[UInt8]]) {
    levels = [leaves.map(Tree.leafHash)]
    while let last = levels.last, last.count > 1 {
      levels.append(
        (0..<last.count / 2).map { Tree.nodeHash(last[2 * $0], last[2 * $0 + 1]) })
    }
  }

  func hash(_ level: Int, _ index: Int) -> Digest { levels[level][index] }

  func root(_ size: Int) -> Digest { Tree.root(size: size, read: hash) }
}

/// An export of a log of the tests: made by the writer, into memory.
struct SampleExport {
  var vault: SampleVault
  let folder: SampleFolder
  let tree: SampleTree
  let head: SignedNote

  /// A log of so many entries, the last of which says that it was exported.
  static func vault(entries: Int) throws -> SampleVault {
    var vault = try SampleVault()
    try vault.work(entries - vault.log.size - 1)
    try vault.log.append(Act.auditExport, by: vault.lead) { $0.kind = "log" }
    return vault
  }

  init(
    _ vault: SampleVault, from: Int = 0, into folder: SampleFolder = SampleFolder(),
    beside: (inout ExportWriter<Never>, SampleTree) throws -> Void = { _, _ in }
  ) throws {
    self.vault = vault
    self.folder = folder
    let leaves = vault.log.leaves
    let tree = SampleTree(leaves)
    self.tree = tree
    head = try SignedNote(parsing: vault.log.head(by: vault.lead))
    let scope = ExportScope(origin: vault.log.origin, size: leaves.count, from: from)
    var writer = ExportWriter<Never>(
      head: head, scope: scope, roster: vault.log.roster, leaves: { Array(leaves[$0]) },
      hash: { tree.hash($0, $1) }, read: { folder.files[$0] }, write: { folder.put($0, $1) })
    folder.files["manifest"] = nil
    writer.writeKeys()
    let written = writer.writeLog()
    #expect(try Checkpoint(parsing: head.text) == written)
    try beside(&writer, tree)
    for path in folder.files.keys where writer.isStale(path) { folder.files[path] = nil }
    let isFinished = writer.finish(signer: vault.lead.key)
    #expect(isFinished)
  }

  var paths: Set<String> { Set(folder.files.keys) }

  /// A head of an earlier size, signed as it was then; the member line is the lead's.
  func head(_ size: Int) throws -> SignedNote {
    try Self.head(size, tree.root(size), vault)
  }

  static func head(_ size: Int, _ root: Digest, _ vault: SampleVault) throws -> SignedNote {
    try Checkpoint(origin: vault.log.origin, size: size, root: root)
      .signed(log: vault.log.log(size: size).key, member: vault.lead.key)
  }
}
