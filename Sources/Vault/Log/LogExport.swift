import AuditLog
import Glibc
import Sealing

/// An export on its way: the writer that knows what is to be written, the vault that it is read from,
/// the folder that it goes to.
struct LogExport: ~Copyable {
  var writer: ExportWriter<VaultError>
  let vault: Vault
  private let folder: ExportFolder
  /// How many heads of witnesses and of authorities went with it, and how many did not.
  var cosigned = 0
  var stamped = 0
  var leftOut = 0

  init(
    vault: Vault, folder: ExportFolder, from: Int, _ progress: @escaping (Int) -> Void
  ) throws(VaultError) {
    let ledger = vault.ledger
    (self.vault, self.folder) = (vault, folder)
    writer = ExportWriter(
      head: try ledger.signedHead(),
      scope: ExportScope(origin: ledger.origin, size: ledger.frontier.size, from: from),
      roster: ledger.roster,
      leaves: { range throws(VaultError) in
        let leaves = try vault.leaves(range)
        progress(range.upperBound)
        return leaves
      },
      hash: { level, index throws(VaultError) in
        try vault.store.look { tx throws(VaultError) in
          try ledger.reader(tx).hash(level: level, index: index)
        }
      },
      read: folder.read, write: folder.write)
  }

  /// Keys, entries, tiles, directory. What is written is what the entries make, so that it is held
  /// against the signed head here, and not only by whoever gets it.
  mutating func begin() throws(VaultError) {
    // Without it nobody takes for whole what is not.
    try folder.remove(ExportPath.manifest.text)
    try writer.writeKeys()
    let written = try writer.writeLog()
    let ledger = vault.ledger
    guard written == Checkpoint(origin: ledger.origin, ledger.frontier) else {
      let first = try vault.store.look { tx throws(VaultError) in try ledger.firstMisfit(in: tx) }
      throw .logBroken(at: first)
    }
  }

  /// The head that this client remembered before, and the field table of the log.
  mutating func add(pin note: [UInt8]?, fields: FieldTable) throws(VaultError) {
    if let note, let pin = try? SignedNote(parsing: note) { try writer.addPin(pin) }
    let page = FieldTablePage(
      rows: fields.rules.map { rule in
        FieldTablePage.Row(
          id: Int(rule.id.rawValue), entity: Int(rule.entity),
          fieldClass: Int(rule.fieldClass.rawValue), readers: Int(rule.read.rawValue),
          writers: Int(rule.write.rawValue))
      })
    try writer.addSchema(page.bytes)
  }

  mutating func add(handles: HandlePage) throws(VaultError) {
    try writer.addHandles(handles.bytes)
  }

  mutating func add(report: [UInt8]) throws(VaultError) {
    // What nobody would read is not written either.
    guard report.count <= ExportPath.report.limit else { throw .exportUnwritable }
    try writer.addReport(report)
  }

  /// Takes away what an earlier export left and this one does not have, and signs the list.
  mutating func finish(
    signer: borrowing SigningKey, entry: Int
  ) throws(VaultError) -> ExportedLog {
    for name in try folder.names() where writer.isStale(name) { try folder.remove(name) }
    try folder.removeEmptyFolders()
    guard try writer.finish(signer: signer) else { throw .exportUnwritable }
    // The manifest says that all of it is there: so it must be on the disk.
    sync()
    return ExportedLog(
      size: writer.scope.size, first: writer.scope.first, written: writer.written,
      kept: writer.kept, cosigned: cosigned, stamped: stamped, leftOut: leftOut, entry: entry)
  }
}

extension Vault {
  /// The leaves of a range, in one short read.
  func leaves(_ range: Range<Int>) throws(VaultError) -> [[UInt8]] {
    var leaves: [[UInt8]] = []
    leaves.reserveCapacity(range.count)
    try store.look { tx throws(VaultError) in
      try tx.eachLeaf(from: range.lowerBound, below: range.upperBound) {
        index, bytes throws(VaultError) in
        guard index == range.lowerBound + leaves.count
        else { throw .logBroken(at: range.lowerBound + leaves.count) }
        leaves.append(bytes)
      }
    }
    guard leaves.count == range.count
    else { throw .logBroken(at: range.lowerBound + leaves.count) }
    return leaves
  }
}
