import Testing
import Vault

@testable import Casework

/// Search before a file is opened, and whom it tells what.
/// One after another: each looks at who is there.
@Suite(.serialized) struct FindTests {
  private static let office = Result {
    try CaseOffice(crew: [
      ("duty", .duty), ("social", .socialWorker), ("other", .socialWorker), ("intake", .intake),
      ("health", .healthStaff), ("auditor", .auditor),
    ])
  }
  private var office: CaseOffice { get throws { try Self.office.get() } }

  private func form(_ name: String, _ birth: String = "1998") -> FormInput {
    FormInput([
      "full_name": .text(name), "birth_date": .text(birth), "entry_path": .text("self_report"),
    ])
  }

  @discardableResult
  private func open(_ name: String, _ birth: String = "1998") throws -> CaseCode {
    try office.act("social") { casework, session in
      try casework.openCase(form(name, birth), as: session).code
    }
  }

  private func find(_ name: String, as handle: String) throws -> FoundPeople {
    try office.act(handle) { casework, session in
      var question = PersonQuestion()
      question.names = [name]
      return try casework.find(question, as: session)
    }
  }

  @Test func aReaderGetsTheCodeAndAColleagueTheOwner() throws {
    let code = try open("Nguyễn Thị Hoà Thử")
    let own = try #require(try find("nguyen thi hoa thu", as: "social").people.first)
    #expect(own.code == code.text)
    #expect(own.reasons == [.nameAccents])
    for handle in ["other", "intake"] {
      let found = try #require(try find("nguyen thi hoa thu", as: handle).people.first)
      #expect(found.code == nil)
      #expect(found.owner == "social")
    }
    // A lead reads every case.
    #expect(try find("Hoà Thử", as: "lead").people.first?.code == code.text)
    #expect(try find("Lò Thị Không Có", as: "social").people.isEmpty)
  }

  /// Two look for the same new person, and nobody finds them: the second to write is told to look once more.
  @Test func whoCameMeanwhileIsLookedForOnceMore() throws {
    let input = form("Sình Văn Đôi")
    let (first, second) = try office.act("social") { casework, session in
      let found = try casework.likelySame(input, as: session)
      _ = try casework.openCase(input, after: found, as: session)
      do {
        _ = try casework.openCase(input, after: found, as: session)
        return (found, FoundPeople?.none)
      } catch CaseworkError.vault(.nothingToDo) {
        return (found, try casework.likelySame(input, as: session))
      }
    }
    #expect(first?.people.isEmpty == true)
    #expect(second?.people.count == 1)
  }

  /// So it is where a file that was there is given the name meanwhile: no file is newer then.
  @Test(arguments: ["full_name", "sex"])
  func whoIsNamedMeanwhileIsLookedForOnceMore(_ field: String) throws {
    let name = field == "sex" ? "Hạng Dũng Lềnh" : "Sình Seo Giữa"
    let code = try open("Thào Mí Trước", "1960")
    let input = form(name)
    let found = try office.act("social") { try $0.likelySame(input, as: $1) }
    #expect(found?.people == [])
    let value = field == "sex" ? "female" : name
    try office.act("social") { casework, session in
      _ = try casework.record("person", FormInput([field: .text(value)]), of: code, as: session)
    }
    let isOpened = try office.act("social") { casework, session in
      do {
        _ = try casework.openCase(input, after: found, as: session)
        return true
      } catch CaseworkError.vault(.nothingToDo) { return false }
    }
    #expect(isOpened == (field == "sex"))
  }

  /// A register is held against the vault again where a file was opened while it was read.
  @Test func aRegisterSeesWhoCameMeanwhile() throws {
    let row = """
      received_at,entry_path,full_name,birth_date
      2026-03-02T08:15+07:00,rescued,Giàng Seo Páo,2001

      """
    let input = form("Giàng Seo Páo", "2001")
    var (told, isOpened): ([Int], Bool) = ([], false)
    try office.act("social") { casework, session in
      do {
        _ = try casework.importRegister(
          Self.file(row), as: session,
          decide: { likeness in
            told.append(likeness.count)
            guard !isOpened else { return .stop }
            isOpened = true
            do { _ = try office.act("other") { try $0.openCase(input, as: $1) } } catch {
              told.append(-1)
            }
            return .stop
          })
      } catch CaseworkError.likelySameRows {}
    }
    #expect(told == [0, 1])
  }

  private static func file(_ text: String) -> Casework.RegisterFile {
    { () throws(CaseworkError) in
      var rest = Array(text.utf8)
      return { () throws(CaseworkError) in
        defer { rest = [] }
        return rest
      }
    }
  }

  /// Nobody is found by what they keep from somebody who could ask; once they do not, they are found again.
  @Test func whatIsLiftedIsFoundByAgain() throws {
    let code = try open("Ưng Thị Lạ Lùng")
    let set = try restrict("person.full_name", from: .intake, of: code)
    #expect(!set.isFindable)
    #expect(try find("ung thi la lung", as: "social").people.isEmpty)
    let lifted = try office.act("social") { casework, session in
      try casework.liftRestriction(set.record, of: code, as: session)
    }
    #expect(lifted.isFindable)
    #expect(try find("ung thi la lung", as: "social").people.first?.code == code.text)
  }

