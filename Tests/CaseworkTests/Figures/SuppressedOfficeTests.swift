import Testing
import Vault

@testable import Casework

/// Whole offices, made up, and what somebody who holds their tables finds.
@Suite struct SuppressedOfficeTests {
  private static func office(_ people: [[String]]) throws -> [FigureTable] {
    var counts = FigureCounts(.always, in: "2026-12")
    for (index, items) in people.enumerated() {
      let bytes = [UInt8](repeating: 0, count: 14) + [UInt8(index >> 8), UInt8(index & 255)]
      counts.add(try #require(CaseID(bytes: bytes)), FactSheet(items))
    }
    counts.finish()
    var builder = FigureBuilder(counts, .always, isExact: false, isForm: false, book: Book.builtIn)
    return builder.tables()
  }

  /// A file as the program writes its facts, of which the law's limits follow from the way of arrival.
  private static func person(
    path: String, office: String = "26734", month: String = "2026-03", sex: String = "female",
    age: String = "30-59", isTold: Bool = true, isDecided: Bool = false
  ) -> [String] {
    let state = isTold ? "met" : "open:2026-11"
    var items = [
      "month=" + month, "path=" + path, "office=" + office, "sex=" + sex, "age=" + age,
      "route=KHM", "exploitation=ForcedLabour", "status=" + (isDecided ? "identified" : "received"),
    ]
    switch path {
    case "self_report", "hotline111", "unknown":
      if path != "unknown" { items.append("clock=bring_to_cpc:" + state) }
      items += ["clock=notify_health:" + state, "clock=initial_check:" + state]
      if isTold { items += ["days=health_check:1"] }
      if isTold, path != "unknown" { items += ["days=commune_health:0"] }
    case "rescued": items.append("clock=rescue_handover:" + state)
    case "returned": items.append("clock=return_handover:" + state)
    case "foreigner": items.append("clock=foreigner_report:" + state)
    default: break
    }
    return isDecided ? items + ["settled=yes", "days=arrival_decision:20"] : items
  }

  private static func number(
    _ tables: [FigureTable], _ table: FigureTable.Name, _ row: String, _ column: String
  ) -> Int? {
    tables.first { $0.name == table }?[row, column]
  }

  /// However many came, nobody's way is unknown: that one number takes one other with it and not the table.
  @Test func aLargeOfficeSeesItsWaysOfArrival() throws {
    let exact = [
      "self_report": 926, "rescued": 875, "returned": 744, "abroad": 173, "hotline111": 161,
      "foreigner": 133,
    ]
    let people = exact.sorted { $0.key < $1.key }.flatMap { path, count in
      (0..<count).map { Self.person(path: path, isTold: $0 % 4 > 0) }
    }
    let tables = try Self.office(people)
    let shown = exact.filter { Self.number(tables, .path, $0.key, "persons") == $0.value }
    #expect(shown.count >= 4 && shown["self_report"] == 926)
    #expect(Self.number(tables, .path, "unknown", "persons") == nil)
    #expect(Self.number(tables, .reports, "total", "received") == 3012)
    #expect(Self.number(tables, .clocks, "rescue_handover/total", "all") == 875)
    #expect(Self.number(tables, .clocks, "return_handover/total", "all") == 744)
    #expect(TableReader(tables).found.isEmpty)
  }

  /// Forty people who all came one way, as a province has in a year.
  @Test func aSmallOfficeSeesWhatTellsOfNobody() throws {
    let people = (0..<40).map { number in
      Self.person(
        path: "self_report", month: ["2026-01", "2026-02", "2026-03"][number % 3],
        sex: number % 2 == 0 ? "female" : "male")
    }
    let tables = try Self.office(people)
    #expect(Self.number(tables, .reports, "total", "received") == 40)
    #expect(Self.number(tables, .arrivals, "total", "total") == 40)
    #expect(Self.number(tables, .arrivals, "2026-01", "total") == 14)
    // That all came one way is told of each of them.
    #expect(Self.number(tables, .path, "self_report", "persons") == nil)
    #expect(Self.number(tables, .clocks, "bring_to_cpc/total", "all") == nil)
    #expect(TableReader(tables).found.isEmpty)
  }

  /// Thirty-five of forty files have the step that ends a limit: five have not.
  @Test func daysDoNotTellWhatRuns() throws {
    let people = (0..<40).map { Self.person(path: "self_report", isTold: $0 >= 5) }
    let tables = try Self.office(people)
    #expect(Self.number(tables, .days, "commune_health", "count") == nil)
    #expect(Self.number(tables, .days, "commune_health", "median") == nil)
    #expect(Self.number(tables, .days, "health_check", "count") == nil)
    #expect(TableReader(tables).found.isEmpty)
  }

  /// Who was decided on and who is settled are the same people.
  @Test func daysDoNotTellWhatIsSettled() throws {
    let people = (0..<40).map { Self.person(path: "self_report", isDecided: $0 >= 6) }
    let tables = try Self.office(people)
    #expect(Self.number(tables, .reports, "total", "settled") == nil)
    #expect(Self.number(tables, .days, "arrival_decision", "count") == nil)
    #expect(TableReader(tables).found.isEmpty)
  }

  /// One person helped twelve times is one person.
  @Test func timesOfFewPeopleAreSmall() throws {
    var people = (0..<45).map { _ in Self.person(path: "rescued") }
    people[0] += (0..<12).map { _ in "service=psychological:2026-03" }
    for index in 0..<30 { people[index].append("service=medical:2026-03") }
    let tables = try Self.office(people)
    #expect(Self.number(tables, .support, "g", "times") == nil)
    #expect(Self.number(tables, .support, "b", "times") == 30)
  }

  /// Who came to one office no known way is what its limits for known and unknown ways tell by their difference, though
  /// no table tells ways by office.
  @Test func theLimitsOfAnOfficeDoNotTellWhoCameNoKnownWay() throws {
    let known = (0..<60).map { Self.person(path: "self_report", isTold: $0 % 2 == 0) }
    let unknown = (0..<4).map { Self.person(path: "unknown", isTold: $0 % 2 == 0) }
    let others = ["self_report", "rescued", "unknown"].flatMap { path in
      (0..<30).map { Self.person(path: path, office: "26737", isTold: $0 % 2 == 0) }
    }
    let rescued = (0..<30).map { _ in Self.person(path: "rescued") }
    let people = known + unknown + others + rescued
    let tables = try Self.office(people)
    #expect(Self.number(tables, .arrivals, "total", "26734") == 94)
    #expect(TableReader(tables, secrets: Self.ways(people, tables)).found == [])
  }

  /// Thirty-five of forty were given something, or had a step behind them that thirty-one have: who had not is few.
  @Test func whatIsShownLeavesNoFewOver() throws {
    var people = (0..<40).map { _ in Self.person(path: "abroad") }
    for index in 0..<35 { people[index].append("service=medical:2026-03") }
    for index in 0..<36 { people[index].append("days=check_request:3") }
    for index in 0..<31 { people[index].append("days=request_reply:3") }
    for index in 0..<40 {
      people[index].append("clock=police_verify:" + (index < 31 ? "met" : "open:2026-11"))
    }
    let secrets = [
      "left|arrivals>total>total|support>b>persons": 5,
      "left|days>check_request>count|days>request_reply>count": 5,
      "left|clocks>police_verify/total>all|days>check_request>count": 4,
    ]
    #expect(TableReader(try Self.office(people), secrets: secrets).found == [])
  }

  /// Whoever asks anything has the limit of an answer and that of their kind: how many asked for something else is what
  /// the two tell by their difference, of an office too.
  @Test func limitsThatOneRequestStartsDoNotTellOfItsKind() throws {
    func asking(_ number: Int, _ kind: String, office: String = "26734") -> [String] {
      let state = number % 2 == 0 ? "met" : "open:2026-11"
      return Self.person(path: ["self_report", "rescued", "returned"][number % 3], office: office)
        + ["clock=dsr_acknowledge:" + state, "clock=\(kind):" + state]
    }
    let quiet = (0..<260).map { number in
      Self.person(
        path: ["self_report", "rescued", "returned"][number % 3],
        office: number % 2 == 0 ? "26734" : "26737")
    }
    let few =
      (0..<24).map { asking($0, "dsr_access") } + (0..<4).map { asking($0, "dsr_delete") }
    let told = "clocks>dsr_acknowledge/%>all|clocks>dsr_access/%>all"
    let secrets = ["26734", "total"].map {
      "left|" + told.split(separator: "%").joined(separator: $0)
    }
    let tables = try Self.office(quiet + few)
    let found = TableReader(tables, secrets: secrets.reduce(into: [:]) { $0[$1] = 4 }).found
    #expect(found == [])
    // Where each kind is of many, what tells of them is shown.
    let many =
      (0..<60).map { asking($0, "dsr_access") } + (0..<40).map { asking($0, "dsr_delete") }
      + (0..<30).map { asking($0, "dsr_withdraw") } + (0..<20).map { asking($0, "dsr_protect") }
    let open = try Self.office(quiet + many)
    let shown = ["acknowledge", "access", "delete", "withdraw", "protect"].filter {
      Self.number(open, .clocks, "dsr_\($0)/26734", "all") != nil
    }
    // That nobody asked for anything else takes one of them along.
    #expect(shown.count == 4)
    #expect(TableReader(open).found == [])
  }

  /// The certificate is due where the police have answered: how many still wait is what the two tell by their difference.
  @Test func limitsThatFollowEachOtherDoNotTellWhatStillRuns() throws {
    var people = (0..<90).map { number in
      Self.person(
        path: ["self_report", "rescued", "returned"][number % 3],
        office: number % 3 == 0 ? "26737" : "26734")
    }
    let asked = people.indices.filter { people[$0].contains("office=26734") }.prefix(24)
    for (place, index) in asked.enumerated() {
      people[index].append("clock=police_verify:" + (place < 20 ? "met" : "open:2027-02"))
      if place < 20 {
        people[index].append("clock=paper_issue:" + (place < 10 ? "met" : "open:2026-11"))
      }
    }
    let secrets = ["26734", "total"].map {
      "left|clocks>police_verify/\($0)>all|clocks>paper_issue/\($0)>all"
    }
    let found = TableReader(
      try Self.office(people), secrets: secrets.reduce(into: [:]) { $0[$1] = 4 }
    ).found
    #expect(found == [])
  }

  /// More offices than can be looked through in seconds: the largest have a row of their own.
  @Test func theSmallestOfVeryManyOfficesStandTogether() throws {
    var counts = FigureCounts(.always, in: "2026-12")
    for index in 0..<2_512 {
      let bytes = [UInt8](repeating: 0, count: 14) + [UInt8(index >> 8), UInt8(index & 255)]
      // The first two have one more than the others.
      let office = index < 2_510 ? index / 10 : index - 2_510
      counts.add(
        try #require(CaseID(bytes: bytes)),
        FactSheet(Self.person(path: "rescued", office: String(20_000 + office))))
    }
    counts.finish()
    let builder = FigureBuilder(
      counts, .always, isExact: false, isForm: false, book: Book.builtIn)
    #expect(builder.offices.count == FigureFolding.mostOffices + 1)
    #expect(builder.offices.contains("20000") && builder.offices.contains("20001"))
    #expect(builder.offices.last == FigureTable.other)
    let exact = FigureBuilder(counts, .always, isExact: true, isForm: false, book: Book.builtIn)
    #expect(exact.offices.count == 251)
  }

  @Test(arguments: 0..<80) func nobodyComesNearWhatIsSuppressed(seed: Int) throws {
    let people = Self.people(seed)
    let tables = try Self.office(people)
    #expect(TableReader(tables, secrets: Self.ways(people, tables)).found == [])
    let shown = tables.filter { $0.name != .days }.flatMap(\.rows).flatMap(\.values)
    #expect(shown.compactMap(\.self).allSatisfy { $0 >= 10 })
  }

  /// How many came to each office of the tables which way.
  private static func ways(_ people: [[String]], _ tables: [FigureTable]) -> [String: Int] {
    let offices = tables.first { $0.name == .arrivals }?.columns.filter { $0 != "total" } ?? []
    var ways: [String: Int] = [:]
    for office in offices {
      for path in allPaths { ways["way|\(office)|\(path)"] = 0 }
    }
    for items in people {
      let sheet = FactSheet(items)
      let office = offices.contains(sheet.office) ? sheet.office : FigureTable.other
      ways["way|\(office)|\(sheet.path)", default: 0] += 1
    }
    return ways
  }

  private static let allPaths = [
    "self_report", "rescued", "returned", "hotline111", "foreigner", "abroad", "unknown",
  ]

  private static func people(_ seed: Int) -> [[String]] {
    var dice = Dice(UInt64(seed))
    let paths = allPaths.shuffled(using: &dice).prefix(Int.random(in: 1...7, using: &dice))
    let offices = ["26734", "26737", "26740", "26743"].prefix(Int.random(in: 1...4, using: &dice))
    let count = [12, 25, 40, 120, 400][seed % 5]
    let (told, decided) = (
      Int.random(in: 1...20, using: &dice), Int.random(in: 0...20, using: &dice)
    )
    func pick(_ choices: [String]) -> String {
      let most = Int.random(in: 1...choices.count, using: &dice)
      return choices[Int.random(in: 0..<most, using: &dice)]
    }
    return (0..<count).map { _ in
      person(
        path: pick(Array(paths)), office: pick(Array(offices)),
        month: "2026-0\(Int.random(in: 1...4, using: &dice))",
        sex: pick(["female", "male", "unknown"]), age: pick(["18-29", "30-59", "0-15", "60+"]),
        isTold: Int.random(in: 0..<20, using: &dice) < told,
        isDecided: Int.random(in: 0..<20, using: &dice) < decided)
    }
  }
}
