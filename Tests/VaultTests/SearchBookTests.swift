import AuditLog
import Foundation
import Sealing
import Testing

@testable import Vault

/// The index turned about: many questions, one entry, and the rows that came before.
@Suite struct SearchBookTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.register(60) { "Nguyen Thi \(Desk.code($0))" }
  }

  private func open<Result>(
    _ body: (SearchBook) throws -> Result
  ) throws -> Result {
    try desk.act("intake") { vault, session in
      try body(vault.openSearchBook(for: .operations, use: .register, as: session))
    }
  }

  @Test func whatTheSearchFindsItFinds() throws {
    let size = try desk.entries().count
    try open { book in
      for number in [0, 17, 59] {
        let name = "Nguyen Thi \(Desk.code(number))"
        let alone = try desk.find(name)
        let best = try #require(book.find(Desk.terms(name)).first)
        #expect(alone == Set(best.subject.caseID.map { [$0] } ?? []))
        let field = try #require(best.fields.first { $0.field == TestTable.name })
        #expect(field.matched.count == 4 && field.counts[Int(Desk.Kind.syllable)] == 3)
      }
      #expect(book.search.entry == size && book.search.unread == 0)
      #expect(book.find(Desk.terms("Xyz")).isEmpty && book.find([]).isEmpty)
    }
    let entries = try desk.entries().dropFirst(size).filter { $0.kind == "register" }
    #expect(entries.map(\.act) == [Act.search])
  }

  /// How many questions somebody asks at once stands in the entry before any is answered.
  @Test func theEntrySaysHowManyQuestions() throws {
    try desk.act("intake") { vault, session in
      _ = try vault.openSearchBook(
        for: .operations, use: .register, questions: 1_234, as: session)
    }
    let entry = try #require(try desk.entries().last { $0.act == Act.search })
    #expect(entry.n == 1_000 && entry.ref == nil)
  }

  @Test(arguments: [("", 0), ("a", 0), ("a\n", 0), ("a\nb", 1), ("a\nb\n", 1), ("a\r\nb\r\n\n", 2)])
  func aRegisterKnowsItsLines(_ text: String, _ lines: Int) throws {
    var pieces = [UInt8](text.utf8).map { [$0] }[...]
    let digest = try RegisterDigest { () throws(VaultError) -> [UInt8]? in pieces.popFirst() }
    #expect(digest.lines == lines)
  }

  @Test func rowsThatCameBeforeAreFoundToo() throws {
    try open { book in
      for row in 0..<40 {
        let terms = Desk.terms("Tran Van \(Desk.code(row % 30 + 600))")
        let found = book.find(terms, most: 3)
        if row < 30 {
          #expect(found.first?.fields.first?.matched.count ?? 0 < 4)
        } else {
          #expect(found.first?.subject == .row(row - 30))
          #expect(found.first?.fields.first?.matched.indices == [0, 1, 2, 3])
        }
        let hasher = try #require(book.hasher)
        book.add(row: row, hasher.row([TestTable.name: terms, TestTable.phone: []]))
      }
    }
  }

  /// A token that nearly everybody has leads to nobody by itself, and counts for those who are found by another.
  @Test func whatIsCommonCountsAndDoesNotLead() throws {
    try open { book in
      let found = book.find(Desk.terms("Nguyen \(Desk.code(5))"), most: 1)
      #expect(found.first?.fields.first?.matched.indices == [1, 2])
    }
  }

  /// A name has many tokens and a number one: whoever has that one is found beside all who have half of the name.
  @Test func whoSharesANumberIsLookedAt() throws {
    let same = try desk.open("DBCDEFGHM", "Lo Van Khac", phone: "+84912345678")
    try desk.act("intake") { vault, session in
      let book = try vault.openSearchBook(
        for: .operations, use: .register, telling: [[Desk.Kind.phone]], as: session)
      let terms = Desk.terms("Nguyen Thi \(Desk.code(5))") + Desk.phoneTerms("+84912345678")
      let found = book.find(terms, most: 1)
      #expect(found.count == 2 && found.last?.subject == .case(same))
      #expect(found.first?.subject != .case(same))
      // Once, also where their name is the best.
      let own = Desk.terms("Lo Van Khac") + Desk.phoneTerms("+84912345678")
      #expect(book.find(own, most: 1).map(\.subject) == [.case(same)])
    }
  }

  /// Neither the day of a birth nor its year tells a person; both in one field do.
  @Test func whoHasAllOfAGroupInOneFieldIsLookedAt() throws {
    try desk.act("intake") { vault, session in
      let day = SearchTerm(version: 1, kind: 14, [17])
      let year = SearchTerm(version: 1, kind: 15, [98])
      let book = try vault.openSearchBook(
        for: .operations, use: .register, telling: [[14, 15]], as: session)
      let hasher = try #require(book.hasher)
      book.add(row: 1, hasher.row([TestTable.name: [day], TestTable.phone: [year]]))
      book.add(
        row: 2, hasher.row([TestTable.name: Desk.terms("Lo Van"), TestTable.phone: [day, year]]))
      let name = Desk.terms("Nguyen Thi \(Desk.code(5))")
      let found = book.find(name + [day, year], most: 1).map(\.subject)
      #expect(found.count == 2 && found.last == .row(2))
      #expect(book.find(name + [day], most: 1).count == 1)
    }
  }

  /// Each two once, with what of the one's terms the other has.
  @Test func everybodyIsHeldAgainstEverybody() throws {
    let hoa = try desk.open("DBCDEFGHM", "Vo Thi Hoa")
    let same = try desk.open("EBCDEFGHN", "Vo Thi Hoa")
    var pairs: [(CaseID, SearchMatch, SearchPerson)] = []
    try desk.act("lead") { vault, session in
      let book = try vault.openSearchBook(for: .operations, use: .duplicates, as: session)
      try vault.compareAll(book, as: session) { person, like throws(VaultError) in
        for match in like where match.fields.contains(where: { $0.matched.count == 4 }) {
          pairs.append((person.id, match, person))
        }
      }
    }
    #expect(pairs.count == 1)
    let (first, match, person) = try #require(pairs.first)
    #expect(Set([first, try #require(match.subject.caseID)]) == [hoa, same])
    #expect(person.terms.map(\.kind).sorted() == [1, 2, 2, 2])
    #expect(person.terms.allSatisfy { $0.field == TestTable.name })
    #expect(throws: VaultError.self) {
      try desk.act("social") { vault, session in
        _ = try vault.openSearchBook(for: .operations, use: .duplicates, as: session)
      }
    }
  }

  @Test func onlyHoldersOpenIt() throws {
    #expect(throws: VaultError.self) {
      try desk.act("health") { vault, session in
        _ = try vault.openSearchBook(for: .treat, use: .register, as: session)
      }
    }
    let entry = try #require(try desk.entries().last)
    #expect(entry.act == Act.search && entry.out == .denied && entry.kind == "register")
  }
}

extension SearchSubject {
  fileprivate var caseID: CaseID? { if case .case(let id) = self { id } else { nil } }
}
