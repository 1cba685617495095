import Sealing

extension ExportVerifier {
  /// Heads that the auditor keeps of this log.
  private var pins: [PinnedHead] { trust.heads(of: scope.origin) }

  /// What ``LogVerifier`` does where it runs: kept heads are beginnings of this log.
  func comparePins() throws(ExportFinding) {
    for pin in pins.map(\.checkpoint).sorted(by: { $0.size < $1.size }) {
      guard pin.size <= scope.size else { throw .init(seq: scope.size, .head(.rollback)) }
      guard roots[pin.size] ?? pin.root == pin.root else { throw .init(seq: pin.size, .head(.pin)) }
    }
  }

  /// What is said in the end.
  func verdict(
    _ notes: [KeptNote], _ signers: [(size: Int, key: NoteKey, time: UInt64)]
  ) throws(ExportFinding) -> ExportVerdict {
    let compared = try comparedPins(notes)
    var quorum: Int?
    // `quorum none` accepts a log by its key alone; nobody outside signed anything then.
    if let policy = trust.policy, policy.asksWitnesses {
      quorum = Set(signers.map(\.size)).filter { size in
        policy.isMet(by: Set(signers.filter { $0.size == size }.map(\.key)))
      }.max()
    }
    let (known, stamps) = (signers.filter { isKnown($0.key) }, try stamps())
    let reach = [
      compared.max(), quorum, known.map(\.size).max(),
      stamps.filter { $0.time != nil }.map(\.size).max(),
    ].compactMap(\.self).max()
    return ExportVerdict(
      scope: scope, root: checkpoint.root, checkedFrom: checkedFrom,
      putBack: roster?.putBacks ?? [], isTreeOnly: trust.isTreeOnly,
      isOriginGiven: trust.origin != nil, pins: compared.sorted(),
      unseenPins: Set(pins.map(\.checkpoint.size)).subtracting(compared).sorted(),
      cosigned: known.sorted { $0.size < $1.size }.map {
        .init(size: $0.size, witness: $0.key.name, time: $0.time)
      },
      strangeCosigned: Set(signers.filter { !isKnown($0.key) }.map(\.size)).sorted(),
      isPolicyBrought: trust.policy != nil,
      isPolicyGiven: trust.policy?.asksWitnesses ?? false, quorum: quorum, stamped: stamps,
      reach: reach ?? 0, tailSince: times[reach ?? 0])
  }

  /// Whether the auditor's own policy names that key: the name alone says nothing, for the export brings keys
  /// under any name.
  private func isKnown(_ key: NoteKey) -> Bool { trust.policy?.witnesses.contains(key) ?? false }

  /// Kept heads whose root was passed, or which a proof in the export leads from. Where the directory
  /// is known, the log must have signed them: else it is no head that anybody should have kept.
  private func comparedPins(_ notes: [KeptNote]) throws(ExportFinding) -> Set<Int> {
    let witnesses = try witnessKeys() + (trust.policy?.witnesses ?? [])
    var compared: Set<Int> = []
    for pin in pins {
      let size = pin.checkpoint.size
      if let roster, !roster.knowsLines(of: pin.note, witnesses: witnesses) {
        throw .init(seq: size, .export(pinFault(pin, roster)))
      }
      let shown = notes.first { $0.head.size == size }?.head.root
      guard let root = roots[size] ?? shown else { continue }
      guard root == pin.checkpoint.root else { throw .init(seq: size, .head(.pin)) }
      // Before there was a log key nobody signed a head either. Of the tree alone nobody was followed.
      if roster == nil {
        guard
          shownLogKeys().contains(where: { $0.map { pin.note.verdict(of: $0) == .valid } ?? false })
        else { throw .init(seq: size, .export(.pinSignature)) }
      } else if let roster {
        guard let key = roster.logKey(size: size)?.key, pin.note.verdict(of: key) == .valid
        else { throw .init(seq: size, .export(.pinSignature)) }
      }
      compared.insert(size)
    }
    return compared
  }

  /// A head that the log did not sign is told from one under which another line was altered.
  private func pinFault(_ pin: PinnedHead, _ roster: Roster) -> ExportFault {
    let key = roster.logKey(size: pin.checkpoint.size)?.key
    let isSigned = key.map { pin.note.verdict(of: $0) == .valid } ?? false
    return isSigned ? .pinLine : .pinSignature
  }

  /// Each answer with what was stamped, its time where an authority is trusted, and the entry that
  /// states it.
  private func stamps() throws(ExportFinding) -> [ExportVerdict.Stamped] {
    var stamped: [ExportVerdict.Stamped] = []
    for case .stamp(let size, let number) in listing.beside {
      let path = ExportPath.stamp(size: size, number: number)
      guard let note = read(ExportPath.stamped(size: size, number: number).text),
        let token = read(path.text)
      else { throw .init(.stamped(size: size, number: number), .missing) }
      let time = try Self.at(path) { () throws(AuditLogError) in try stamp(token, note) }
      let receipt = receipts[Digest.of(token)] ?? nil
      let isUntrusted = time == nil && trust.timestamps != nil
      stamped.append(
        .init(
          size: size, time: time, isUntrusted: isUntrusted, receipt: receipt,
          contradiction: contradiction(time, size: size, receipt)))
    }
    return stamped
  }

  /// What the entries before and behind a time-stamp claim against it.
  private func contradiction(_ time: Int?, size: Int, _ receipt: Int?) -> ClockContradiction? {
    func claim(_ entry: Int?) -> ClockContradiction.Claim? {
      entry.flatMap { entry in times[entry].map { .init(entry: entry, time: $0) } }
    }
    return time.flatMap {
      .first(outside: $0, older: claim(size - 1), younger: claim(receipt))
    }
  }

  /// The time that a trusted authority states. What has not the form of an answer, or is one about other bytes, is
  /// refused whether or not anybody is trusted. An answer of another authority is no fault of the log's,
  /// like the line of a witness that nobody asked for: its time is not told.
  private func stamp(_ token: [UInt8], _ note: [UInt8]) throws(AuditLogError) -> Int? {
    try TimeReceipt.check(response: token, of: note)
    do {
      return try trust.timestamps?(token, note)
    } catch .timestamp(.untrusted) {
      return nil
    } catch {
      throw error
    }
  }
}
