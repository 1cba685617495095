import Testing

@testable import Casework

/// What somebody types at a question, and which code that is.
@Suite struct CodeFinderTests {
  private static let book = try? RuleBook.builtIn()

  private func list(_ name: String) throws -> CodeFinder {
    let list = try #require(Self.book?.codeLists[name])
    return CodeFinder(
      list.codes.map { CodeFinder.Choice($0.code, $0.label) }, inVietnamese: true)
  }

  private func places() throws -> CodeFinder {
    CodeFinder(
      try #require(Self.book).places.places.map { CodeFinder.Choice($0.code, $0.label) },
      inVietnamese: true)
  }

  @Test func aCodeIsItselfInAnyCase() throws {
    let countries = try list("country")
    #expect(countries.code(for: "VNM") == "VNM")
    #expect(countries.code(for: "vnm") == "VNM")
    #expect(try list("sex").code(for: "Female") == "female")
  }

  @Test func aNameInEitherLanguageIsItsCodeWithAccentsOrWithout() throws {
    let countries = try list("country")
    for typed in ["Việt Nam", "viet nam", "VIỆT NAM", "Viet Nam", "Vie\u{302}\u{323}t Nam"] {
      #expect(countries.code(for: typed) == "VNM", "\(typed)")
    }
    #expect(countries.code(for: "campuchia") == "KHM")
    #expect(countries.code(for: "Cambodia") == "KHM")
    #expect(try list("sex").code(for: "nữ") == "female")
    #expect(try list("ethnicity").code(for: "kinh") == "Kinh")
    #expect(try list("ethnicity").code(for: "mông") == list("ethnicity").code(for: "Mông"))
  }

  /// Nobody types the article that stands behind a name.
  @Test func aNameIsFoundWithoutItsCitation() throws {
    let paths = try list("entry_path")
    for typed in ["Tự đến trình báo", "tu den trinh bao", "tự đến trình báo (Điều 27)"] {
      #expect(paths.code(for: typed) == "self_report", "\(typed)")
    }
  }

  /// Numbers in names tell them apart as letters do.
  @Test func whatIsNotSaidIsNotGuessed() throws {
    let two = CodeFinder(
      [
        .init("a1", RuleLabel(vietnamese: "Nhóm 1", english: "Group 1")),
        .init("a2", RuleLabel(vietnamese: "Nhóm 2", english: "Group 2")),
      ], inVietnamese: true)
    #expect(two.code(for: "nhóm") == nil)
    #expect(two.code(for: "nhom 2") == "a2")
    #expect(two.code(for: "nhóm 3") == nil)
    #expect(two.code(for: "") == nil)
    #expect(two.code(for: "   ") == nil)
    #expect(two.like("nhóm", most: 8).map(\.code) == ["a1", "a2"])
    #expect(two.like("?", most: 8).isEmpty)
  }

  /// *Hoà* and *Hoa* are two, for whoever types the accents.
  @Test func accentsTellApartWhatIsOtherwiseTheSame() {
    let two = CodeFinder(
      [
        .init("x", RuleLabel(vietnamese: "Thái", english: "Thai")),
        .init("y", RuleLabel(vietnamese: "Thai", english: "Embryo")),
      ], inVietnamese: true)
    #expect(two.code(for: "thái") == "x")
    #expect(two.code(for: "thai") == nil)
  }

  @Test func aPlaceIsFoundWithoutTheKindOfPlaceThatItIs() throws {
    let places = try places()
    for typed in ["Hà Nội", "ha noi", "Thành phố Hà Nội", "Hanoi City", "hanoi", "01"] {
      #expect(places.code(for: typed) == "01", "\(typed)")
    }
    #expect(places.code(for: "Cao Bằng") == "04")
    #expect(places.code(for: "Bằng") == nil)
    #expect(places.like("bằng", most: 8).map(\.code).contains("04"))
    #expect(Set(places.like("TP Hà Nội", most: 8)).count == 1)
  }

  /// *thái* is no English word: what is called Thái here is meant, and there are several.
  @Test func aNameOfTheOtherLanguageIsTakenWhereNothingIsCalledSoHere() throws {
    let languages = try list("language")
    for typed in ["thái", "Thái", "thai"] { #expect(languages.code(for: typed) == nil, "\(typed)") }
    #expect(languages.like("thái", most: 8).count > 1)
    #expect(try list("country").code(for: "Cambodia") == "KHM")
  }

  @Test(arguments: ["30/11/2026 8:15", "30/11/2026 08:15", "30/11/2026 8:15:00"])
  func anHourMayHaveOneDigitWherePeopleWriteIt(text: String) throws {
    #expect(try Moment(text).text == "2026-11-30T08:15+07:00")
  }

  /// RFC 3339 wants two digits.
  @Test(arguments: [
    "2026-11-30T8:15+07:00", "30/11/2026 8:5", "30/11/2026 :15", "30/11/2026 008:15",
  ])
  func elsewhereItMayNot(text: String) {
    #expect(throws: CaseworkError.value(.notAMoment)) { try Moment(text) }
  }
}
