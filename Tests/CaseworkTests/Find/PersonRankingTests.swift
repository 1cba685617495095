import Testing
import Vault

@testable import Casework

/// Who is found, in which order, and for which reasons.
@Suite struct PersonRankingTests {
  private var index: PeopleIndex {
    var index = PeopleIndex()
    index.add("Nguyễn Thị Hoà", year: 1998, phone: "+84912345678")
    index.add("Nguyễn Thị Hoa", year: 2004)
    index.add("Trần Văn Nghĩa", year: 1987)
    index.add("Lý Sỹ Giang", year: 2001)
    index.add("Giàng Thị Mỷ", year: 2010, alias: "Bé Út")
    for number in 0..<40 { index.add("Nguyễn Thị Bích \(number)x", year: 1970 + number) }
    return index
  }

  /// A syllable that stands twice, once with a wrong letter: the other answers for it.
  @Test(
    arguments: [
      ("huynh huu hpu thien", 2007), ("huynh hyu huu thien", nil), ("le thu thuong thulng", 2000),
    ] as [(String, Int?)])
  func findsAMistypedTwin(_ name: String, _ year: Int?) {
    var index = index
    index.add("Huỳnh Hữu Hữu Thiện", year: 2007)
    index.add("Lê Thu Thương Thương", year: 2000)
    let person = name.hasPrefix("le") ? 46 : 45
    #expect(index.find(name, year: year).first?.person == person)
    #expect(index.find(name, year: year).first?.found.isLikely == true)
  }

  /// Before a file is opened whoever has the very name is told of, where they are few, how many others might have it.
  @Test func aNamesakeIsToldOf() throws {
    var index = PeopleIndex()
    index.add("Vũ Quốc Minh")
    index.add("Vũ Quốc Minh", year: 1960)
    for number in 0..<400 {
      index.add("Vũ Văn \(number)x", year: 1990)
      index.add("Trần Quốc \(number)y", year: 1990)
      index.add("Lê Thị Minh \(number)z", year: 1990)
    }
    func told(_ names: [String], _ year: Int?) -> [SearchSubject] {
      var question = PersonQuestion()
      (question.names, question.birthYear) = (names, year)
      return RankedPerson.likelySame(index.find(question).map(\.found)).map(\.match.subject)
    }
    #expect(told(["Vũ Quốc Minh"], 1990).contains(.row(0)))
    #expect(told(["vu quoc minh"], nil).contains(.row(0)))
    // Who was born in another year is somebody else.
    #expect(!told(["Vũ Quốc Minh"], 1990).contains(.row(1)))
    for _ in 0..<4 { index.add("Vũ Quốc Minh", year: 1990) }
    #expect(told(["vu quoc minh"], nil).count < 3)
  }

  /// A date is hardly mistyped in all its parts, and in its year alone now and then.
  @Test func aDayTellsOfAnotherYearToo() throws {
    var index = PeopleIndex()
    for born in ["1999-05-04", "1999-11-23", "1987-05-04", "1987-11-23"] {
      index.add("Võ Kim Thoa", born: born)
    }
    for number in 0..<400 { index.add("Võ Thị \(number)x", year: 1990) }
    var question = PersonQuestion()
    (question.names, question.birthYear) = (["Võ Kim Thoa"], 1998)
    question.birthDay = BirthDay("1998-05-04")
    let found = index.find(question, isWhole: true).prefix(4)
    #expect(found.map(\.person) == [0, 2, 1, 3])
    #expect(found.map(\.found.isLikely) == [true, true, false, false])
  }

  /// Of a form all is asked that is known: that neither has a date of birth says that it may be the same person. Of who
  /// looks for somebody and gives no year it says nothing.
  @Test func whatIsMissingInBothSpeaksForOnePerson() throws {
    var index = PeopleIndex()
    index.add("Võ Kim Thoa", year: 1990)
    index.add("Võ Kim Thoa")
    for number in 0..<400 { index.add("Võ Thị \(number)x", year: 1990) }
    var question = PersonQuestion()
    question.names = ["Võ Kim Thoa"]
    let typed = index.find(question).prefix(2)
    #expect(typed[0].found.chance == typed[1].found.chance)
    let form = index.find(question, isWhole: true).prefix(2)
    #expect(form.map(\.person) == [1, 0])
    #expect(form[0].found.chance < typed[0].found.chance)
    #expect(form[1].found.chance > typed[0].found.chance)
    // One has a date and the other none.
    question.birthYear = 1990
    let dated = index.find(question, isWhole: true).prefix(2)
    #expect(dated.map(\.person) == [0, 1])
    #expect(dated[1].found.chance == form[1].found.chance)
  }

