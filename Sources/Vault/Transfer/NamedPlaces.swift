/// What a file says of a place in words, beside the fields that say which place it is. A file goes with every kept version:
/// of a place that was named once and taken out of the text since, the history would tell.
public struct NamedPlaces: Sendable {
  /// The fields that say which place it is, now or before.
  public var places: Set<FieldID>
  /// The fields whose words may name it.
  public var telling: Set<FieldID>
  /// Whether a text names a place.
  public var names: @Sendable (_ text: String, _ place: String) -> Bool

  public init(
    places: Set<FieldID>, telling: Set<FieldID>,
    names: @escaping @Sendable (_ text: String, _ place: String) -> Bool
  ) {
    (self.places, self.telling, self.names) = (places, telling, names)
  }

  /// The records without the versions that name a place of any version.
  ///
  /// - Parameter leftOut: the fields of which a version does not go.
  func leavingOut(
    of records: [ParcelRecord], _ leftOut: inout Set<FieldID>
  ) -> [ParcelRecord] {
    let known = Set(
      records.flatMap(\.fields).filter { places.contains($0.id) }.compactMap(\.text))
    guard !known.isEmpty else { return records }
    return records.compactMap { record in
      let telling = record.fields.filter { isTelling($0, known) }
      guard !telling.isEmpty else { return record }
      // Without its newest version a field would pass over there for what it was before.
      let whole = Set(record.newest.values.filter { isTelling($0, known) }.map(\.id))
      leftOut.formUnion(telling.map(\.id))
      return record.with(
        record.fields.filter { !telling.contains($0) && !whole.contains($0.id) })
    }
  }

  private func isTelling(_ field: ParcelRecord.Field, _ known: Set<String>) -> Bool {
    guard telling.contains(field.id), let text = field.text else { return false }
    return known.contains { names(text, $0) }
  }
}

extension ParcelRecord.Field {
  fileprivate var text: String? {
    if case .text(let text) = value { text } else { nil }
  }
}
