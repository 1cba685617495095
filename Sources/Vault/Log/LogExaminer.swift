import AuditLog
import Sealing

/// Reads the whole log and trusts no stored hash: every leaf is hashed and its signature checked, the
/// hashes stored beside the leaves are held against them, and what the leaves say of each case is kept
/// for the data check. Memory grows with the number of cases (some 400 bytes each), not with the log.
///
/// It reads in transactions of its caller's, a bounded piece in each, and goes on where it stopped: so
/// that whatever is looked at beside the log is held against the log of that very moment.
final class LogExaminer {
  private let operations: Set<String>
  private let restrictors: RoleSet
  private let classes: [UInt32: FieldClass]
  private var verifier: LogVerifier
  private var hashes = StoredHashes()
  private(set) var stated: [Identifier: LastStated] = [:]
  private(set) var office = StatedOffice()
  private(set) var gaps = StatedGaps()
  /// The first entry that does not fit. Nothing after it was read.
  private(set) var broken: LogFinding?
  /// The first stored hash and the first tile that do not fit the entries.
  private(set) var misfits: [LogFinding] = []

  var size: Int { verifier.frontier.size }
  var roster: Roster { verifier.roster }
  var frontier: Frontier { verifier.frontier }
  /// The entries that state what witnesses and authorities gave.
  private(set) var receipts: [Int: Entry] = [:]
  /// Sizes of which somebody keeps a head, and the roots that were passed there.
  private let kept: Set<Int>
  private(set) var roots: [Int: Digest] = [:]

  /// What the log says last of one case.
  struct LastStated {
    var man: Digest
    var previous: Digest
    var seq: Int
    /// The latest claimed time of a change of the case, UTC milliseconds.
    var time = Int.min
    var isErased = false
    /// The entry that says that the keys of the case were destroyed: only its row is left.
    var destroyed: Int?
    /// Who cares, each with the entry that gave it.
    var care: [Given] = []
    /// Who was given copies.
    var copies: [Copies] = []
    /// The last entry that took somebody's access: keys of before it are due.
    var ended: Int?
    var row = StatedRow()
    /// Which fields are kept from whom.
    var restrictions = StatedRestrictions()
    var emergencies = StatedEmergencies()
    /// Keys that nobody holds any more, because what lay under them was erased.
    var erased = ErasedKeys()
  }

  struct Given: Hashable {
    var care: Care
    var since: Int
  }

  /// An excerpt, as its entry gives it.
  struct Copies: Hashable {
    var member: MemberID
    var keyClass: UInt16
    var since: Int
  }

  /// Leaves read in one transaction: a reader holds up writers only that long.
  private static let chunk = 4_096

  /// - Parameters:
  ///   - operations: the codes of the fields of operations rows.
  ///   - restrictors: the roles that write restrictions.
  ///   - classes: of the fields of the table, by their numbers.
  ///   - kept: sizes of which somebody keeps a head.
  init(
    origin: String, operations: Set<String>, restrictors: RoleSet,
    classes: [UInt32: FieldClass] = [:], kept: Set<Int> = []
  ) throws(VaultError) {
    (self.operations, self.restrictors, self.kept) = (operations, restrictors, kept)
    self.classes = classes
    do { verifier = try LogVerifier(origin: origin) } catch { throw .notAVault }
  }

  /// Takes in what is new in the log, at most one chunk.
  ///
  /// - Returns: whether the head, as this transaction sees it, is reached and nothing is broken.
  func isAtHead(of tx: Transaction) throws(VaultError) -> Bool {
    guard broken == nil else { return false }
    let head = try tx.head()?.size ?? 0
    let end = min(size + Self.chunk, head)
    try tx.eachStoredLeaf(from: size, below: end) { leaf throws(VaultError) in
      if broken == nil { try take(leaf, tx) }
    }
    let last = try tx.largestLeafIndex() ?? -1
    if broken == nil, size != end {
      // The head counts entries that are not there, at the end or before others.
      refuse(Finding(seq: min(size, head), fault: size < head ? .chain(.missing) : .head(.size)))
    }
    guard broken == nil, end == head else { return false }
    guard last == size - 1, try tx.smallestLeafIndex() ?? 0 >= 0 else {
      refuse(Finding(seq: size, fault: .head(.size)))
      return false
    }
    return true
  }

  private func take(
    _ leaf: Transaction.StoredLeaf, _ tx: Transaction
  ) throws(VaultError) {
    do throws(Finding) {
      guard leaf.index == size else { throw Finding(seq: size, fault: .chain(.missing)) }
      try verifier.consume(leaf.bytes)
    } catch { return refuse(error) }
    if kept.contains(size) { roots[size] = frontier.root }
    if let misfit = try hashes.take(leaf, tx) { note(misfit) }
    note(leaf.bytes, Directory(verifier.roster))
  }

  /// Lets an act on many cases change what is stated of each.
  func editStated(_ edit: (inout LastStated) -> Void) {
    for index in stated.values.indices { edit(&stated.values[index]) }
  }

  private func refuse(_ finding: Finding) {
    broken = LogFinding(subject: .entry(finding.seq), code: finding.fault.code)
  }

  private func note(_ misfit: StoredHashes.Misfit) {
    let code = misfit.isTile ? "stored.tile" : "stored.hash"
    guard !misfits.contains(where: { $0.code == code }) else { return }
    misfits.append(LogFinding(subject: .entry(misfit.entry), code: code))
  }

