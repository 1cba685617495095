import Casework
import Vault

/// What rows and columns of figures are called: by the rule book where it has the codes.
struct FigureNames {
  let book: RuleBook
  let words: any Words

  func row(_ key: String, in table: FigureTable.Name) -> String {
    if let (measure, axis) = table.breakdown {
      return measure == .clocks ? clock(key) : axis == .office ? office(key) : month(key)
    }
    return switch table {
    case .reports, .form508: office(key)
    case .arrivals: month(key)
    case .path: code(key, "entry_path")
    case .age: words.ageGroup(key)
    case .exploitation: code(key, "purpose")
    case .route: code(key, "country")
    case .support: code(key, "regime")
    case .clocks: clock(key)
    case .days: words.span(key)
    default: key
    }
  }

  func column(_ key: String, in table: FigureTable.Name) -> String {
    if let (measure, _) = table.breakdown { return column(key, of: measure) }
    return switch table {
    case .arrivals: office(key)
    case .age: code(key, "sex")
    default: words.figureColumn(key)
    }
  }

  private func column(_ key: String, of measure: FigureMeasure) -> String {
    let parts = key.split(separator: "/", maxSplits: 1).map(String.init)
    switch measure {
    case .path: return code(key, "entry_path")
    case .sex: return code(key, "sex")
    case .age: return words.ageGroup(key)
    case .exploitation: return code(key, "purpose")
    case .route: return code(key, "country")
    case .support where parts.count == 2:
      return code(parts[0], "regime") + " – " + words.figureColumn(parts[1])
    case .days where parts.count == 2:
      return words.span(parts[0]) + " – " + words.figureColumn(parts[1])
    case .support, .days, .reports, .clocks: return words.figureColumn(key)
    }
  }

  private func month(_ key: String) -> String {
    key == FigureTable.total ? words.figureColumn(key) : DateForm.forPeople(key)
  }

  private func code(_ key: String, _ list: String) -> String {
    book.codeLists[list]?[key].map { words.name($0.label) } ?? words.figureColumn(key)
  }

  /// A place by its name where the book has it, with its code: names come back after a merger.
  private func office(_ key: String) -> String {
    guard let place = book.places.places.last(where: { $0.code == key }) else {
      return words.figureColumn(key)
    }
    return "\(words.name(place.label)) (\(key))"
  }

  /// An office by its name, a month as people write it.
  private func group(_ key: String) -> String {
    key.utf8.count == 7 && key.utf8.contains(UInt8(ascii: "-")) ? month(key) : office(key)
  }

  private func clock(_ key: String) -> String {
    let parts = key.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return key }
    let name = book.clocks[parts[0]].map { words.name($0.label) } ?? parts[0]
    return parts[1] == FigureTable.total ? name : name + " – " + group(parts[1])
  }
}
