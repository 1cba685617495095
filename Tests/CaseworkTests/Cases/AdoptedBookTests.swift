import Testing
import Vault

@testable import Casework

@Suite struct AdoptedBookTests {
  @Test func whatAVaultKeepsIsTheBookAgain() throws {
    let book = try RuleBook(adopted: Book.builtIn.ruleFiles.reversed())
    #expect(book.canonicalBytes == Book.builtIn.canonicalBytes)
  }

  @Test func aMissingTableIsNamed() {
    let files = Book.builtIn.ruleFiles.filter { $0.name != "roles.csv" }
    #expect(throws: CaseworkError.rules(RuleFault(.roles, line: nil, .missingTable))) {
      try RuleBook(adopted: files)
    }
  }

  private static let header = "code,name_vi,name_en,kind,parent,valid_from,valid_to\n"

  @Test(arguments: ["\n", "\r\n"]) func communesComeAfterTheProvinces(end: String) throws {
    let places = Self.header + "26734,Phường Bến Thành,Ben Thanh Ward,commune,79,2025-07-01,\n"
    let book = try RuleBook.standard(
      places: Array(places.split(separator: "\n").map { $0 + end }.joined().utf8))
    #expect(book.places.standing(of: "26734") == .known)
    #expect(book.places.standing(of: "26735") == .unknown)
    #expect(book.places.standing(of: "79") == .known)
    #expect(try RuleBook.standard().places.standing(of: "26734") == .notChecked)
  }

  @Test(arguments: ["", "code,name\n", "26734,x,y,commune,79,,\n", header + "26734,x,y,commune\n"])
  func aTableOfAnotherFormIsRefused(text: String) {
    #expect { try RuleBook.standard(places: Array(text.utf8)) } throws: { error in
      guard case CaseworkError.rules(let fault) = error else { return false }
      return fault.table == .places
    }
  }
}
