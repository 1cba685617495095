import Vault

/// Where somebody is hidden stands in the fields that say so, which few read and no paper shows (Law 53/2024 Art. 34, 35;
/// design: the shelter in no list, export or referral). Under an open field, as whoever gives the food there, it would
/// stand on all of them.
struct ShelterNamedRule: FormRule {
  private static let places = ["protection.shelter", "stay.stay_facility"]
  private static let open = ["support_item.provider", "support_item.item", "rescue.handover_to"]
  /// What people write at length tells of the place as it comes: that is said to who writes it, and kept from what leaves.
  private static let free = [
    "plan.goals", "plan.actions", "plan.reviews", "reintegration.follow_up_notes",
    "support_item.training",
  ]
  /// The same, that is written in forms where nobody looks at the place.
  private static let elsewhere = [
    "referral.reply", "closure.closure_note", "closure.reopen_reason",
  ]
  private static let telling = open + free + elsewhere

  static let looksAt = Self.places + Self.telling

  var looksAt: [String] { Self.places + Self.open + Self.free }

  /// The open fields of a file that name the place, of each record; those of a kind of which a file has one alone stand
  /// under no record.
  static func named(in file: CaseRecords) -> [RecordID?: Set<FieldID>] {
    let names = names(file)
    guard !names.isEmpty else { return [:] }
    var found: [RecordID?: Set<FieldID>] = [:]
    for field in telling.compactMap({ file.book[$0]?.id }) {
      for record in file.records {
        guard let text = record.values[field].flatMap(text),
          names.contains(where: { holds(text, $0) })
        else { continue }
        found[record.id, default: []].insert(field)
      }
    }
    return found
  }

  /// The same of every version that a file goes with.
  static func naming(_ book: RuleBook) -> NamedPlaces {
    NamedPlaces(places: book.ids(places), telling: book.ids(telling)) { text, place in
      let plain = OfficeName.plain(place)
      return !plain.isEmpty && holds(text, plain)
    }
  }

  private static func names(_ file: CaseRecords) -> [String] {
    places.flatMap { name in
      file.values(name, in: nil).compactMap(text).map(OfficeName.plain)
    }.filter { !$0.isEmpty }
  }

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    !changes.fields.isDisjoint(with: book.ids(looksAt))
  }

  /// Who does not see the place cannot be held to it; whoever records it later hears where it stands already.
  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    let names = Self.names(form.after)
    guard !names.isEmpty else { return }
    let isNamed = { (value: FieldValue?) in
      value.flatMap(Self.text).map { text in names.contains { Self.holds(text, $0) } } ?? false
    }
    for name in Self.open + Self.free {
      guard let field = form.book[name] else { continue }
      let isWritten = form.changes.records.contains { isNamed($0.fields[field.id]) }
      if isWritten, Self.open.contains(name) {
        throw .stopped(form.book.stop(.shelterInOpenField, about: name, names: [.field(field)]))
      }
      if form.after.values(name, in: nil).contains(where: isNamed) {
        form.notes.append(RuleNote(.shelterInOpenField, .ownChoice, names: [.field(field)]))
      }
    }
  }

  /// Whether somebody is the place itself: to them its name tells nothing. A school beside it is another.
  static func isPlace(_ recipient: String, in file: CaseRecords) -> Bool {
    let plain = OfficeName.plain(recipient)
    return names(file).contains { plain == $0 || plain.hasPrefix($0 + " ") }
  }

  private static func text(_ value: FieldValue) -> String? {
    if case .text(let text) = value { text } else { nil }
  }

  /// A name of one syllable is in too many others.
  private static func holds(_ text: String, _ place: String) -> Bool {
    let plain = OfficeName.plain(text)
    return plain == place || place.contains(" ") && " \(plain) ".contains(" \(place) ")
  }
}
