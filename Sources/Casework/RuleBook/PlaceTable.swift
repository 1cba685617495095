/// The places of the rule book: the provinces, and the communes once an office has adopted the
/// statistics office's list of them.
public struct PlaceTable: Sendable {
  public let places: [Place]
  /// Whether commune codes can be checked at all.
  public let hasCommunes: Bool
  private let byCode: [String: [Place]]

  /// - Parameter known: codes of places that stand in another table, which may be parents here.
  init(_ places: [Place], under known: Set<String> = []) throws(CaseworkError) {
    self.places = places
    hasCommunes = places.contains { $0.isCommune }
    byCode = Dictionary(grouping: places, by: \.code)
    for place in places { try check(place, known) }
  }

  public enum Standing: Equatable, Sendable {
    case known
    /// The form is right; there is no table to hold it against.
    case notChecked
    case unknown
    case wrongForm
  }

  /// How a code stands to the table; `communeOnly` where a province would be too coarse.
  public func standing(of code: String, communeOnly: Bool = false) -> Standing {
    if Place.isCode(code, digits: 5) {
      return isKnown(code) ? .known : hasCommunes ? .unknown : .notChecked
    }
    guard !communeOnly, Place.isCode(code, digits: 2) else { return .wrongForm }
    return isKnown(code) ? .known : .unknown
  }

  /// Whether a place bears the code, or ever did: papers name places as they were.
  public func isKnown(_ code: String) -> Bool { byCode[code] != nil }

  /// The place that bore the code on that day.
  public func place(_ code: String, on day: CalendarDay) -> Place? {
    byCode[code]?.first { $0.validity.holds(on: day) }
  }

  private func check(_ place: Place, _ known: Set<String>) throws(CaseworkError) {
    if let parent = place.parent, byCode[parent] == nil, !known.contains(parent) {
      throw .rules(RuleFault(.places, line: place.line, .unknownParent(parent)))
    }
    for other in byCode[place.code] ?? [] where other.line < place.line {
      guard !other.validity.overlaps(place.validity) else {
        throw .rules(RuleFault(.places, line: place.line, .overlappingPlace(place.code)))
      }
    }
  }
}
