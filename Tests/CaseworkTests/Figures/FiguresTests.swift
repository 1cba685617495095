import Testing
import Vault

@testable import Casework

/// Figures of a vault, counted by the program and by other means from the register that went in.
@Suite(.serialized) struct FiguresTests {
  private static let register = MadeUpRegister(rows: 400, seed: 8)
  private static let official = FiguresUse.official(
    recipient: "Bộ Y tế", provision: "Thông tư 02/2025")

  private static let office = Result {
    let office = try CaseOffice(crew: [
      ("duty", .duty), ("social", .socialWorker), ("count", .statistician),
    ])
    try office.act("social") { casework, session in
      _ = try casework.importRegister(
        Register.file(Array(register.text.utf8)), as: session)
    }
    return office
  }
  private var office: CaseOffice { get throws { try Self.office.get() } }

  private func figures(
    _ handle: String, _ use: FiguresUse = .look, _ period: FigurePeriod = .always,
    isForm: Bool = false
  ) throws -> Figures {
    try office.act(handle) { casework, session in
      try casework.figures(period, isForm: isForm, for: use, as: session)
    }
  }

  private func numbers(_ table: FigureTable?, _ column: String) -> [String: Int] {
    Dictionary(
      uniqueKeysWithValues: (table?.rows ?? []).map { ($0.key, table?[$0.key, column] ?? -1) })
  }

  /// Each row stands for its person, and with those who are in none they are all.
  @Test func rowsAreOfEverybodyOrCounted() throws {
    let rows = try office.act("lead") { casework, session in
      try casework.figureRows(
        .always, in: .htcds, recipient: "IOM", provision: "TT 02/2025", as: session)
    }
    #expect(rows.rows.count + rows.leftOut == 400 && rows.unopened == 0)
    #expect(Dictionary(grouping: rows.rows) { $0 }.values.allSatisfy { $0.count >= 11 })
    let country = try #require(rows.header.firstIndex(of: "hte_Country"))
    #expect(!rows.rows.contains { $0[country] == "PHL" })
    #expect(rows.rows.count { $0[country] == "KHM" } <= Self.register.count { $0[5] == "KHM" })
    #expect(rows.rows.contains { $0[country] == "KHM" })
  }

