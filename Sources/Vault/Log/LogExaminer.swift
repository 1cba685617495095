import AuditLog
import Sealing

/// Reads the whole log and trusts no stored hash: every leaf is hashed and its signature checked, and
/// what the leaves say of each case is kept for the data check. Memory grows with the number of cases
/// (some 200 bytes each), not with the log.
struct LogExaminer {
  let origin: String
  let store: Store

  /// What the log says last of one case.
  struct LastStated {
    var man: Digest
    var previous: Digest
    var seq: Int
    var isErased = false
    /// Who cares, each with the entry that gave it.
    var care: [Given] = []
    /// Who was given copies.
    var copies: [Copies] = []
    /// The last entry that took somebody's access: keys of before it are due.
    var ended: Int?
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

  struct Outcome {
    var size: Int
    var finding: LogFinding?
    var stated: [Identifier: LastStated]
    var checkpoint: String
  }

  func examine() throws(VaultError) -> Outcome {
    var stated: [Identifier: LastStated] = [:]
    var verifier: LogVerifier
    do { verifier = try LogVerifier(origin: origin) } catch { throw .notAVault }
    do throws(Finding) {
      while try take(&verifier, &stated) {}
    } catch {
      return Outcome(
        size: error.seq,
        finding: LogFinding(subject: .entry(error.seq), code: error.fault.code), stated: stated,
        checkpoint: "")
    }
    let size = verifier.frontier.size
    let head = try store.look { tx throws(VaultError) in try tx.head() }
    do {
      let checkpoint = try verifier.finish(head: head?.note ?? [])
      return Outcome(
        size: size, finding: nil, stated: stated,
        checkpoint: String(decoding: checkpoint.text, as: UTF8.self))
    } catch {
      return Outcome(
        size: size, finding: LogFinding(subject: .entry(error.seq), code: error.fault.code),
        stated: stated, checkpoint: "")
    }
  }

  /// Takes in one chunk; false at the head.
  private func take(
    _ verifier: inout LogVerifier, _ stated: inout [Identifier: LastStated]
  ) throws(Finding) -> Bool {
    let first = verifier.frontier.size
    var failure: Finding?
    do {
      try store.look { tx throws(VaultError) in
        let end = min(first + Self.chunk, try tx.head()?.size ?? 0)
        try tx.eachLeaf(from: first, below: end) { index, bytes throws(VaultError) in
          do throws(Finding) {
            guard index == verifier.frontier.size else {
              throw Finding(seq: verifier.frontier.size, fault: .chain(.seq))
            }
            try verifier.consume(bytes)
          } catch {
            failure = error
            throw VaultError.logBroken(at: error.seq)
          }
          note(bytes, Directory(verifier.roster), &stated)
        }
      }
    } catch {
      throw failure ?? Finding(seq: verifier.frontier.size, fault: .chain(.seq))
    }
    guard verifier.frontier.size > first else {
      try refuseGap(verifier.frontier.size)
      return false
    }
    return true
  }

  /// Rows beyond the head, or a head beyond the rows.
  private func refuseGap(_ size: Int) throws(Finding) {
    let (head, last) =
      (try? store.look { tx throws(VaultError) in
        (try tx.head()?.size ?? 0, try tx.largestLeafIndex())
      }) ?? (-1, nil)
    guard head == size, last == size - 1 else {
      throw Finding(seq: size, fault: .head(.size))
    }
  }

  private func note(
    _ bytes: [UInt8], _ directory: Directory, _ stated: inout [Identifier: LastStated]
  ) {
    guard let entry = try? Leaf(parsing: bytes).entry, entry.out == .ok, let rec = entry.rec
    else { return }
    // Nobody opens the same case twice: a second such entry gives nothing.
    let isFirst = stated[rec] == nil
    if let man = entry.man {
      var last = stated[rec] ?? LastStated(man: man, previous: man, seq: entry.seq)
      (last.previous, last.man) = (isFirst ? Manifest.beforeFirst : last.man, man)
      last.seq = entry.seq
      stated[rec] = last
    }
    if entry.act != Act.recordCreate || isFirst { stated[rec]?.follow(entry, directory) }
    if entry.act == Act.caseErase { stated[rec]?.isErased = true }
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
        $0.care.relation == .opener || $0.care.relation == .openerOfMinor
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

extension AuditLogError {
  /// A short code for the sentence on the screen.
  var code: String {
    switch self {
    case .note(let fault): "note.\(fault.rawValue)"
    case .entry(let fault): "entry.\(fault.rawValue)"
    case .proof(let fault): "proof.\(fault.rawValue)"
    case .chain(let fault): "chain.\(fault.rawValue)"
    case .signer(let fault): "signer.\(fault.rawValue)"
    case .directory(let fault): "directory.\(fault.rawValue)"
    case .head(let fault): "head.\(fault.rawValue)"
    }
  }
}
