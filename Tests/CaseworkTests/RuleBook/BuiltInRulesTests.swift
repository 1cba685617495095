import Testing

import AuditLog

@testable import Casework
@testable import Vault

/// The book that every vault begins with.
@Suite struct BuiltInRulesTests {
  private let book = Book.builtIn

  @Test func isWhole() throws {
    #expect(try RuleBook.builtIn().fields.count == book.fields.count)
    #expect(book.fields.count > 250 && book.entities.count == 37)
    #expect(book.entities.first?.name == "case")
  }

  @Test func numbersStandInBlocks() {
    // A permanent number says its entity: 1 to 99 the case, then a hundred each.
    for field in book.fields {
      #expect(Int(field.id.rawValue) / 100 == Int(field.entity) - 1, "\(field.qualifiedName)")
    }
  }

  /// These numbers stand in sealed fields and in the log; a change here breaks vaults.
  @Test(
    arguments: [
      ("case.case_code", 1, FieldClass.operations), ("case.received_at", 11, .operations),
      ("reception.safe_contact", 105, .safety), ("person.full_name", 300, .identity),
      ("person.ethnicity", 308, .sensitive), ("statement.text", 1403, .sensitive),
      ("support_item.regime", 2100, .support), ("care.care_birth_year", 2700, .clinical),
      ("health.hiv", 2804, .clinical), ("vital.allergies", 2900, .vital),
      ("consent.giver", 3000, .support), ("facts.facts", 3500, .facts),
    ])
  func numbersAreForGood(_ row: (String, UInt32, FieldClass)) throws {
    let field = try Book.field(row.0)
    #expect(field.id == FieldID(row.1) && field.fieldClass == row.2)
    #expect(book[FieldID(row.1)]?.qualifiedName == row.0)
  }

  @Test func everyFormRecordsWhenAndFromWhichPaper() throws {
    // A link is the program's own and comes from no paper.
    let own: Set = ["case", "facts", "link"]
    for entity in book.entities where !own.contains(entity.name) {
      let entered = try Book.field(entity.name + ".entered_at")
      #expect(!entered.isTyped && entered.isWrittenBySystem)
      #expect(try Book.field(entity.name + ".paper_ref").fieldClass == .support)
    }
  }

  @Test func everyClassHasFields() {
    #expect(Set(book.fields.map(\.fieldClass)) == Set(FieldClass.allCases))
  }

  @Test func healthStaffSeeNeitherStoryNorShelter() throws {
    for field in book.fields where field.readers.contains(.healthStaff) {
      #expect(field.fieldClass != .sensitive && field.fieldClass != .safety, "\(field.name)")
    }
    #expect(try !Book.field("statement.text").readers.contains(.healthStaff))
    #expect(try !Book.field("protection.shelter").readers.contains(.healthStaff))
    #expect(try !Book.field("stay.stay_facility").readers.contains(.healthStaff))
  }

  @Test func socialWorkersSeeTheFlagAndNothingClinical() throws {
    for field in book.fields where [.clinical, .vital].contains(field.fieldClass) {
      #expect(!field.readers.contains(.socialWorker) && !field.readers.contains(.lead))
    }
    #expect(try Book.field("health.health_flag").readers.contains(.socialWorker))
  }

  @Test func thoseWhoKeepTheLogReadNothing() {
    for field in book.fields {
      for role in Role.allCases where role.isBlind {
        #expect(!field.readers.contains(role) && !field.writers.contains(role))
      }
    }
  }

  @Test func projectChoicesAreNeverVerified() {
    for field in book.fields where field.citation.isProjectChoice {
      #expect(!field.citation.isVerified)
    }
  }

  @Test func roleTableIsTheOneThatTheVaultEnforces() throws {
    let relations: [Role: Relation] = [
      .intake: .opener, .socialWorker: .assigned, .lead: .standing, .healthStaff: .assigned,
      .duty: .emergency, .police: .assigned, .legalAid: .assigned, .statistician: .standing,
    ]
    for role in Role.allCases {
      let row = try #require(book.holdings(of: role).first)
      for fieldClass in FieldClass.allCases {
        let enforced =
          relations[role].map { KeyTable.access(role, $0, to: fieldClass) } ?? .nothing
        #expect(row.access(to: fieldClass) == enforced, "\(role) \(fieldClass)")
      }
    }
    let recovery = try #require(book.roles.first { $0.name == "recovery" })
    for fieldClass in FieldClass.keyed {
      let holds = KeyTable.standingClasses(of: .recovery).contains(fieldClass)
      #expect((recovery.access(to: fieldClass) == .key) == holds)
    }
  }

