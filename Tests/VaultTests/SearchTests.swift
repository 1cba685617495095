import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// People are found by what is written of them and by nothing else, by those who may, and every search is in the
/// log before its answer.
@Suite struct SearchTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test func aPersonIsFound() throws {
    let hoa = try desk.open("DBCDEFGHM", "Nguyen Thi Hoa", phone: "+84900")
    let lan = try desk.open("EBCDEFGHN", "Nguyen Thi Lan")
    #expect(try desk.find("Nguyen Thi Hoa") == [hoa])
    #expect(try desk.find("Nguyen Thi Lan", by: "social") == [lan])
    #expect(try desk.find("Tran Van An", by: "intake") == [])
    let (_, found) = try desk.find(
      Desk.terms("Nguyen Thi Hoa") + Desk.phoneTerms("+84900"), by: "intake")
    #expect(Set(found.map(\.subject)) == [.case(hoa), .case(lan)])
    let fields = try #require(found.first { $0.subject == .case(hoa) }?.fields)
    let name = try #require(fields.first { $0.field == TestTable.name })
    #expect(name.matched.indices == [0, 1, 2, 3])
    #expect(name.counts[Int(Desk.Kind.whole)] == 1 && name.counts[Int(Desk.Kind.syllable)] == 3)
    let phone = try #require(fields.first { $0.field == TestTable.phone })
    #expect(phone.matched.indices == [4] && phone.counts[Int(Desk.Kind.phone)] == 1)
    let other = try #require(found.first { $0.subject == .case(lan) }?.fields)
    #expect(other.map(\.matched.indices) == [[1, 2]])
  }

  /// The entry of the search comes before anything is opened, those of what is told before it is told; the term is in
  /// none of them, and in no file.
  @Test func whatIsToldIsWrittenDown() throws {
    let hoa = try desk.open("DBCDEFGHM", "Qwertz Thi Hoa")
    let size = try desk.entries().count
    let answer = try desk.act("social") { vault, session in
      let (search, found) = try vault.search(
        Desk.terms("qwertz"), for: .careManagement, as: session, { $0 })
      #expect(search.entry == size && search.unread == 0 && search.unindexed == 0)
      #expect(found.count == 1)
      return try vault.tell(
        search, cases: [hoa, desk.shared], of: 12, showing: [TestTable.status], as: session)
    }
    let entries = try desk.entries().dropFirst(size)
    #expect(entries.map(\.act) == ["search", "search", "search.hit", "search.hit"])
    #expect(entries.allSatisfy { $0.kind == "person" && $0.purp == "CAREMGT" })
    #expect(entries.map(\.ref) == [nil, size, size, size])
    #expect(entries.map(\.n) == [nil, 10, nil, nil])
    #expect(Array(entries)[2].rec != nil && Array(entries)[2].rec != Array(entries)[3].rec)
    let told = answer.hits.map { hit in entries.first { $0.seq == hit.entry } }
    #expect(told[0]?.by == nil && told[1]?.by != nil && told[0] != nil)
    // Their own case with its status; of the other there is a file, and nobody answers for it yet.
    #expect(answer.entry == size + 1 && Set(answer.hits.map(\.entry)) == [size + 2, size + 3])
    #expect(answer.hits[0].operations == nil && answer.hits[0].owner == nil)
    #expect(answer.hits[1].operations == [TestTable.status: .text("received")])
    #expect(answer.hits[1].owner == "social")
    #expect(try desk.verify().findings == [])
    for bytes in try desk.everyByte() { #expect(bytes.range(of: Data("qwertz".utf8)) == nil) }
  }

  /// The order of the answer says who is like whom, and the log is there for whoever has the file.
  @Test func theOrderOfTheLogTellsNothing() throws {
    var people: [CaseID] = []
    for code in ["DBCDEFGHM", "EBCDEFGHN", "FBCDEFGHP", "GBCDEFGHQ"] {
      people.append(try desk.open(code, "Nguyen Thi Hoa"))
    }
    for cases in [people, people.reversed(), people.sorted(), Array(people.sorted().reversed())] {
      let answer = try desk.act("lead") { vault, session in
        let (search, _) = try vault.search([], for: .careManagement, as: session, { $0 })
        return try vault.tell(search, cases: cases, of: 4, showing: [], as: session)
      }
      #expect(answer.hits.map(\.id) == cases && answer.gone == 0)
      #expect(answer.hits.sorted { $0.entry < $1.entry }.map(\.id) == cases.sorted())
    }
  }

  /// As many records as a segment can tell of; one more is refused, and nothing is written.
  @Test func ofOneCaseSoManyRecordsAreFound() throws {
    func add(_ numbers: Range<Int>) throws {
      try desk.act("social") { vault, session in
        let changes = numbers.map { number in
          var change = RecordChange(
            .new, entity: TestTable.identity, fields: [TestTable.phone: .text("+\(number)")])
          change.terms = [TestTable.phone: Desk.phoneTerms("+\(number)")]
          return change
        }
        _ = try vault.write(changes, to: desk.shared, as: session)
      }
    }
    let held = try desk.entries().count
    try add(1..<250)
    var last = 250
    let thrown = #expect(throws: VaultError.self) {
      while last < 300 {
        try add(last..<last + 1)
        last += 1
      }
    }
    #expect(thrown == .tooManyRecords && last >= 254)
    #expect(try desk.entries().count > held)
    #expect(try desk.find(Desk.phoneTerms("+\(last - 1)")).found.count == 1)
    #expect(try desk.find(Desk.phoneTerms("+\(last)")).found.isEmpty)
    #expect(try desk.verify().findings == [])
  }

  /// An account of who looked at a case has whoever was told of it.
  @Test func theAccountOfACaseHasIt() throws {
    try desk.act("intake") { vault, session in
      let (search, _) = try vault.search([], for: .careManagement, as: session, { $0 })
      _ = try vault.tell(search, cases: [desk.shared], of: 1, showing: [], as: session)
    }
    var told: [String] = []
    try desk.act("social") { vault, session in
      _ = try vault.accesses(of: desk.shared, as: session) { access throws(VaultError) in
        told.append(access.line.act)
      }
    }
    #expect(told.contains("search.hit"))
  }

  @Test func onlyHoldersOfTheIndexKeyAsk() throws {
    for member in Desk.everyone {
      let may = [.intake, .socialWorker, .lead].contains(member.role)
      let size = try desk.entries().count
      do {
        _ = try desk.find("Nguyen", by: member.handle)
        #expect(may, "\(member.handle)")
      } catch let error as VaultError {
        #expect(!may && error == .denied(.role, entry: size), "\(member.handle)")
      }
      let entry = try #require(try desk.entries().last)
      #expect(entry.act == Act.search && entry.out == (may ? .ok : .denied))
    }
  }

  @Test func aWriteTakesThePlaceOfWhatWas() throws {
    try desk.rename(desk.shared, "Le Thi Moi")
    #expect(try desk.find("Le Thi Moi") == [desk.shared])
    try desk.rename(desk.shared, "Le Thi Khac")
    #expect(try desk.find("Le Thi Moi") == [])
    #expect(try desk.find("Le Thi Khac") == [desk.shared])
    try desk.rename(desk.shared, "")
    #expect(try desk.find("Le Thi Khac") == [])
    #expect(try desk.segments().count == 1)
  }

  /// No more than one segment is written, whatever there is.
  @Test func aRegisterFillsSegments() throws {
    try desk.register(100) { "Nguyen Thi \(Desk.code($0))" }
    let segments = try desk.segments()
    #expect(segments.count == 3)
    #expect(try desk.find("nguyen thi \(Desk.code(77))").count == 1)
    let (_, found) = try desk.find(Desk.terms("nguyen"))
    #expect(found.count == 100)
    try desk.rename(desk.shared, "Le Thi Moi")
    let after = try desk.segments()
    #expect(zip(segments, after).map(==) == [false, true, true])
    #expect(try desk.faults() == [])
  }

  // MARK: Kept from somebody

  @Test func aRestrictedFieldFindsNobody() throws {
    try desk.rename(desk.shared, "Le Thi Moi")
    try desk.act("social") { vault, session in
      var change = RecordChange(
        .sole, entity: TestTable.identity, fields: [TestTable.phone: .text("+841")])
      change.terms = [TestTable.phone: Desk.phoneTerms("+841")]
      _ = try vault.write([change], to: desk.shared, as: session)
    }
    #expect(try desk.find(Desk.phoneTerms("+841")).found.count == 1)
    let restriction = try desk.restrict(TestTable.phone, from: .lead)
    #expect(try desk.find(Desk.phoneTerms("+841")).found.count == 0)
    #expect(try desk.find("Le Thi Moi") == [desk.shared])
    try desk.act("social") { vault, session in
      var change = RecordChange(
        .sole, entity: TestTable.identity, fields: [TestTable.phone: .text("+842")])
      change.terms = [TestTable.phone: Desk.phoneTerms("+842")]
      _ = try vault.write([change], to: desk.shared, as: session)
    }
    #expect(try desk.find(Desk.phoneTerms("+842")).found.count == 0)
    try desk.lift(restriction.record)
    #expect(try desk.faults() == [SearchState(id: desk.shared, faults: [.stale(TestTable.phone)])])
  }

  /// Who lifts it and says what the field says puts it back with the same entry.
  @Test func whatIsLiftedIsInTheIndexWithTheSameAct() throws {
    try desk.rename(desk.shared, "Le Thi Moi")
    let restriction = try desk.restrict(TestTable.name, from: .lead)
    #expect(!restriction.isFindable)
    #expect(try desk.find("Le Thi Moi") == [])
    let identity = try desk.identity(of: desk.shared)
    let size = try desk.entries().count
    let lifted = try desk.act("social") { vault, session in
      try vault.liftRestriction(
        restriction.record, [TestTable.liftedAt: .dateTime("2026-09-01T08:00+07:00")],
        findingBy: [
          SearchField(record: identity, field: TestTable.name, terms: Desk.terms("Le Thi Moi"))
        ], of: desk.shared, as: session)
    }
    #expect(lifted.isFindable)
    #expect(try desk.entries().dropFirst(size).map(\.act) == [Act.restrictionLift])
    #expect(try desk.find("Le Thi Moi") == [desk.shared])
    #expect(try desk.faults() == [])
  }

  @Test func whoSaysNothingOfItIsTold() throws {
    try desk.rename(desk.shared, "Le Thi Moi")
    let restriction = try desk.restrict(TestTable.name, from: .lead)
    #expect(try desk.lift(restriction.record).isFindable == false)
    #expect(try desk.find("Le Thi Moi") == [])
  }

  // MARK: What is not in it

  /// Who holds no index key writes all the same; the index then says itself that it is behind.
  @Test func whatSomebodyWroteWithoutTheKeyIsKnown() throws {
    try desk.rename(desk.shared, "Le Thi Moi")
    try desk.write("social", TestTable.name, "Le Thi Ba", to: desk.shared)
    #expect(try desk.find("Le Thi Ba") == [])
    #expect(try desk.faults() == [SearchState(id: desk.shared, faults: [.stale(TestTable.name)])])
    try desk.reindex([desk.shared: "Le Thi Ba", desk.fresh: "Vo Thi Bon"])
    #expect(try desk.faults() == [])
    #expect(try desk.find("Le Thi Ba") == [desk.shared])
    #expect(try desk.find("Le Thi Moi") == [])
    let entry = try #require(
      try desk.entries().first { $0.kind == "index" && $0.act == "recovery.run" })
    #expect(entry.n == 2 && entry.rec == nil)
  }

  @Test func onlyWhoReadsACasePutsItIn() throws {
    #expect(throws: VaultError.self) {
      try desk.reindex([desk.fresh: "Le Thi Moi"], by: "social")
    }
    #expect(try desk.find("Le Thi Moi") == [])
    #expect(try desk.entries().contains { $0.act == "recovery.run" && $0.out == .denied })
  }

  /// Who works on some cases holds their own against the index.
  @Test func theirOwnCasesAreHeldAgainstIt() throws {
    try desk.write("social", TestTable.name, "Le Thi Moi", to: desk.shared)
    try desk.write("lead", TestTable.name, "Le Thi Khac", to: desk.fresh)
    #expect(try desk.faults(by: "social").map(\.id) == [desk.shared])
    #expect(try desk.faults().count == 2)
  }

  /// More words than one group of the index holds.
  @Test func oneOfManyWordsIsFound() throws {
    let words = (0..<300).map { "w\($0)" }
    let id = try desk.open("DBCDEFGHM", words.joined(separator: " "))
    for word in ["w0", "w254", "w255", "w299"] {
      let found = try desk.find(Desk.terms(word)).found.map(\.subject)
      #expect(found == [.case(id)], "\(word)")
    }
    #expect(try desk.find(Desk.terms("w300")).found.isEmpty)
  }
}
