import Sealing

/// What a case's operations row says of a transfer: of one that was sent and waits for its acceptance, or of
/// the one that the case came in by; and of referrals that went or came as files. The list is sealed and in the
/// manifest.
enum TransferItem: Equatable {
  case sent(Sent)
  case received(Received)
  case referral(Referral)
  /// The file came as a referral.
  case referred(Received)
  /// The vault that sent a referral has taken it back.
  case back(Back)

  /// Format.md: `sent 812 <transfer> <receiver> <card> <state> <state> <sum> <sum|-> <by|-> <until|->`.
  struct Sent: Equatable {
    /// The entry that gave the lead's file out.
    var entry: Int
    var transfer: Identifier
    var receiver: Identifier
    /// Of the card that the files were sealed to: the acceptance is held against the same.
    var card: Digest
    /// What was recorded of each part when the lead's file was made, see `CaseState`.
    var states: States
    /// SHA-256 of the file with the lead's part.
    var file: Digest
    /// Of the one with the clinical part; nil until a duty officer made it.
    var clinical: Digest?
    /// The entry of the consent that it rests on; nil where it rests on none.
    var by: Int?
    /// When what it rests on ends, or ended, in UTC milliseconds; nil where nothing ends it.
    var until: Int?

    /// Whether another file of the same transfer may go out.
    func isLive(at now: Int) -> Bool { until.map { now < $0 } ?? true }

    /// Whether what lets it go out ends with an act.
    func rests(on ending: ExcerptChoice) -> Bool {
      switch ending {
      case .resting(let entries): by.map(entries.contains) ?? false
      case .holding, .of: false
      case .all: true
      }
    }

    func sum(of part: TransferPart) -> Digest? {
      switch part {
      case .file: file
      case .clinical: clinical
      case .referral: nil
      }
    }
  }

  struct States: Equatable {
    var file: Digest
    var clinical: Digest
  }

  /// Format.md: `referral 812 <referral> <receiver> <card> <sum>`.
  struct Referral: Equatable {
    /// The entry that gave the file out.
    var entry: Int
    /// Its record.
    var referral: Identifier
    var receiver: Identifier
    /// Of the card that the file was sealed to.
    var card: Digest
    /// SHA-256 of the file.
    var sum: Digest
  }

  /// Format.md: `received 40 <transfer> <sender> <sum> <code>`; `referred` with the referral's record.
  struct Received: Equatable {
    var entry: Int
    var transfer: Identifier
    var sender: Identifier
    /// SHA-256 of the file with the lead's part.
    var sum: Digest
    /// The code that the case had there.
    var code: String
  }

  /// Format.md: `back 1790000000 <referral>`.
  struct Back: Equatable {
    /// When its word was recorded here, in seconds since 1970.
    var at: Int
    var referral: Identifier
  }

  var text: String {
    switch self {
    case .back(let back): return "back \(back.at) \(back.referral.hex)"
    case .sent(let sent):
      return [
        "sent", "\(sent.entry)", sent.transfer.hex, sent.receiver.hex, sent.card.hex,
        sent.states.file.hex, sent.states.clinical.hex, sent.file.hex, sent.clinical?.hex ?? "-",
        Self.word(sent.by), Self.word(sent.until),
      ].joined(separator: " ")
    case .referral(let sent):
      return [
        "referral", "\(sent.entry)", sent.referral.hex, sent.receiver.hex, sent.card.hex,
        sent.sum.hex,
      ].joined(separator: " ")
    case .received(let from), .referred(let from):
      return [
        isReferred ? "referred" : "received", "\(from.entry)", from.transfer.hex, from.sender.hex,
        from.sum.hex, from.code,
      ].joined(separator: " ")
    }
  }

  private var isReferred: Bool { if case .referred = self { true } else { false } }

  private static func word(_ number: Int?) -> String { number.map(String.init) ?? "-" }

  /// Nil for what is not written so. Of an item of before, which says nothing of what it rests on, that has
  /// ended: nothing more goes out on it.
  init?(_ text: String) {
    var text = text
    var parts = text.split(separator: " ", omittingEmptySubsequences: false).map { String($0) }
    if parts.count == 9, parts[0] == "sent" {
      parts += ["-", "0"]
      text += " - 0"
    }
    guard parts.count > 2, let entry = Int(parts[1]), entry >= 0 else { return nil }
    let item: TransferItem?
    switch parts[0] {
    case "sent": item = Self.sent(parts, entry)
    case "referral": item = Self.referral(parts, entry)
    case "back":
      item = Self.identifier(parts[2]).map { .back(Back(at: entry, referral: $0)) }
    case "referred": item = Self.received(parts, entry).map { .referred($0) }
    default: item = Self.received(parts, entry).map { .received($0) }
    }
    guard let item, item.text == text else { return nil }
    self = item
  }

  private static func sent(_ parts: [String], _ entry: Int) -> TransferItem? {
    guard parts.count == 11, let transfer = identifier(parts[2]),
      let receiver = identifier(parts[3]), let card = digest(parts[4]),
      let state = digest(parts[5]), let clinical = digest(parts[6]), let file = digest(parts[7])
    else { return nil }
    return .sent(
      Sent(
        entry: entry, transfer: transfer, receiver: receiver, card: card,
        states: States(file: state, clinical: clinical), file: file, clinical: digest(parts[8]),
        by: Int(parts[9]),
        until: Int(parts[10])))
  }

  private static func referral(_ parts: [String], _ entry: Int) -> TransferItem? {
    guard parts.count == 6, let referral = identifier(parts[2]),
      let receiver = identifier(parts[3]), let card = digest(parts[4]), let sum = digest(parts[5])
    else { return nil }
    return .referral(
      Referral(entry: entry, referral: referral, receiver: receiver, card: card, sum: sum))
  }

  private static func received(_ parts: [String], _ entry: Int) -> Received? {
    guard parts.count == 6, let transfer = identifier(parts[2]),
      let sender = identifier(parts[3]), let sum = digest(parts[4])
    else { return nil }
    return Received(entry: entry, transfer: transfer, sender: sender, sum: sum, code: parts[5])
  }

  private static func identifier(_ digits: String) -> Identifier? {
    digits.utf8.count == 32 ? Pseudonym.bytes(of: digits).flatMap { Identifier($0) } : nil
  }

  private static func digest(_ digits: String) -> Digest? {
    let half = digits.utf8.count / 2
    guard digits.utf8.count == 64, let high = Pseudonym.bytes(of: String(digits.prefix(half))),
      let low = Pseudonym.bytes(of: String(digits.suffix(half)))
    else { return nil }
    return Digest(high + low)
  }

  /// The items of the list as it stands in the operations row.
  ///
  /// - Throws: `doesNotOpen` where an item is none.
  static func all(in value: FieldValue?) throws(VaultError) -> [TransferItem] {
    guard case .list(let items) = value else { return [] }
    return try items.map { text throws(VaultError) in
      guard let item = TransferItem(text) else { throw .doesNotOpen }
      return item
    }
  }
}

extension [TransferItem] {
  var sent: TransferItem.Sent? {
    for case .sent(let sent) in self { return sent }
    return nil
  }

  /// The list with what was sent put in the place of what was sent before.
  func replacing(sent: TransferItem.Sent) -> FieldValue {
    let others = filter { if case .sent = $0 { false } else { true } }
    return .list((others + [.sent(sent)]).map(\.text))
  }
}
