import AuditLog
import Sealing

extension Vault {
  /// Examines a vault without unlocking anybody and without an entry: for one that is too much altered
  /// to be opened or to be written to. It shows no case, only what does not fit.
  ///
  /// - Parameters:
  ///   - book: a pin file: which of its heads hold the entries that fit; nil for none.
  ///   - handle: whose client's memory, which lies in `pins`, is held against them too.
  public static func examine(
    _ path: String, keptIn book: [UInt8]? = nil, by handle: String? = nil, pins: String = ""
  ) throws(VaultError) -> LogVerdict {
    try examine(path, keptIn: book, by: handle, pins: pins, opening: nil)
  }

  /// - Parameter keyring: of somebody who is unlocked, and whose look is written down.
  static func examine(
    _ path: String, keptIn book: [UInt8]? = nil, by handle: String? = nil, pins: String = "",
    opening keyring: Keyring?
  ) throws(VaultError) -> LogVerdict {
    let folder = VaultFolder(path)
    do {
      try folder.checkPresent()
    } catch .custodyMissing {
      // The entries tell of the records all the same (`custody`).
    } catch {
      guard error.isDamage else { throw error }
      return unread
    }
    do {
      var kept = KeptHeads()
      kept.book = book.flatMap { try? PinBook(parsing: $0).heads } ?? []
      let store = try Store(opening: folder.records, isExamined: true)
      return try examine(folder, store, kept, keyring) { custody, vault in
        let who = handle.flatMap { custody?.who($0) }
        return who.flatMap { try? PinFile(directory: pins, vault: vault, who: $0).read() }
      }
    } catch {
      guard error.isDamage || error == .notAVault else { throw error }
      return unread
    }
  }

  /// Not even the first entry can be read.
  private static var unread: LogVerdict {
    let finding = LogFinding(subject: .entry(0), code: "storage.log")
    return LogVerdict(Examination.Outcome(), [finding], entry: nil)
  }

  private static func examine(
    _ folder: VaultFolder, _ store: Store, _ kept: KeptHeads, _ keyring: Keyring?,
    pin: (Custody?, Identifier) -> Pin?
  ) throws(VaultError) -> LogVerdict {
    var findings: [LogFinding] = []
    let id = try identity(store, &findings)
    let custody = try custody(folder, vault: id, &findings)
    let isCustodyAltered = try custody?.file.isSchemaAltered() ?? false
    if try store.isSchemaAltered() || isCustodyAltered {
      findings.append(LogFinding(subject: .entry(0), code: "schema.tables"))
    }
    let fields = try? store.look { tx throws(VaultError) in try tx.fieldTable() }
    var kept = kept
    kept.pin = pin(custody, id)
    do {
      let outcome = try Examination(
        vault: id, store: store, custody: custody, fields: fields, kept: kept, keyring: keyring
      ).run()
      return LogVerdict(outcome, findings, entry: nil)
    } catch {
      // Tables that are not ours may not even answer. What is known is said.
      guard !findings.isEmpty else { throw error }
      return LogVerdict(Examination.Outcome(), findings, entry: nil)
    }
  }

  /// Which vault it is. Its first entry brings in the key that it is named after; what else the file
  /// says is a copy of that.
  private static func identity(
    _ store: Store, _ findings: inout [LogFinding]
  ) throws(VaultError) -> Identifier {
    let (copy, leaf) = try store.look { tx throws(VaultError) in
      (try? tx.vault().id, try? tx.leaf(at: 0))
    }
    guard let leaf, let name = try? Leaf(parsing: leaf).entry.vkey,
      let root = try? NoteKey(parsing: name)
    else {
      if let copy { return copy }
      return try store.look { tx throws(VaultError) in try tx.vault().id }
    }
    let id = root.key.digest.identifier
    if copy != id { findings.append(LogFinding(subject: .entry(0), code: "vault.id")) }
    return id
  }

  /// Custody as far as it can be read.
  private static func custody(
    _ folder: VaultFolder, vault: Identifier, _ findings: inout [LogFinding]
  ) throws(VaultError) -> Custody? {
    guard folder.hasCustody else {
      findings.append(.damaged("storage.custody"))
      return nil
    }
    do {
      let custody = try Custody(opening: folder.custody, vault: vault, isExamined: true)
      if custody.isOfAnotherVault {
        findings.append(LogFinding(subject: .entry(0), code: "custody.vault"))
      }
      return custody
    } catch .custodyMissing {
      findings.append(LogFinding(subject: .entry(1), code: "custody.missing"))
    } catch {
      guard error.isDamage || error == .notAVault else { throw error }
      findings.append(.damaged("storage.custody"))
    }
    return nil
  }
}

extension LogFinding {
  /// A file that cannot be read any further: no entry and no case is to blame.
  static func damaged(_ code: String) -> LogFinding {
    LogFinding(subject: .file(pseudonym: "", entry: nil), code: code)
  }
}
