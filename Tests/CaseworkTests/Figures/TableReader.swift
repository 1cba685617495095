@testable import Casework

/// Somebody who holds the tables as they are shown and nothing else, knows what the law ties together, and closes in
/// on each suppressed number from both sides. Written from the tables and the law, not from the program.
struct TableReader {
  private var bounds: [String: ClosedRange<Int>] = [:]
  private var stars: [String] = []
  /// Numbers that no table shows, as they are.
  private let secrets: [String: Int]
  /// What comes to nought or more, each name with its sign.
  private var facts: [[(name: String, sign: Int)]] = []

  private static let unbounded = 1_000_000_000
  private static let ways = [
    "bring_to_cpc": ["self_report", "hotline111"],
    "notify_health": ["self_report", "hotline111", "unknown"],
    "initial_check": ["self_report", "hotline111", "unknown"],
    "rescue_handover": ["rescued"], "return_handover": ["returned"],
    "foreigner_report": ["foreigner"],
  ]

  /// - Parameter secrets: numbers that no table shows and somebody may ask about: `way|OFFICE|WAY` of the files of one
  ///   office that came one way, `left|ONE|OTHER` of the files of one number that are not of the other.
  init(_ tables: [FigureTable], secrets: [String: Int] = [:]) {
    self.secrets = secrets
    for name in secrets.keys { bounds[name] = 0...Self.unbounded }
    for table in tables {
      for row in table.rows {
        for (column, value) in zip(table.columns, row.values) where column != "median" {
          guard table.name != .days || column == "count" else { continue }
          let name = Self.name(table.name, row.key, column)
          bounds[name] = value.map { $0...$0 } ?? 0...Self.unbounded
          if value == nil { stars.append(name) }
        }
      }
      let rows = table.rows.map(\.key)
      switch table.name {
      case .reports: read(reports: rows)
      case .arrivals: read(grid: table, whole: "arrivals|total|total")
      case .age: read(grid: table, whole: "age|total|total")
      case .path, .route, .exploitation:
        equal([everybody], rows.map { Self.name(table.name, $0, "persons") })
      case .clocks: read(clocks: rows)
      default: break
      }
    }
    equal([everybody], ["age|total|total"])
    equal([everybody], ["arrivals|total|total"])
    readDays()
    readWaysOfOffices(tables)
    readLeftOver()
    close()
  }

  private let everybody = "reports|total|received"

  /// The stars that stand for fewer than ten possible numbers more than one, and the small numbers that do so though
  /// they are in no table.
  var found: [String] {
    (stars + secrets.filter { $0.value < 10 }.keys.sorted()).filter { name in
      bounds[name].map { $0.upperBound - $0.lowerBound < 10 } ?? false
    }
  }

  // MARK: What is known

  private static func name(_ table: FigureTable.Name, _ row: String, _ column: String) -> String {
    table.rawValue + "|" + row + "|" + column
  }

  private mutating func atLeast(_ more: [String], _ less: [String]) {
    let terms = more.map { ($0, 1) } + less.map { ($0, -1) }
    guard terms.allSatisfy({ bounds[$0.0] != nil }) else { return }
    facts.append(terms.map { (name: $0.0, sign: $0.1) })
  }

  private mutating func equal(_ one: [String], _ other: [String]) {
    atLeast(one, other)
    atLeast(other, one)
  }

  private mutating func read(reports rows: [String]) {
    for row in rows {
      atLeast(["reports|\(row)|received"], ["reports|\(row)|handled"])
      atLeast(["reports|\(row)|handled"], ["reports|\(row)|settled"])
    }
    for column in ["received", "handled", "settled"] {
      equal(
        ["reports|total|\(column)"],
        rows.filter { $0 != "total" }.map { "reports|\($0)|\(column)" })
    }
  }

  private mutating func read(grid table: FigureTable, whole: String) {
    let (name, parts) = (table.name, table.columns.filter { $0 != "total" })
    let rows = table.rows.map(\.key).filter { $0 != "total" }
    for row in rows + ["total"] {
      equal([Self.name(name, row, "total")], parts.map { Self.name(name, row, $0) })
    }
    for column in table.columns {
      equal([Self.name(name, "total", column)], rows.map { Self.name(name, $0, column) })
    }
  }

