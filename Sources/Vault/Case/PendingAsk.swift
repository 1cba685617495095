import Sealing

/// What waits in a case for a second person: an item of a list in the operations row, which is sealed and
/// in the manifest, so that nobody makes one up or takes one away by hand.
public struct PendingAsk: Hashable, Sendable {
  /// The entry that asks.
  public let entry: Int
  public let act: CaseAct
  /// Who asked, and so may not give it.
  public let asker: MemberID
  /// What is asked for, as a code of the act: the status, or a record.
  public let subject: String

  init(entry: Int, act: CaseAct, asker: MemberID, subject: String) {
    precondition(!subject.contains(" "), "a code")
    (self.entry, self.act, self.asker, self.subject) = (entry, act, asker, subject)
  }

  /// Nil for what is not written so.
  public init?(_ text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 4, let entry = Int(parts[0]), entry >= 0, String(entry) == parts[0],
      let act = CaseAct(rawValue: String(parts[1])), act.mayBeAsked,
      parts[2].utf8.count == 32,
      let asker = Pseudonym.bytes(of: String(parts[2])).flatMap({ MemberID(bytes: $0) }),
      !parts[3].isEmpty
    else { return nil }
    self.init(entry: entry, act: act, asker: asker, subject: String(parts[3]))
  }

  /// `412 case.step 00…ff identified`
  public var text: String { "\(entry) \(act.rawValue) \(asker.identifier.hex) \(subject)" }

  /// Whether it asks for the same thing: an entry is taken back once, on whatever ground.
  public func isSame(as other: PendingAsk) -> Bool {
    guard act == other.act, act == .retract else {
      return act == other.act && subject == other.subject
    }
    return ErasureSubject(text: subject)?.part == ErasureSubject(text: other.subject)?.part
  }

  /// The fields that it asks to be written; none where what is asked for is no value.
  var fields: Set<FieldID> { Self.fields(of: act, subject) }

  /// `1002:-:2026-11-03T09:00:00+07:00,2200:00…ff:?unknown`: the number of each field comes first.
  static func fields(of act: CaseAct, _ subject: String) -> Set<FieldID> {
    guard act == .clockMoved else { return [] }
    return Set(
      subject.split(separator: ",").compactMap { part in
        part.split(separator: ":", maxSplits: 1).first.flatMap { UInt32($0) }.map { FieldID($0) }
      })
  }

  /// The asks of a list as it stands in the operations row.
  ///
  /// - Throws: `doesNotOpen` where an item is no ask: whoever sealed it did not write it with this program.
  static func all(in value: FieldValue?) throws(VaultError) -> [PendingAsk] {
    guard case .list(let items) = value else { return [] }
    return try items.map { item throws(VaultError) in
      guard let ask = PendingAsk(item) else { throw .doesNotOpen }
      return ask
    }
  }
}
