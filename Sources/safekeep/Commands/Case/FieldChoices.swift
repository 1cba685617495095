import Casework
import Vault

/// What may be answered to a question that takes one of some codes: those of its list, the places, or names of fields
/// and classes.
struct FieldChoices {
  /// More are not shown at the question, only on asking.
  private static let few = 12
  /// More are not shown on asking either: the first would be gone from the screen.
  private static let screen = 40

  let field: FieldDefinition
  let book: RuleBook

  /// Nil where anything may be written.
  var all: [CodeFinder.Choice]? {
    if let list { return list.codes.map { CodeFinder.Choice($0.code, $0.label) } }
    if field.type == .place { return places { $0.validity.holds(on: today) } }
    return isOfFields ? classes + fields : nil
  }

  /// What is not called so any more, each with the day until which it was: nobody means one without having seen that.
  var former: [CodeFinder.Choice] {
    guard field.type == .place, let all else { return [] }
    let current = Set(all)
    return book.places.places.compactMap { place in
      guard let end = place.validity.to,
        !current.contains(CodeFinder.Choice(place.code, place.label))
      else { return nil }
      let until = DateForm.forPeople(end.text)
      return CodeFinder.Choice(
        place.code,
        RuleLabel(
          vietnamese: "\(place.label.vietnamese) (đến \(until))",
          english: "\(place.label.english) (until \(until))"))
    }
  }

  private var today: CalendarDay { Moment(seconds: Int64(Desk.now() / 1000)).day }

  private func places(_ isMeant: (Place) -> Bool) -> [CodeFinder.Choice] {
    book.places.places.filter(isMeant).map { CodeFinder.Choice($0.code, $0.label) }
  }

  var list: CodeList? {
    switch field.type {
    case .bool3: book.codeLists["bool3"]
    case .country: book.codeLists["country"]
    case .language: book.codeLists["language"]
    default: field.codes.flatMap { book.codeLists[$0] }
    }
  }

  /// Those that stand in the question itself.
  var inQuestion: [Code]? { list.flatMap { $0.codes.count <= Self.few ? $0.codes : nil } }

  /// Those that are shown on asking; of a long list those that an office needs most, which stand first in it.
  var onAsking: [CodeFinder.Choice] {
    if isOfFields { return classes }
    guard list != nil, let all else { return [] }
    return all.count <= Self.screen ? all : Array(all.prefix(Self.few))
  }

  /// Whether there are others, found by a part of their name.
  var hasMore: Bool { onAsking.count < all?.count ?? 0 }

  /// Whether it lists what somebody may read: names of fields or of classes.
  var isOfFields: Bool { Self.ofFields.contains(field.qualifiedName) }

  private static let ofFields: Set<String> = [
    "consent.fields", "referral.fields", "release.fields",
  ]

  private var classes: [CodeFinder.Choice] {
    let (vietnamese, english) = (Vietnamese(), English())
    return FieldClass.allCases.filter { $0 != .facts }.map { known in
      CodeFinder.Choice(
        known.name,
        RuleLabel(
          vietnamese: vietnamese.fieldClass(known.name), english: english.fieldClass(known.name)))
    }
  }

  private var fields: [CodeFinder.Choice] {
    book.fields.filter { $0.fieldClass != .facts }.map {
      CodeFinder.Choice($0.qualifiedName, $0.label)
    }
  }
}