  private mutating func read(clocks rows: [String]) {
    for row in rows {
      equal(["clocks|\(row)|all"], ["met", "late", "open"].map { "clocks|\(row)|\($0)" })
      atLeast(["clocks|\(row)|open"], ["clocks|\(row)|overdue"])
      let parts = row.split(separator: "/").map(String.init)
      atLeast(["reports|\(parts[1])|received"], ["clocks|\(row)|all"])
      guard parts[1] == "total" else { continue }
      // A row that is not there may be one of stars.
      let offices = rows.filter { $0.hasPrefix(parts[0] + "/") && $0 != row }
      for column in ["all", "met", "late", "open", "overdue"] {
        atLeast(["clocks|\(row)|\(column)"], offices.map { "clocks|\($0)|\(column)" })
      }
      guard let ways = Self.ways[parts[0]] else { continue }
      equal(["clocks|\(row)|all"], ways.map { "path|\($0)|persons" })
      let others = Set(Self.ways.values.joined()).union(["abroad"]).subtracting(ways).sorted()
      equal([everybody], ["clocks|\(row)|all"] + others.map { "path|\($0)|persons" })
    }
  }

  private mutating func readDays() {
    for (clock, span) in [("bring_to_cpc", "commune_health"), ("initial_check", "health_check")] {
      let row = "clocks|\(clock)/total|"
      atLeast([everybody], ["days|\(span)|count", row + "open"])
      equal(["days|\(span)|count"], [row + "met", row + "late"])
    }
    for span in ["commune_health", "health_check", "arrival_decision"] {
      atLeast([everybody], ["days|\(span)|count"])
    }
    equal(["reports|total|settled"], ["days|arrival_decision|count"])
  }

  // MARK: What is left over

  /// Whoever came to an office came some way; the limits of that office count those ways.
  private mutating func readWaysOfOffices(_ tables: [FigureTable]) {
    let names = secrets.keys.filter { $0.hasPrefix("way|") }.sorted()
    func ways(_ part: Int, _ code: String) -> [String] {
      names.filter { $0.split(separator: "|")[part] == code }
    }
    for office in Set(names.map { String($0.split(separator: "|")[1]) }).sorted() {
      equal(["arrivals|total|" + office], ways(1, office))
      for (clock, paths) in Self.ways {
        let all = "clocks|\(clock)/\(office)|all"
        equal([all], paths.map { "way|\(office)|" + $0 })
        // One limit for more ways than another tells by how much.
        for (other, fewer) in Self.ways where Set(fewer).isStrictSubset(of: paths) {
          let beside = paths.filter { !fewer.contains($0) }.map { "way|\(office)|" + $0 }
          equal([all], ["clocks|\(other)/\(office)|all"] + beside)
        }
      }
    }
    for code in Set(names.map { String($0.split(separator: "|")[2]) }).sorted() {
      equal(["path|\(code)|persons"], ways(2, code))
    }
  }

  /// Who is not yet where others are.
  private mutating func readLeftOver() {
    for name in secrets.keys.sorted() where name.hasPrefix("left|") {
      let parts = name.split(separator: "|").dropFirst().map {
        $0.split(separator: ">").joined(separator: "|")
      }
      equal([parts[0]], [parts[1], name])
    }
  }

  // MARK: Closing in

  private mutating func close() {
    var isMoving = true
    while isMoving {
      isMoving = false
      for fact in facts {
        for one in fact { if learn(one, among: fact) { isMoving = true } }
      }
    }
  }

  /// Of numbers that come to nought or more: what one must be at least, or can be at most, if the others are all as
  /// favourable as they can be.
  private mutating func learn(
    _ one: (name: String, sign: Int), among fact: [(name: String, sign: Int)]
  ) -> Bool {
    var rest = 0
    for other in fact where other.name != one.name {
      guard let range = bounds[other.name] else { return false }
      if other.sign > 0, range.upperBound == Self.unbounded { return false }
      rest += other.sign > 0 ? range.upperBound : -range.lowerBound
    }
    guard let range = bounds[one.name] else { return false }
    let (low, high) =
      one.sign > 0
      ? (max(range.lowerBound, -rest), range.upperBound)
      : (range.lowerBound, min(range.upperBound, rest))
    guard low <= high, low...high != range else { return false }
    bounds[one.name] = low...high
    return true
  }
}
