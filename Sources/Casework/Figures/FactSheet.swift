import Vault

/// The facts of one case as they are counted.
struct FactSheet {
  var month = ""
  var sex = unknown
  var age = unknown
  var path = unknown
  var office = unknown
  var status = unknown
  var kind = "person"
  var isSettled = false
  var isVictim = false
  var routes: Set<String> = []
  var exploitations: Set<String> = []
  /// Each time that something was given, with its month.
  var services: [(service: String, month: String)] = []
  var clocks: [(id: String, state: ClockState, month: String)] = []
  var days: [(span: String, count: Int)] = []
  var same: [CaseID] = []

  enum ClockState: String { case met, late, open }

  static let unknown = "unknown"
  /// What the person keeps from those who count: it is counted with what nobody knows.
  static let withheld = "withheld"

  init() {}

  /// What is not understood is left out: a newer program may have written it.
  init(_ items: [String]) {
    for item in items {
      guard let mark = item.utf8.firstIndex(of: UInt8(ascii: "=")) else { continue }
      read(item[..<mark], item[item.utf8.index(after: mark)...])
    }
  }

  private mutating func read(_ key: Substring, _ value: Substring) {
    let text = value == Self.withheld ? Self.unknown : String(value)
    switch key {
    case "month": month = text
    case "sex": sex = text
    case "age": age = text
    case "path": path = text
    case "office": office = text
    case "status": status = text
    case "kind": kind = text
    case "settled": isSettled = text == "yes"
    case "victim": isVictim = text == "yes"
    case "route": routes.insert(text)
    case "exploitation": exploitations.insert(text)
    default: readParts(key, value.split(separator: ":", omittingEmptySubsequences: false))
    }
  }

  private mutating func readParts(_ key: Substring, _ parts: [Substring]) {
    switch (key, parts.count) {
    case ("service", 2): services.append((String(parts[0]), String(parts[1])))
    case ("clock", 2...3):
      guard let state = ClockState(rawValue: String(parts[1])) else { return }
      clocks.append((String(parts[0]), state, parts.count == 3 ? String(parts[2]) : ""))
    case ("days", 2):
      guard let count = Int(parts[1]), (0...CaseDays.most).contains(count) else { return }
      days.append((String(parts[0]), count))
    case ("same", 1):
      guard let bytes = Hexadecimal.bytes(String(parts[0]), count: 16),
        let id = CaseID(bytes: bytes)
      else { return }
      same.append(id)
    default: break
    }
  }

  /// Whether it is of somebody who arrived, or may yet: no relative who is protected and no more.
  var isOfPerson: Bool { kind == "person" }

  /// Two files of one person, as one: the earlier arrival, with all that was given in either.
  func merged(with other: FactSheet) -> FactSheet {
    var one = month <= other.month ? self : other
    let two = month <= other.month ? other : self
    // What nobody knew at one desk somebody may have asked at the other.
    if one.sex == Self.unknown { one.sex = two.sex }
    if one.age == Self.unknown { one.age = two.age }
    one.routes = Self.known(one.routes, two.routes)
    one.exploitations = Self.known(one.exploitations, two.exploitations)
    one.isVictim = one.isVictim || two.isVictim
    one.services += two.services
    return one
  }

  private static func known(_ one: Set<String>, _ two: Set<String>) -> Set<String> {
    let all = one.union(two)
    return all.count > 1 ? all.subtracting([unknown]) : all
  }
}