  private func restrict(
    _ field: String, from role: Role, of code: CaseCode
  ) throws -> Restricted {
    try office.act("social") { casework, session in
      try casework.restrict(
        field, from: role, FormInput(texts: [:]), of: code, as: session
      ).restricted
    }
  }

  /// Who sets it is told where nobody finds the person by the field any more, and not elsewhere.
  @Test func whoRestrictsIsToldThatNobodyFindsThem() throws {
    let code = try open("Ưng Thị Khó Tìm")
    #expect(try restrict("person.phone", from: .socialWorker, of: code).isFindable == false)
    #expect(try restrict("person.full_name", from: .healthStaff, of: code).isFindable)
    #expect(try restrict("person.sex", from: .intake, of: code).isFindable)
  }

  @Test(arguments: ["health", "auditor", "duty"])
  func nobodyElseMayAsk(_ handle: String) throws {
    let refused = try office.refusal(handle) { casework, session in
      var question = PersonQuestion()
      question.names = ["nguyen thi hoa"]
      _ = try casework.find(question, as: session)
    }
    #expect(refused == "role")
  }

  @Test func aCorrectedNameIsFoundAndTheOldOneIsNot() throws {
    let code = try open("Vàng Thị Sai")
    try office.act("social") { casework, session in
      _ = try casework.record(
        "person", FormInput(["full_name": .text("Vàng Thị Đúng"), "phone": .text("0911222333")]),
        of: code, as: session)
    }
    #expect(try find("vang thi dung", as: "social").people.first?.code == code.text)
    #expect(try !find("Vàng Thị Sai", as: "social").people.contains { $0.reasons == [.nameSame] })
    let found = try office.act("social") { casework, session in
      var question = PersonQuestion()
      question.phone = "+84 911 222 333"
      return try casework.find(question, as: session)
    }
    #expect(found.people.map(\.reasons) == [[.phoneSame]])
  }

  @Test func whoIsLikelyTheSameIsToldBeforeAFileIsOpened() throws {
    let code = try open("Thào A Lặp", "2001-03-04")
    let input = form("THAO A LAP", "2001")
    try office.act("other") { casework, session in
      let found = try #require(try casework.likelySame(input, as: session))
      #expect(found.people.map(\.owner) == ["social"])
      #expect(found.people.map(\.code) == [nil])
      #expect(found.people.first?.reasons == [.nameAccents, .yearFits])
      try casework.decide(found, isNew: true, as: session)
      #expect(try casework.likelySame(form("Thào Thị Mới"), as: session)?.people == [])
      // Nothing that tells anybody from others.
      #expect(try casework.likelySame(FormInput(["birth_date": .text("2001")]), as: session) == nil)
    }
    try office.act("social") { casework, session in
      try casework.checkLink(to: code, as: session)
      let found = try #require(try casework.likelySame(input, as: session))
      #expect(found.people.first?.code == code.text)
      try casework.decide(found, isNew: false, as: session)
      let opened = try casework.openCase(input, as: session)
      let linked = try casework.link(opened.code, to: code, as: .same, as: session)
      #expect(linked.entry != nil && linked.otherEntry != nil)
    }
  }

  private static var register: Casework.RegisterFile {
    Register.file(
      Register.header,
      "2026-09-20T08:30+07:00,rescued,26734,Sùng Thị Một,2004-05-17,female,,,",
      "2026-09-21T09:00+07:00,returned,26734,Sung Thi Mot,2004,female,,,",
      "2026-09-21T10:00+07:00,hotline111,,Mùa A Hai,1990,male,,,")
  }

  @Test func rowsOfARegisterAreHeldAgainstEachOtherAndTheVault() throws {
    try open("Mùa A Hai", "1990")
    let before = try office.act("social") { casework, session in
      try casework.list(as: session).cases.count
    }
    try office.act("social") { casework, session in
      #expect {
        try casework.importRegister(Self.register, as: session, decide: { _ in .stop })
      } throws: { error in
        guard case .likelySameRows(let likeness) = error as? CaseworkError else { return false }
        return likeness.count == 2 && likeness.repeated == 1
          && likeness.rows.first?.other == .row(line: 2)
      }
      #expect(try casework.list(as: session).cases.count == before)
      let linked = try casework.importRegister(Self.register, as: session, decide: { _ in .link })
      #expect(linked.count == 3)
      #expect(linked.linked == 2)
      let again = try casework.importRegister(Self.register, as: session, decide: { _ in .new })
      #expect(again.likeness?.count == 3)
      #expect(again.linked == 0)
      let dry = try casework.importRegister(Self.register, isDry: true, as: session)
      #expect(dry.likeness?.rows.count == 3)
    }
  }
}