  @Test func exactFiguresAreThoseOfTheRegister() throws {
    let (register, figures) = (Self.register, try figures("lead", Self.official))
    #expect(figures.isExact && figures.unopened == 0)
    #expect(numbers(figures[.path], "persons") == register.counts(1))
    #expect(numbers(figures[.route], "persons") == register.counts(5))
    #expect(numbers(figures[.exploitation], "persons") == register.counts(6))
    var offices = register.counts(2)
    offices["total"] = register.rows.count
    #expect(numbers(figures[.reports], "received") == offices)
    #expect(numbers(figures[.reports], "handled") == offices)
    let settled = numbers(figures[.reports], "settled")
    #expect(settled.values.allSatisfy { $0 == 0 })
    for (month, name) in (1...8).map({ ("2026-0\($0)", "26734") }) {
      #expect(
        figures[.arrivals]?[month, name]
          == register.count { $0[0].hasPrefix(month) && $0[2] == name })
    }
    #expect(
      figures[.age]?["0-15", "female"] == register.count { $0[3] == "2015" && $0[4] == "female" })
    #expect(figures[.age]?["unknown", "total"] == register.count { $0[3].isEmpty })
    #expect(figures[.age]?["total", "total"] == 400)
  }

  @Test func aPeriodCountsItsMonthsAlone() throws {
    let period = try #require(FigurePeriod(first: "2026-03", last: "2026-04"))
    let figures = try figures("lead", Self.official, period)
    let inside = Self.register.count { $0[0].hasPrefix("2026-03") || $0[0].hasPrefix("2026-04") }
    #expect(figures[.reports]?["total", "received"] == inside)
    #expect(figures[.arrivals]?.rows.map(\.key) == ["total", "2026-03", "2026-04"])
  }

  @Test(arguments: ["count", "lead"]) func nobodySmallIsSeen(handle: String) throws {
    let figures = try figures(handle)
    #expect(!figures.isExact)
    let shown = figures.tables.filter { $0.name != .days }.flatMap(\.rows).flatMap(\.values)
    #expect(shown.compactMap(\.self).allSatisfy { $0 >= 10 })
    #expect(shown.contains(nil))
    // A place with fewer than ten is not named.
    #expect(figures[.reports]?.rows.contains { $0.key == "00001" } == false)
    #expect(figures[.route]?.rows.contains { $0.key == "PHL" } == false)
    // What is large is as it is.
    #expect(figures[.reports]?["total", "received"] == 400)
    #expect(figures[.route]?["KHM", "persons"] == Self.register.counts(5)["KHM"])
  }

  /// The grid of the very figures, solved by somebody else's elimination.
  @Test func theFiguresOfAVaultDoNotGiveSmallNumbersAway() throws {
    var counts = FigureCounts(.always, in: "2026-12")
    for (index, row) in Self.register.rows.enumerated() {
      let bytes = [UInt8](repeating: 0, count: 14) + [UInt8(index >> 8), UInt8(index & 255)]
      let state = ["met", "late", "open:2026-11"][index % 3]
      counts.add(
        try #require(CaseID(bytes: bytes)),
        FactSheet([
          "month=" + row[0].prefix(7), "path=" + row[1], "office=" + row[2], "sex=" + row[4],
          "age=18-29", "route=" + row[5], "exploitation=" + row[6], "status=received",
          "clock=initial_check:" + state,
        ]))
    }
    counts.finish()
    for isForm in [false, true] {
      var builder = FigureBuilder(
        counts, .always, isExact: false, isForm: isForm, book: Book.builtIn)
      _ = builder.tables()
      let suppression = CellSuppression(builder.grid)
      let attacker = Attacker(builder.grid, hidden: suppression.hidden)
      #expect(attacker.found.isEmpty)
      #expect(attacker.smallSums(builder.grid).isEmpty)
    }
  }

  /// A limit that all who came one way have would tell how many they are where the table of ways does not.
  @Test func aLimitDoesNotTellAWayOfArrival() throws {
    var counts = FigureCounts(.always, in: "2026-12")
    for number in 0..<200 {
      let bytes = [UInt8](repeating: 0, count: 15) + [UInt8(number)]
      let isForeigner = number < 40
      counts.add(
        try #require(CaseID(bytes: bytes)),
        FactSheet(
          [
            "month=2026-03", "office=26734", "age=18-29", "sex=female", "route=VNM",
            "exploitation=Other", "status=received",
            "path=" + (isForeigner ? "foreigner" : "rescued"),
          ] + (isForeigner ? ["clock=foreigner_report:met"] : [])))
    }
    counts.finish()
    var builder = FigureBuilder(
      counts, .always, isExact: false, isForm: false, book: Book.builtIn)
    let tables = builder.tables()
    let path = try #require(tables.first { $0.name == .path })
    let clocks = try #require(tables.first { $0.name == .clocks })
    // Nobody came any other way, so one of the two is kept beside the noughts.
    #expect(path["foreigner", "persons"] == clocks["foreigner_report/total", "all"])
    #expect((path["foreigner", "persons"] == nil) != (path["rescued", "persons"] == nil))
  }

  @Test func exactFiguresAreALeadsAndAllOthersARolesOwn() throws {
    let asked: [(String, FiguresUse)] = [
      ("count", Self.official), ("social", .look), ("social", .file), ("social", Self.official),
      ("duty", .look),
    ]
    for (handle, use) in asked {
      let why = try office.refusal(handle) { casework, session in
        _ = try casework.figures(.always, for: use, as: session)
      }
      #expect(why == "role", "\(handle)")
    }
  }

  @Test func theYearlyFormStandsAlone() throws {
    let form = try figures("lead", Self.official, isForm: true)
    #expect(form.tables.map(\.name) == [.form508])
    #expect(form[.form508]?.columns.count == 17)
    // Nobody was identified yet.
    #expect(form[.form508]?["total", "received"] == 0)
  }
}