  @Test func theVaultsTableNarrowsAndNeverWidens() throws {
    let table = try book.fieldTable()
    #expect(table.rules.count == book.fields.count)
    for rule in table.rules {
      let field = try #require(book[rule.id])
      #expect(field.readers.isSuperset(of: rule.read))
      #expect(rule.read.contains(.statistician) == (rule.fieldClass == .facts))
      #expect(!rule.write.isEmpty, "\(field.qualifiedName) could never be written")
      if !field.isWrittenBySystem { #expect(rule.write == field.writers) }
      for role in Role.allCases where role.isBlind { #expect(!rule.write.contains(role)) }
    }
  }

  @Test func bareNamesBelongToTheirForm() throws {
    #expect(book.field("full_name", inForm: "person")?.qualifiedName == "person.full_name")
    #expect(book.field("full_name", inForm: "health") == nil)
    #expect(book.field("unit", inForm: "person") == nil, "of residence, or of origin?")
    #expect(book.field("residence.unit", inForm: "person") != nil)
    #expect(book.field("residence.unit", inForm: "support") == nil)
    #expect(book.field("cpc_notified_at", inForm: "reception")?.entity == 1)
  }

  @Test func listsAreWhole() throws {
    let lists = book.codeLists
    let sizes = [
      "country": 249, "ethnicity": 55, "regime": 10, "means": 21, "purpose": 11, "act": 5,
      "evidence_source": 9, "person_category": 7, "purpose_of_use": Purpose.allCases.count,
      "state": FieldState.allCases.count, "legal_regime": 2, "entry_path": 6, "status": 9,
    ]
    for (name, size) in sizes { #expect(lists[name]?.codes.count == size, "\(name)") }
    for purpose in Purpose.allCases { #expect(lists["purpose_of_use"]?[purpose.rawValue] != nil) }
    for state in FieldState.allCases { #expect(lists["state"]?[state.code] != nil) }
    let readers = Role.allCases.filter { !$0.isBlind }.map(\.rawValue)
    #expect(lists["role"]?.codes.map(\.code) == readers)
    let languages = try #require(lists["language"])
    for code in ["vie", "hmn", "khm", "blt", "lao", "mya", "nut", "mww", "cjm", "rad", "jra"] {
      #expect(languages[code] != nil, "\(code)")
    }
    for list in ["country", "language"] {
      for code in lists[list]?.codes ?? [] { #expect(code.code.utf8.count == 3) }
    }
  }

  @Test func listsKeepTheirOrder() {
    #expect(
      book.codeLists["regime"]?.codes.map(\.code) == [
        "a", "b", "c", "d", "dd", "e", "g", "h", "i", "k",
      ])
    #expect(book.codeLists["regime"]?["đ"]?.label.vietnamese.hasPrefix("đ)") == true)
    #expect(book.codeLists["sex"]?.codes.map(\.code) == ["female", "male", "other", "unknown"])
  }

  @Test func aCodeIsTheSameInEitherNormalForm() {
    let list = book.codeLists["ethnicity"]
    let composed = list?["Mông"]?.code
    #expect(composed != nil && list?["Mo\u{302}ng"]?.code == composed)
    #expect(list?["mông"] == nil)
  }

  @Test func knowsTheProvincesOfBothMaps() throws {
    let places = book.places
    let now = try #require(CalendarDay(year: 2026, month: 7, day: 1))
    let before = try #require(CalendarDay(year: 2025, month: 6, day: 30))
    #expect(Set(places.places.map(\.code)).count == 63)
    #expect(places.places.filter { $0.validity.holds(on: now) }.count == 34)
    #expect(places.places.filter { $0.validity.holds(on: before) }.count == 63)
    // The reform gave Bắc Giang's code to the new Bắc Ninh.
    #expect(places.place("24", on: now)?.label.vietnamese == "Tỉnh Bắc Ninh")
    #expect(places.place("24", on: before)?.label.vietnamese == "Tỉnh Bắc Giang")
    #expect(places.place("70", on: now) == nil && places.isKnown("70"))
  }

  @Test func canonicalBytesHoldEveryFileAndItsName() throws {
    let bytes = book.canonicalBytes
    let content = book.files.reduce(0) { $0 + $1.value.count + $1.key.fileName.utf8.count + 12 }
    #expect(bytes.count == 16 + content)
    #expect(
      bytes.starts(with: Array("safekeep/rules/1".utf8) + [9, 0, 0, 0] + Array("bases.csv".utf8)))
    let other = try RuleBook(Book.edited(.codes, "female,Nữ,", "female,Nữ giới,"))
    #expect(other.canonicalBytes != bytes)
  }
}
