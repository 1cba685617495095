/// Heads that an auditor keeps: which of them are this log's, and how far they hold it.
///
/// One rule for all who ask (Format.md, "Kept heads held against a log"): what is wrong with the log itself, and a head of
/// its own that it contradicts, whichever comes first in the log; then a head that shows nothing of it.
extension ExportVerifier {
  /// Whom the log knows, as far as it was followed. Of the tree alone nobody was: the leaves of the directory say it.
  var known: Roster? { roster ?? rosterFollowed ?? shown }

  private var shown: Roster? {
    Roster(shownBy: listing.shown(of: scope.origin, read), of: scope.origin)
  }

  /// Whether a head that is no beginning of this log counts against it. Where not even the leaves of the directory say
  /// whom it knows, the log keys in the export have to do.
  func isContradicted(by pin: PinnedHead, _ known: Roster?) -> Bool {
    known?.isContradicted(by: pin.note) ?? isSignedByShownKey(pin)
  }

  /// Whether the log key in force at the size of a head signed it.
  func isSigned(_ pin: PinnedHead, _ known: Roster?) -> Bool {
    if let known { return known.isSigned(pin.note, size: pin.checkpoint.size) }
    return isSignedByShownKey(pin)
  }

  private func isSignedByShownKey(_ pin: PinnedHead) -> Bool {
    shownLogKeys().contains { $0.map { pin.note.verdict(of: $0) == .valid } ?? false }
  }

  /// The first place where the log is not that of a head of its own: it has other entries there, or ends before it.
  /// A head that the log never signed shows nothing: whoever can write the file of heads could otherwise make a sound
  /// log look forked or cut off.
  ///
  /// - Parameter isWhole: whether everything was read, so that a longer head shows that the log ends too early.
  func contradiction(isWhole: Bool) -> ExportFinding? {
    let suspects = trust.heads(of: scope.origin).filter { pin in
      let head = pin.checkpoint
      return isWhole && head.size > scope.size || roots[head.size] ?? head.root != head.root
    }
    let known = suspects.isEmpty ? nil : known
    let first = suspects.filter { isContradicted(by: $0, known) }.map(\.checkpoint.size).min()
    return first.map { size in
      size > scope.size
        ? .init(seq: scope.size, .head(.rollback)) : .init(seq: size, .head(.pin))
    }
  }

  /// What is to be reported of a log in which something was found to be wrong.
  func judged(_ finding: ExportFinding) -> ExportFinding {
    // Where entries were followed by what the kept head says of itself, that is to be looked at first. A head whose root
    // does not fit was not gone on from, and of another log the leaves make another directory.
    if base != nil, rosterFollowed != nil {
      do { try checkBase(listing.leaves.filter { $0 < checkedFrom }) } catch {
        if error.fault == .export(.pinCheck) { return error }
      }
    }
    // Of the tree alone nothing that was read is tied to a head yet.
    guard !trust.isTreeOnly, let fork = contradiction(isWhole: false) else { return finding }
    return fork.before(finding)
  }

  /// What is wrong where entries cannot be followed from the kept head: it is another log's, or nobody's.
  func misfit(of base: PinnedHead.Base) -> AuditLogError {
    let shown = shown
    let isOurs = trust.heads(of: scope.origin).contains { pin in
      pin.base == base && isContradicted(by: pin, shown)
    }
    return isOurs ? .head(.pin) : .export(.pinSignature)
  }

  /// Sizes of kept heads that hold what fits of a log that does not as a whole, ascending: of this log, signed
  /// by it, and found to be what its entries made.
  public var heldSizes: [Int] {
    let known = known
    return trust.heads(of: scope.origin).filter { pin in
      roots[pin.checkpoint.size] == pin.checkpoint.root && isSigned(pin, known)
    }.map(\.checkpoint.size).sorted()
  }

  /// Sizes of heads in the export that hold what fits of such a log, ascending: found to be what its entries
  /// made, and signed by as many of the auditor's own witnesses as their policy asks for.
  public var quorumSizes: [Int] {
    guard let policy = trust.policy, policy.asksWitnesses else { return [] }
    var signers: [Int: Set<NoteKey>] = [:]
    for path in [.checkpoint] + listing.beside {
      switch path {
      case .checkpoint, .pin, .cosignature, .stamped: break
      default: continue
      }
      guard let note = try? Self.note(path, read), let kept = try? Checkpoint(parsing: note.text),
        kept.origin == scope.origin, roots[kept.size] == kept.root
      else { continue }
      signers[kept.size, default: []].formUnion(
        policy.witnesses.filter { note.verdict(of: $0) == .valid })
    }
    return signers.filter { policy.isMet(by: $0.value) }.keys.sorted()
  }
}