  /// Holds the head against what was read, in the transaction that reached it.
  ///
  /// - Returns: the checkpoint's text, where it fits.
  func checkpoint(_ tx: Transaction) throws(VaultError) -> String {
    if let misfit = try hashes.stray(tx) { note(misfit) }
    let head = try tx.head()
    if let head, head.frontier != verifier.frontier.encoded() {
      misfits.append(LogFinding(subject: .entry(size - 1), code: "stored.frontier"))
    }
    do {
      let checkpoint = try verifier.finish(head: head?.note ?? [])
      return String(decoding: checkpoint.text, as: UTF8.self)
    } catch {
      refuse(error)
      return ""
    }
  }

  private func note(_ bytes: [UInt8], _ directory: Directory) {
    guard let entry = try? Leaf(parsing: bytes).entry, entry.out == .ok else { return }
    office.follow(entry)
    gaps.follow(entry, directory)
    if entry.act == Act.cosignReceipt || entry.act == Act.anchorReceipt {
      receipts[entry.seq] = entry
    }
    if entry.act == Act.memberSuspend || entry.act == Act.roleRemove {
      followLeaving(entry, directory)
    }
    if entry.act == Act.keyRotate, entry.kind == Vault.custodyKind, let made = entry.gen {
      editStated { if $0.destroyed == nil { $0.row.follow(generation: made) } }
    }
    guard let rec = entry.rec else { return }
    // Nobody opens the same case twice: a second such entry gives nothing.
    let isFirst = stated[rec] == nil
    if let man = entry.man {
      var last = stated[rec] ?? LastStated(man: man, previous: man, seq: entry.seq)
      (last.previous, last.man) = (isFirst ? Manifest.beforeFirst : last.man, man)
      (last.seq, last.time) = (entry.seq, max(last.time, entry.t))
      stated[rec] = last
    }
    let before = stated[rec]?.care ?? []
    if entry.act != Act.recordCreate || isFirst { stated[rec]?.follow(entry, directory) }
    stated[rec]?.row.follow(entry, directory, operations: operations)
    stated[rec]?.emergencies.follow(entry, directory, asOf: true)
    let after = stated[rec]?.care ?? []
    stated[rec]?.row.follow(from: before, to: after, seq: entry.seq)
    stated[rec]?.restrictions.follow(
      entry, isByOneWhoMay: mayRestrict(entry, having: before, directory))
    noteErased(by: entry, of: rec)
    guard CaseDestruction.isStated(by: entry) else { return }
    stated[rec]?.isErased = entry.act == Act.caseErase
    stated[rec]?.destroyed = entry.seq
  }
}

extension LogExaminer {
  private func noteErased(by entry: Entry, of rec: Identifier) {
    guard let places = stated[rec]?.restrictions.places else { return }
    if let erasure = StatedErasure(entry) {
      stated[rec]?.erased.follow(erasure, at: entry.seq) { places[$0]?.keyClass }
    }
    if let retraction = StatedRetraction(entry) {
      stated[rec]?.erased.follow(retraction, at: entry.seq, classes) { places[$0]?.keyClass }
    }
  }

  /// A lead where leads write restrictions; anybody else must have the case in the role they acted in.
  private func mayRestrict(
    _ entry: Entry, having care: [Given], _ directory: Directory
  ) -> Bool {
    guard entry.mayRestrict(directory, writers: restrictors) else { return false }
    guard entry.role != Role.lead.rawValue else { return true }
    let member = directory.member(entry.actor)
    return care.contains { $0.care.member == member && $0.care.role.rawValue == entry.role }
  }
}

extension LogExaminer.LastStated {
  /// Takes in who was given the case, and whose access ended.
  mutating func follow(_ entry: Entry, _ directory: Directory) {
    if entry.act == Act.assignRemove {
      let gone = entry.subj.flatMap(directory.member)
      care.removeAll { $0.care.member == gone }
      ended = entry.seq
    }
    if entry.act == Act.assignAdd { followAssignment(entry, directory) }
    followCopies(entry, directory)
    care += Care.given(by: entry, directory).map { .init(care: $0, since: entry.seq) }
  }

  /// A hand-over ends the access of who opened the case, and a new owner's that of the one before.
  private mutating func followAssignment(_ entry: Entry, _ directory: Directory) {
    let isOwner = entry.kind == "owner"
    if entry.gen != nil {
      care.removeAll {
        $0.care.relation == .opener
          || isOwner && $0.care.relation == .owner
      }
      ended = entry.seq
    }
    // Who was assigned before answers for it now: one assignment takes the place of the other.
    let member = entry.subj.flatMap(directory.member)
    guard isOwner else { return }
    care.removeAll { $0.care.member == member && $0.care.role.rawValue == entry.grole }
  }

  private mutating func followCopies(_ entry: Entry, _ directory: Directory) {
    guard let keyClass = entry.class.flatMap(UInt16.init(exactly:)),
      let member = entry.subj.flatMap(directory.member)
    else { return }
    if entry.act == Act.excerptGive {
      copies.append(.init(member: member, keyClass: keyClass, since: entry.seq))
    } else if entry.act == Act.excerptEnd {
      copies.removeAll { $0.member == member && $0.keyClass == keyClass }
    }
  }
}
