import Testing

@testable import Casework

@Suite struct PersonalIDTests {
  private let places = Book.builtIn.places

  private func warnings(
    _ number: String, _ sex: String? = nil, _ birth: String? = nil
  ) throws -> [ValueWarning] {
    try PersonalID(number).warnings(
      sex: sex, birth: birth.map { try PartialDate($0) }, places: places)
  }

  @Test func agreesWithItself() throws {
    // 092 Cần Thơ, 3 female born 20xx, 10.
    #expect(try warnings("092310936710", "female", "2010-09-26").isEmpty)
    #expect(try warnings("001088000001", "male", "1988").isEmpty)
    #expect(try warnings("001088000001").isEmpty)
  }

  @Test func warnsOfAnotherSex() throws {
    #expect(try warnings("092310936710", "male", "2010") == [.personalIDSex])
    #expect(try warnings("092310936710", "other", "2010").isEmpty)
    #expect(try warnings("092310936710", "unknown").isEmpty)
  }

  @Test func warnsOfAnotherYearOrCentury() throws {
    #expect(try warnings("092310936710", nil, "2011") == [.personalIDYear])
    #expect(try warnings("092110936710", nil, "2010") == [.personalIDYear], "1910, not 2010")
    #expect(try PersonalID("001999000000").birthYear == 2399)
  }

  @Test func warnsOfAnUnknownProvince() throws {
    #expect(try warnings("003310936710") == [.personalIDProvince])
    #expect(try warnings("070310936710").isEmpty, "Bình Phước, until 2025")
    #expect(try warnings("138310936710").isEmpty, "a foreign country")
  }

  @Test(arguments: [
    "", "09231093671", "0923109367100", "09231093671a", "092 310 936710", "０92310936710",
  ])
  func refusesWhatIsNotTwelveDigits(_ text: String) {
    #expect(throws: CaseworkError.value(.notAPersonalID)) { try PersonalID(text) }
  }
}
