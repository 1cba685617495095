import Sealing

extension Roster {
  /// Whether every line under a note is good, and by a key of the log, of an actor, or of one of these
  /// witnesses: what nobody can check might be an altered line.
  public func knowsLines(of note: SignedNote, witnesses: [NoteKey]) -> Bool {
    let (others, prefix) = (logKeys.map(\.key) + witnesses, "\(origin)/a/")
    return note.signatures.allSatisfy { line in
      let actor =
        line.name.hasPrefix(prefix) ? ActorID(String(line.name.dropFirst(prefix.count))) : nil
      let known = actor.flatMap { key(of: $0) } ?? others.first { line.names($0) }
      guard let known, line.names(known) else { return false }
      return note.verdict(of: known) == .valid
    }
  }

  /// Whether the log key in force at the size of a head signed it.
  public func isSigned(_ note: SignedNote, size: Int) -> Bool {
    logKey(size: size).map { note.verdict(of: $0.key) == .valid } ?? false
  }

  /// Whether a head that is no beginning of this log counts against it: a key that the log ever had signed it, or one of
  /// root or of a member, whatever became of them since.
  ///
  /// A log that was put back behind a change of its key does not know the key that it has got since, and every suspension
  /// makes one: there a member's line has to do, under which `log pin` and every export stand. And whoever put it back
  /// goes on with it: if a suspension took that line its worth, they would suspend whose head shows it. What is under a
  /// head besides, its own directory too, anybody could make up.
  public func isContradicted(by note: SignedNote) -> Bool {
    let members = signatories.filter { $0.value.part.isOfMember }.keys.compactMap { key(of: $0) }
    return (logKeys.map(\.key) + members).contains { note.verdict(of: $0) == .valid }
  }

  /// Whether these are the leaves of the directory that this roster came from, all of them in their order.
  ///
  /// What it counts over all leaves (size, time, last actor, generation, entries of each key) they cannot
  /// show, and it is left aside.
  func isMade(by leaves: [Leaf]) -> Bool {
    var made = Roster(origin: origin)
    for leaf in leaves {
      made.stand(before: leaf.entry)
      do { try made.apply(leaf) } catch { return false }
    }
    (made.size, made.time, made.lastActor, made.generation) = (size, time, lastActor, generation)
    for (actor, signatory) in signatories { made.signatories[actor]?.next = signatory.next }
    return made == self
  }

  /// The directory as its leaves make it, from the first on, each signed by whom those before it let sign: the name of
  /// the log is the hash of who signed the first. What it counts over all leaves they do not show.
  public init?(shownBy leaves: [Leaf], of origin: String) {
    self.init(origin: origin)
    for leaf in leaves {
      stand(before: leaf.entry)
      guard let key = try? signer(of: leaf), leaf.isSigned(by: key), (try? apply(leaf)) != nil
      else { return nil }
    }
  }

  /// As if the leaves in between had been applied.
  private mutating func stand(before entry: Entry) {
    (size, time) = (entry.seq, min(time, entry.t))
    signatories[entry.actor]?.next = entry.aseq
  }
}