  private func first(
    _ name: String, year: Int? = nil, phone: String? = nil
  ) -> (Int, [MatchReason])? {
    index.find(name, year: year, phone: phone).first.map { ($0.person, $0.found.match.reasons) }
  }

  @Test(arguments: [
    ("Nguyễn Thị Hòa", 0, [MatchReason.nameSame]), ("nguyen thi hoa", 0, [.nameAccents]),
    ("NGUYỄN THỊ HOÀ", 0, [.nameSame]), ("Hoà Thị Nguyễn", 0, [.nameSame, .nameOrder]),
    ("Thị Hoà Nguyễn", 0, [.nameSame, .nameOrder]), ("Nguyenthihoa", 0, [.nameAccents]),
    ("Tran Van Nghi", 2, [.nameLetter]), ("Trần Văn Nghĩai", 2, [.nameLetter]),
    ("Trần Văn Nghĩe", 2, [.nameOtherLetter]), ("Chần Văn Nghĩa", 2, [.nameSound]),
    ("Lí Xỹ Giang", 3, [.nameSound]), ("Ní Sĩ Dang", 3, [.nameSound]),
    ("Trần Nghĩa", 2, [.nameShort]), ("Bé Út", 4, [.nameSame, .otherName]),
    ("Trần Văn Hữu Nghĩa", 2, [.nameShort]), ("Tran Nghia", 2, [.nameAccents, .nameShort]),
    ("Trầm Văn Nghĩe", 2, [.nameLetters]),
  ])
  func findsWhoeverIsMeant(_ name: String, _ person: Int, _ reasons: [MatchReason]) throws {
    let found = try #require(
      index.find(name, year: person == 0 ? 1998 : nil).first)
    #expect(found.person == person)
    #expect(found.found.match.reasons.filter { $0 != .yearFits } == reasons)
  }

  @Test func theYearTellsTwoOfOneNameApart() throws {
    let found = index.find("nguyen thi hoa", year: 2004).prefix(2)
    #expect(found.map(\.person) == [1, 0])
    #expect(found.first?.found.match.reasons == [.nameAccents, .yearFits])
    #expect(found.last?.found.match.reasons == [.nameAccents, .yearDiffers])
    #expect(found.first?.found.isLikely == true)
    #expect(index.find("nguyen thi hoa", year: 1999).first?.found.match.reasons.last == .yearNear)
  }

  @Test func aTelephoneNumberFindsWhateverTheName() throws {
    let (person, reasons) = try #require(first("Võ Kim", phone: "0912345678"))
    #expect(person == 0)
    #expect(reasons == [.phoneSame])
  }

  /// Nobody who is registered is dropped because others share what is known of them.
  @Test func aGivenNameAloneIsRankedAndNotDropped() throws {
    var index = PeopleIndex()
    for number in 0..<300 { index.add("Nguyễn Thị Hoa", year: 1960 + number % 50) }
    index.add("Trần Ngọc Hoà", year: 2014)
    for name in ["Hoà", "hoa", "Hooa"] {
      let found = index.find(name, year: 2014)
      #expect(found.first?.person == 300, "\(name)")
      #expect(found.count == 301)
    }
    #expect(index.find("Hoà").first?.person == 300)
    // All that was asked for is there, and somebody has it as their other name besides.
    index.add("Lò Thị May", year: 1999, alias: "Hoa")
    #expect(index.find("Hoa", year: 2014).contains { $0.person == 300 })
  }

  /// One letter wrong in a syllable of one, and in two syllables of a longer name, whoever fits better.
  @Test func aLetterWrongIsFoundInShortQuestions() throws {
    var index = PeopleIndex()
    index.add("Mùa A Hai", year: 1990)
    index.add("Nguyễn Thị Ngọc Hoà", year: 1998)
    index.add("Nguyễn Hoài", year: 1998)
    for number in 0..<40 { index.add("Nguyễn Thị Bích \(number)x", year: 1970 + number) }
    let letter = try #require(index.find("Mùa O Hai").first)
    #expect(letter.person == 0 && letter.found.match.reasons == [.nameOtherLetter])
    #expect(index.find("Ngọc Hoàa").contains { $0.person == 1 })
    #expect(index.find("Nguyễn Hoài").map(\.person).prefix(1) == [2])
    #expect(index.find("Nguyễn Hoài").contains { $0.person == 1 })
    #expect(!index.find("Nguyễn Ngọc Hoài").contains { $0.person == 5 })
  }

  /// Of a name in which another syllable stands nobody is told that a letter differs.
  @Test func aSyllableThatIsAnotherIsNoLetter() throws {
    var index = PeopleIndex()
    index.add("Thạch Văn Thanh Đoàn", year: 2008)
    index.add("Lan Hoa", year: 1990)
    for number in 0..<40 { index.add("Nguyễn Thị Bích \(number)x", year: 1970 + number) }
    let found = try #require(index.find("Thạch Văn Vạn Thắng", year: 2008).first)
    #expect(found.found.match.reasons == [.nameOtherLetter, .nameShort, .yearFits])
    let alike = try #require(index.find("Lan Lam", year: 1990).first)
    #expect(alike.found.match.reasons == [.nameAlike, .yearFits])
  }

  /// The index has each syllable once: the whole tells whether it stands twice, or elsewhere.
  @Test(arguments: [
    ("Thạch Thị Dụ", [MatchReason.nameShort]), ("Thach Thi Du", [.nameAccents, .nameShort]),
    ("Thạch Thị Thí Dụ", [.nameSame]), ("Dụ Thạch Thị Thí", [.nameSame, .nameOrder]),
    ("Thạch Thí Thị Dụ", [.nameSame, .nameOrder]), ("Thạch Thị Thị Dụ", [.nameAccents]),
    ("Ngô Mai Hoà Thử", [.nameShort]), ("Ngô Mai Hoà Hoà Hoà Thử", [.nameShort]),
    ("Ngô Hoà Mai Hoà Thử", [.nameSame, .nameOrder]), ("Tưởng Tượng", [.nameSame, .nameOrder]),
    ("Tượng Tưởng", [.nameSame]), ("Tuong Tuong", [.nameAccents]),
  ])
  func aSyllableTwiceIsNoOrder(_ name: String, _ reasons: [MatchReason]) throws {
    var index = PeopleIndex()
    for name in ["Thạch Thị Thí Dụ", "Ngô Mai Hoà Hoà Thử", "Tượng Tưởng"] { index.add(name) }
    for number in 0..<40 { index.add("Nguyễn Thị Bích \(number)x", year: 1970 + number) }
    let found = try #require(index.find(name).first)
    #expect(found.found.match.reasons == reasons, "\(name)")
  }

  /// Of a name and another name that are asked for, what is told is the one that fits.
  @Test func anotherNameFitsOnlyWhereItDoes() throws {
    let json = #"{"name":"Giàng Thị Mỷ","alias":"Sai Bét"}"#
    let found = try #require(index.find(try PersonQuestion(json: Array(json.utf8))).first)
    #expect(found.person == 4 && found.found.match.reasons == [.nameSame])
    let other = #"{"name":"Giàng Thị Mỷ","alias":"Bé Út"}"#
    let both = try #require(index.find(try PersonQuestion(json: Array(other.utf8))).first)
    #expect(both.person == 4 && both.found.match.reasons == [.nameSame, .otherName])
  }

  /// Half of the country is called so.
  @Test func aFamilyNameAloneIsNoAnswer() {
    #expect(index.find("Nguyễn Thị Lành").isEmpty)
    #expect(!index.find("Nguyễn Thị Lành", year: 1990).contains { $0.found.isLikely })
  }

  @Test func aCommonNameIsLikelyTheSameOnlyWithMore() {
    var index = PeopleIndex()
    for number in 0..<150 {
      index.add("Nguyễn Thị Hoa", year: 1960 + number % 50)
    }
    index.add("Nguyễn Thị Hoa")
    #expect(!index.find("Nguyễn Thị Hoa").contains { $0.found.isLikely })
    index.add("Nguyễn Thị Hoa", year: 2012)
    let found = index.find("Nguyễn Thị Hoa", year: 2012)
    #expect(found.first?.found.isLikely == true)
    #expect(found.dropFirst().allSatisfy { !$0.found.isLikely })
  }
}
